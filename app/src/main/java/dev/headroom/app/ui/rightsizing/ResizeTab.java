package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of the Rightsizing panel that recommends sizes.
public final class ResizeTab implements PanelTab {
    private final RightsizingViewModel model;
    private final ShellViewModel shell;
    private final StatePane root;
    private final StackPane frontier = new StackPane();
    private final VBox side = new VBox(16);
    private final DecisionBar<SizingRow> decisions;

    /// @param modal where the dialogs of decisions are shown
    public ResizeTab(RightsizingViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.shell = shell;
        this.decisions = new DecisionBar<>(model.chosen(), model.desk(), model.formats(), modal);
        VBox table = new SizingTable(model, row -> shell.openResource(row.id(), PanelId.FORECAST));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(16, table, new ReplayCard(model, shell));
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox lower = new HBox(16, left, side());
        VBox.setVgrow(lower, Priority.ALWAYS);
        root = new StatePane(
                new VBox(16, new SavingsStrip(model.strip()), lower),
                StatePane.blocks(80, 320, 260),
                model.stateProperty());
        size();
        model.frontierProperty().addListener((source, before, now) -> showFrontier());
        showFrontier();
    }

    private VBox side() {
        VBox policy = Parts.card(new PolicyCard(model));
        frontier.setMinHeight(126);
        ScrollPane scroll = new ScrollPane(new ReasonPane(model));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(90);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox title = Parts.row(8, Parts.label("Saving against risk", "section-title"));
        title.getChildren().add(Parts.label("best actions first", "small", "muted"));
        VBox detail = Parts.card(decisions, Parts.hairline(), title, frontier, Parts.hairline(), scroll);
        VBox.setVgrow(detail, Priority.ALWAYS);
        side.getChildren().setAll(policy, detail);
        return side;
    }

    private void size() {
        frontier.prefHeightProperty()
                .bind(Bindings.when(root.heightProperty().lessThan(718))
                        .then(128)
                        .otherwise(235));
        side.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(1600))
                        .then(440)
                        .otherwise(384));
        side.maxWidthProperty().bind(side.minWidthProperty());
    }

    private void showFrontier() {
        if (model.frontierProperty().get() == null) {
            frontier.getChildren().setAll(Parts.prose("No action saves money under this policy.", "small", "muted"));
            return;
        }
        PlotView view = new PlotView(model.frontierProperty().get());
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.interactionProperty().set(PlotView.Interaction.READ);
        view.setMinSize(100, 100);
        Exports.plot(view, "Saving against risk");
        frontier.getChildren().setAll(view);
    }

    @Override
    public ObservableValue<String> answer() {
        return model.answerProperty();
    }

    @Override
    public List<Command> commands() {
        return decisions.commands();
    }

    @Override
    public Region root() {
        return root;
    }
}
