package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Shows what would be sent and where it goes, before it is sent.
final class SendDialog extends VBox {
    private static final double WIDTH = 500;
    private static final int MOST_LINES = 6;

    /// Asks for the place of a file.
    @FunctionalInterface
    interface FileAsk {
        Optional<Path> place(String name);
    }

    private final AnomalySending sending;
    private final VBox lines = new VBox(4);
    private final Label destination = Parts.prose("", "small");
    private final Label problem = Parts.prose("", "small", "muted");
    private final PasswordField webhook = new PasswordField();
    private final TextField receiver = new TextField();
    private final VBox address = new VBox();
    private final Button confirm = Parts.button("", "", () -> {}, "primary");
    private FileAsk files = this::chooseFile;

    SendDialog(AnomalySending sending, Runnable close) {
        super(12);
        this.sending = sending;
        getStyleClass().addAll("dialog-card", "decision-dialog");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        webhook.setId("anomaly-webhook");
        webhook.setPromptText("https://hooks.slack.com/services/… or aws-secret:NAME");
        webhook.setAccessibleText("Address of the webhook");
        receiver.setId("anomaly-receiver");
        receiver.setPromptText("name@example.org");
        receiver.setAccessibleText("Receiver of the e-mail");
        confirm.setId("anomaly-send");
        confirm.setDefaultButton(true);
        confirm.setOnAction(event -> confirmed(close));
        HBox foot = Parts.row(8, Parts.spring(), Parts.button("Cancel", "", close), confirm);
        getChildren()
                .addAll(
                        Parts.label("Send anomalies", "section-title"),
                        Parts.prose("What is open on the list and was not sent this way before.", "small", "muted"),
                        Segments.of(
                                "Way",
                                List.of(AnomalySending.Way.values()),
                                AnomalySending.Way::label,
                                sending.wayProperty()),
                        address,
                        lines,
                        Parts.hairline(),
                        destination,
                        problem,
                        foot);
        webhook.textProperty()
                .addListener((source, before, now) -> sending.addressProperty().set(now));
        receiver.textProperty()
                .addListener((source, before, now) -> sending.addressProperty().set(now));
        sending.addressProperty().addListener((source, before, now) -> refresh());
        sending.wayProperty().addListener((source, before, now) -> change(now));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        change(sending.wayProperty().get());
    }

    /// Asks for files in another way than the system's dialog.
    void chooseFilesBy(FileAsk ask) {
        files = ask;
    }

    /// Puts the caret into the field.
    void begin() {
        webhook.requestFocus();
    }

    private void change(AnomalySending.Way way) {
        webhook.clear();
        receiver.clear();
        sending.addressProperty().set("");
        address.getChildren()
                .setAll(
                        switch (way) {
                            case WEBHOOK -> List.of(webhook);
                            case MAIL -> List.of(receiver);
                            case JSON -> List.of();
                        });
        refresh();
    }

    private void refresh() {
        lines.getChildren()
                .setAll(sending.lines(MOST_LINES).stream()
                        .map(line -> Parts.elastic(line, "small"))
                        .toList());
        Optional<String> missing = sending.problem();
        destination.setText(sending.destination());
        problem.setText(missing.orElse(""));
        confirm.setText(sending.wayProperty().get().action());
        confirm.setDisable(missing.isPresent());
    }

    private void confirmed(Runnable close) {
        Optional<String> name = sending.fileName();
        if (name.isEmpty()) {
            close.run();
            sending.post();
        } else {
            files.place(name.get()).ifPresent(file -> {
                close.run();
                sending.write(file);
            });
        }
        webhook.clear();
    }

    private Optional<Path> chooseFile(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Send anomalies");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath);
    }
}
