package dev.headroom.app.ui.actions;

import dev.headroom.app.ui.decision.AdvicePage;
import dev.headroom.app.ui.decision.AdviceTab;
import dev.headroom.app.ui.decision.DecisionBar;
import dev.headroom.app.ui.decision.StatusMenu;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.plan.Action;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of the best set of actions of the Rightsizing panel.
public final class ActionsTab implements AdviceTab {
    private final ActionsViewModel model;
    private final ShellViewModel shell;
    private final DecisionBar<ActionRow> decisions;
    private final StatePane root;
    private final VBox detail = new VBox(6);

    public ActionsTab(ActionsViewModel model, ShellViewModel shell, ModalHost modal) {
        this.model = model;
        this.decisions = DecisionBar.of(model.page(), modal);
        this.shell = shell;
        VBox table = table();
        VBox side = side();
        root = AdviceTab.layout(model.page(), table, side, 348, 440);
        model.page().rows().selectedProperty().addListener((source, before, now) -> show(now));
        show(model.page().rows().selectedProperty().get());
    }

    private VBox table() {
        TableView<ActionRow> table = Columns.table(
                "Best set",
                "No action falls under this filter.",
                row -> shell.openResource(row.action().resource(), PanelId.FORECAST));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Server", 104, ActionRow::name, "key-column"));
        table.getColumns().add(Columns.text("Action", 132, ActionRow::kind));
        table.getColumns().add(Columns.text("What", 200, row -> row.action().words(), "muted-column"));
        TableColumn<ActionRow, ActionRow> adds = money("Adds / mo.", 74, model::adds, "strong-column");
        TableColumn<ActionRow, ActionRow> alone = money("Alone", 60, model::alone, "muted-column");
        TableColumn<ActionRow, ActionRow> reason = Columns.text("Reason", 240, ActionRow::reason);
        table.getColumns().addAll(List.of(adds, alone));
        table.getColumns()
                .add(Columns.node(
                        "Effort",
                        66,
                        ActionRow::effort,
                        Comparator.comparing(row -> row.action().effort()),
                        row -> Parts.label(row.effort(), "small", "muted")));
        table.getColumns()
                .add(Columns.text(
                        "Restart",
                        58,
                        row -> row.action().restart() == Action.Restart.NEEDED ? "yes" : "no",
                        "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "Risk",
                        78,
                        ActionRow::risk,
                        Comparator.comparingInt(row -> row.action().riskGrade()),
                        row -> Parts.row(
                                4,
                                Parts.disc(row.riskQuarters(), row.tone()),
                                Parts.label(row.risk(), "small", row.tone().style()))));
        table.getColumns().add(reason);
        adds.visibleProperty().bind(model.filterProperty().isEqualTo(ActionFilter.CHOSEN));
        alone.visibleProperty().bind(model.filterProperty().isEqualTo(ActionFilter.CHOSEN));
        reason.visibleProperty().bind(model.filterProperty().isEqualTo(ActionFilter.LEFT));
        table.getColumns().add(StatusMenu.column(model.page().statusProperty()));
        Columns.choose(table, model.page().rows());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        Label count = Parts.elastic("", "small", "muted");
        Runnable counted = () -> {
            int size = model.page().rows().rows().size();
            count.setText(size == 1 ? "1 action" : size + " actions");
        };
        model.page().rows().rows().addListener((ListChangeListener<ActionRow>) change -> counted.run());
        counted.run();
        HBox tools = Parts.row(
                8,
                Segments.of("Show", List.of(ActionFilter.values()), ActionFilter::label, model.filterProperty()),
                StatusMenu.of(model.page().statusProperty()),
                Parts.spring(),
                count);
        VBox card = Parts.card(tools, table);
        card.setMinWidth(0);
        return card;
    }

    private TableColumn<ActionRow, ActionRow> money(
            String title, double width, ToDoubleFunction<ActionRow> amount, String style) {
        Formats formats = model.page().formats();
        return Columns.number(
                title,
                width,
                row -> Double.isNaN(amount.applyAsDouble(row))
                        ? Formats.UNKNOWN
                        : formats.money(
                                amount.applyAsDouble(row),
                                row.action().saving().currency().value(),
                                0),
                amount,
                style);
    }

    private VBox side() {
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(80);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox below = Parts.card(decisions, Parts.hairline(), scroll);
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(16, new LimitsCard(model), below);
    }

    private void show(@Nullable ActionRow row) {
        detail.getChildren().clear();
        if (row == null) {
            detail.getChildren()
                    .add(Parts.prose(
                            "No action keeps these limits. Allow more effort or risk and choose again.",
                            "small",
                            "muted"));
        } else {
            detail.getChildren()
                    .add(Parts.prose(
                            row.kind() + " " + row.name() + ", " + row.action().words(), "small", "strong"));
            model.details(row).forEach(line -> detail.getChildren().add(Parts.prose(line, "small", "muted")));
        }
        model.commitment()
                .ifPresent(
                        words -> detail.getChildren().addAll(Parts.hairline(), Parts.prose(words, "small", "muted")));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public AdvicePage<?, ?> page() {
        return model.page();
    }

    @Override
    public DecisionBar<?> decisions() {
        return decisions;
    }
}
