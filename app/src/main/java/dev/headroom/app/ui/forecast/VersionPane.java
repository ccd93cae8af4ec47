package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The part of the inspector about the version of the model.
final class VersionPane extends VBox {
    private final VersionModel model;

    VersionPane(VersionModel model) {
        super(4);
        this.model = model;
        getChildren()
                .addAll(
                        new LoadedPane<>(model.wordsProperty(), 3, model::look, this::words),
                        line(model.refusalProperty(), "version-refusal", "muted"),
                        line(model.noteProperty(), "version-note", "medium"));
    }

    private static Label line(ReadOnlyStringProperty text, String id, String style) {
        Label label = Parts.prose("", "small", style);
        label.setId(id);
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Node words(VersionWords words) {
        HBox head = Parts.row(8, Parts.label("Model version", "group-title"), Parts.spring());
        words.verdict()
                .ifPresent(verdict ->
                        head.getChildren().add(Parts.badge(words.tone(), words.icon(), VersionWords.badge(verdict))));
        Label title = Parts.label(words.title(), "body", "medium");
        title.setId("version-title");
        VBox box = new VBox(4, head, title);
        if (!words.trained().isEmpty()) {
            box.getChildren()
                    .addAll(
                            Parts.prose(words.trained(), "small", "muted"),
                            Parts.prose(words.metrics(), "small", "muted"));
        }
        Label reason = words.verdict().isPresent()
                ? Parts.prose(words.reason(), "small")
                : Parts.prose(words.reason(), "small", "muted");
        reason.setId("version-reason");
        Button train = Parts.button(words.action(), "fth-refresh-cw", model::train, "small-button");
        train.setId("train-version");
        train.disableProperty().bind(model.refusalProperty().isNotEmpty());
        model.trainingProperty().addListener((source, before, now) -> face(train, words));
        face(train, words);
        VBox.setMargin(train, new Insets(4, 0, 0, 0));
        box.getChildren().addAll(reason, train);
        return box;
    }

    private void face(Button train, VersionWords words) {
        boolean busy = model.trainingProperty().get();
        train.setText(busy ? "Training" : words.action());
        train.setGraphic(Icons.small(busy ? "fth-clock" : "fth-refresh-cw"));
    }
}
