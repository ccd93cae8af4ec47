package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Shows new notices at the lower right: 6 seconds, failures until they are closed. The bell shows all of them again.
final class NoticeLayer extends VBox {
    private static final Duration STAY = Duration.seconds(6);
    private final ShellViewModel model;

    NoticeLayer(ShellViewModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("notice-layer");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(368, Region.USE_PREF_SIZE);
        model.notices().addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::show);
            }
        });
    }

    private void show(Notice notice) {
        Node card = card(notice);
        getChildren().add(card);
        if (!notice.stays()) {
            PauseTransition leave = new PauseTransition(STAY);
            leave.setOnFinished(event -> getChildren().remove(card));
            leave.play();
        }
    }

    /// Shows all notices of this session again.
    void showAll() {
        getChildren().clear();
        if (model.notices().isEmpty()) {
            show(new Notice(Tone.NEUTRAL, "No notifications", () -> "What ends or fails is told here.", "", () -> {}));
        }
        model.notices().stream().skip(Math.max(0, model.notices().size() - 5)).forEach(this::show);
    }

    private Node card(Notice notice) {
        Label text = Parts.prose("", "small", "muted");
        text.textProperty().bind(model.namesProperty().map(names -> notice.text()));
        VBox words = new VBox(2, Parts.elastic(notice.title(), "small", "strong"), text);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(10, Icons.medium(icon(notice.tone()), notice.tone().style()), words);
        card.getStyleClass().add("notice");
        card.accessibleTextProperty().bind(text.textProperty().map(now -> notice.title() + ". " + now));
        if (!notice.action().isEmpty()) {
            card.getChildren().add(Parts.link(notice.action(), notice.onAction()));
        }
        card.getChildren()
                .add(Parts.iconButton("fth-x", "Close", () -> getChildren().remove(card), "tiny"));
        return card;
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case GOOD -> "fth-check-circle";
            case WATCH -> "fth-alert-triangle";
            case BAD -> "fth-alert-circle";
            case NEUTRAL, ACCENT -> "fth-info";
        };
    }
}
