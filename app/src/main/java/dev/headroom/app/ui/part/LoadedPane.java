package dev.headroom.app.ui.part;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.session.Loaded;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One part of a panel that arrives on its own: still bars while it is waited for, a line with a retry when it failed.
public final class LoadedPane<T> extends StackPane {
    private final Function<T, Node> face;
    private final Runnable again;
    private final int bars;
    private final PauseTransition patience = new PauseTransition(Duration.millis(200));

    /// @param bars how many still bars stand for the content
    public LoadedPane(ObservableValue<Loaded<T>> source, int bars, Runnable again, Function<T, Node> face) {
        this.face = face;
        this.again = again;
        this.bars = bars;
        getStyleClass().add("loaded-pane");
        patience.setOnFinished(event -> getChildren().setAll(skeleton()));
        source.addListener((observable, before, now) -> follow(now));
        follow(source.getValue());
    }

    private void follow(Loaded<T> state) {
        patience.stop();
        switch (state) {
            case Loaded.Waiting<T> waiting -> {
                getChildren().clear();
                patience.playFromStart();
            }
            case Loaded.Failed<T>(TaskFailure failure) -> getChildren().setAll(failed(failure));
            case Loaded.Known<T>(T value) -> getChildren().setAll(face.apply(value));
        }
    }

    private VBox skeleton() {
        VBox column = new VBox(10);
        column.setAccessibleText("Loading");
        for (int i = 0; i < bars; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton-bar");
            bar.setMinHeight(i == 1 ? 22 : 10);
            bar.maxWidthProperty().bind(column.widthProperty().multiply(i == 1 ? 0.75 : i % 2 == 0 ? 0.55 : 0.4));
            column.getChildren().add(bar);
        }
        column.setAlignment(Pos.TOP_LEFT);
        return column;
    }

    private VBox failed(TaskFailure failure) {
        HBox line = Parts.row(8, Icons.medium("fth-alert-circle", "bad"), Parts.prose(failure.message(), "small"));
        HBox actions = Parts.row(
                8,
                Parts.button("Try again", "fth-refresh-cw", again, "small-button"),
                Parts.label(failure.code(), "caption", "muted"));
        VBox box = new VBox(8, line, actions);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
