package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The middle of the window: the panel in front, the pages of a workspace that is not open, or a presentation.
final class PanelStage extends StackPane {
    private final ShellViewModel model;
    private final ShellActions actions;
    private final Function<PanelId, PanelView> factory;
    private final Supplier<String> provenance;
    private final Map<PanelId, PanelView> panels = new EnumMap<>(PanelId.class);

    /// @param factory makes a panel when it is opened for the first time
    /// @param provenance the line that stands below a presented chart
    PanelStage(
            ShellViewModel model,
            ShellActions actions,
            Function<PanelId, PanelView> factory,
            Supplier<String> provenance) {
        this.model = model;
        this.actions = actions;
        this.factory = factory;
        this.provenance = provenance;
        model.panelProperty().addListener((source, before, now) -> showPanel());
        model.workspaceProperty().addListener((source, before, now) -> {
            panels.clear();
            showPanel();
        });
        model.namesProperty().addListener((source, before, now) -> {
            if (model.presentingProperty().get()) {
                present();
            }
        });
        showPanel();
    }

    /// What the panel in front can do.
    List<Command> frontCommands() {
        PanelView front = panels.get(model.panelProperty().get());
        return front == null ? List.of() : front.commands();
    }

    /// Ends a presentation.
    void leave() {
        getChildren().clear();
        showPanel();
    }

    private void showPanel() {
        if (model.presentingProperty().get()
                && !getChildren().isEmpty()
                && getChildren().getFirst() instanceof PresentationView) {
            return;
        }
        Node node = switch (model.workspaceProperty().get()) {
            case WorkspaceState.Opening opening -> opening();
            case WorkspaceState.Failed failed -> failed(failed);
            case WorkspaceState.Fresh fresh ->
                ShellViewModel.LIVE.contains(model.panelProperty().get())
                        ? new StartPage(actions)
                        : panel(model.panelProperty().get());
            case WorkspaceState.Filled filled -> panel(model.panelProperty().get());
        };
        getChildren().setAll(node);
    }

    private Node panel(PanelId id) {
        PanelView view = panels.get(id);
        if (view == null) {
            view = ShellViewModel.LIVE.contains(id) ? factory.apply(id) : new LaterView(id);
            panels.put(id, view);
        }
        view.shown();
        return view.root();
    }

    private static Node opening() {
        StatePane pane = new StatePane(
                new StackPane(),
                StatePane.blocks(28, 132, 340, 240),
                new SimpleObjectProperty<>(new PanelState.Loading()));
        pane.getStyleClass().add("panel");
        return pane;
    }

    private Node failed(WorkspaceState.Failed failed) {
        StatePane pane = new StatePane(
                new StackPane(),
                new StackPane(),
                new SimpleObjectProperty<>(
                        new PanelState.Failed("The workspace could not be opened", failed.failure(), actions::reopen)));
        pane.getStyleClass().add("panel");
        return pane;
    }

    /// Walks through the charts of all panels; a window without charts only loses its bars.
    void present() {
        List<PresentationViewModel.Slide> slides = new ArrayList<>();
        if (model.workspaceProperty().get() instanceof WorkspaceState.Filled) {
            for (PanelId id : ShellViewModel.LIVE) {
                for (Exportable what : Exports.below(panel(id))) {
                    if (what instanceof Exportable.Chart chart) {
                        slides.add(new PresentationViewModel.Slide(id, chart));
                    }
                }
            }
        }
        if (slides.isEmpty()) {
            leave();
            return;
        }
        PresentationViewModel walk =
                new PresentationViewModel(slides, model.panelProperty().get());
        walk.indexProperty()
                .addListener((source, before, now) -> walk.current().ifPresent(slide -> model.open(slide.panel())));
        PresentationView view = new PresentationView(walk, provenance.get());
        getChildren().setAll(view);
        Platform.runLater(view::requestFocus);
    }
}
