package dev.headroom.app.ui.panel;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows the content of a panel, or its empty, loading or failed state in the same place.
public final class StatePane extends StackPane {
    private static final Duration QUIET = Duration.millis(200);

    private final Node content;
    private final Node skeleton;
    private final PauseTransition patience = new PauseTransition(QUIET);

    /// @param skeleton what stands for the content while it is loading
    public StatePane(Node content, Node skeleton, ObservableValue<PanelState> state) {
        this.content = content;
        this.skeleton = skeleton;
        skeleton.getStyleClass().add("skeleton");
        patience.setOnFinished(event -> show(skeleton));
        state.addListener((source, before, now) -> follow(now));
        follow(state.getValue());
    }

    private void follow(PanelState state) {
        patience.stop();
        switch (state) {
            case PanelState.Ready ready -> show(content);
            case PanelState.Empty empty -> show(emptyNode(empty));
            case PanelState.Failed failed -> show(failedNode(failed));
            case PanelState.Loading loading -> {
                getChildren().clear();
                patience.playFromStart();
            }
        }
    }

    private void show(Node node) {
        getChildren().setAll(node);
    }

    /// Still blocks in place of a panel's cards.
    public static Region blocks(double... heights) {
        VBox column = new VBox(16);
        for (double height : heights) {
            Region block = new Region();
            block.getStyleClass().add("skeleton-block");
            block.setMinHeight(Math.min(height, 120));
            block.setPrefHeight(height);
            VBox.setVgrow(block, height > 200 ? Priority.ALWAYS : Priority.NEVER);
            column.getChildren().add(block);
        }
        column.setAccessibleText("Loading");
        return column;
    }

    /// The empty state as a node, also used outside panels.
    public static Node emptyNode(PanelState.Empty empty) {
        VBox box = message(Icons.large(empty.icon()), empty.title(), empty.sentence());
        box.getStyleClass().add("state-empty");
        if (!empty.action().isEmpty()) {
            Button action = Parts.button(empty.action(), "", empty.onAction(), "primary");
            action.setDisable(!empty.reason().isEmpty());
            HBox holder = new HBox(action);
            holder.setAlignment(Pos.CENTER);
            if (!empty.reason().isEmpty()) {
                Tooltip.install(holder, new Tooltip(empty.reason()));
                action.setAccessibleHelp(empty.reason());
            }
            box.getChildren().add(holder);
            VBox.setMargin(holder, new Insets(8, 0, 0, 0));
        }
        return box;
    }

    private static Node failedNode(PanelState.Failed failed) {
        VBox box = message(
                Icons.large("fth-alert-circle", "bad"),
                failed.title(),
                failed.failure().message());
        box.getStyleClass().add("state-failed");
        TextArea details = new TextArea(failed.failure().details());
        details.setEditable(false);
        details.setPrefRowCount(8);
        details.setMaxWidth(640);
        details.setAccessibleText("Technical details of " + failed.failure().code());
        details.getStyleClass().add("mono");
        Button again = Parts.button("Try again", "fth-refresh-cw", failed.again());
        Button more = Parts.button("Details", "", () -> toggle(box, details), "quiet");
        Label code = Parts.label(failed.failure().code(), "small", "muted");
        HBox actions = new HBox(12, again, more, code);
        actions.setAlignment(Pos.CENTER);
        VBox.setMargin(actions, new Insets(8, 0, 0, 0));
        box.getChildren().add(actions);
        return box;
    }

    private static void toggle(VBox box, Node details) {
        if (!box.getChildren().remove(details)) {
            box.getChildren().add(details);
        }
    }

    private static VBox message(Node icon, String title, String sentence) {
        Label line = Parts.label(title, "section-title");
        Label text = Parts.prose(sentence, "body", "muted", "centered");
        text.setMaxWidth(420);
        VBox box = new VBox(6, icon, line, text);
        VBox.setMargin(line, new Insets(6, 0, 0, 0));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().addAll("card", "state-message");
        return box;
    }
}
