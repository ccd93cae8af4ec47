package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.AnomalyStanding.Status;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The buttons that say something about the chosen anomaly, and the same as commands with shortcuts.
final class AnomalyBar extends HBox {
    private static final String ACKNOWLEDGE = "Ctrl+Shift+A";
    private static final String EXPECT = "Ctrl+Shift+X";
    private static final String SUPPRESS = "Ctrl+Shift+S";
    private static final String REOPEN = "Ctrl+Shift+O";
    private final AnomaliesViewModel model;
    private final ModalHost modal;
    private final Button acknowledge = Parts.button("Acknowledge", "fth-check", this::acknowledge);
    private final Button expect = Parts.button("Mark as expected…", "", this::expect);
    private final Button suppress = Parts.button("Known event…", "", this::suppress);
    private final Button reopen = Parts.button("Reopen", "fth-refresh-cw", this::reopen);

    AnomalyBar(AnomaliesViewModel model, ModalHost modal) {
        super(8);
        this.model = model;
        this.modal = modal;
        Parts.describe(acknowledge, "It was seen   " + ACKNOWLEDGE);
        Parts.describe(expect, "It is no anomaly; learn from it   " + EXPECT);
        Parts.describe(suppress, "Keep known days on which nothing alerts   " + SUPPRESS);
        Parts.describe(reopen, "Put it back on the open list   " + REOPEN);
        model.selectedProperty().addListener((source, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    private void show(@Nullable AnomalyRow row) {
        Status status = row == null ? Status.OPEN : row.standing().status();
        getChildren()
                .setAll(
                        status == Status.OPEN || status == Status.PAST
                                ? List.of(acknowledge, expect, suppress)
                                : List.of(reopen));
        setDisable(row == null);
    }

    private boolean isOpen(AnomalyRow row) {
        return row.standing().isOpen() || row.standing().status() == Status.PAST;
    }

    private void acknowledge() {
        AnomalyRow row = model.selectedProperty().get();
        if (row != null && isOpen(row)) {
            model.desk().acknowledge(row);
        }
    }

    private void reopen() {
        AnomalyRow row = model.selectedProperty().get();
        if (row != null && !row.standing().isOpen()) {
            model.desk().reopen(row);
        }
    }

    private void expect() {
        AnomalyRow row = model.selectedProperty().get();
        if (row != null && isOpen(row)) {
            show(AnomalyDialog.expect(row, model, modal::hide));
        }
    }

    private void suppress() {
        AnomalyRow row = model.selectedProperty().get();
        if (row != null && isOpen(row)) {
            show(AnomalyDialog.suppress(row, model, modal::hide));
        }
    }

    private void show(AnomalyDialog dialog) {
        modal.show(dialog);
        Platform.runLater(dialog::begin);
    }

    List<Command> commands() {
        return List.of(
                command("Acknowledge the anomaly", "fth-check", ACKNOWLEDGE, this::acknowledge),
                command("Mark the anomaly as expected", "fth-check-circle", EXPECT, this::expect),
                command("Keep a known event", "fth-calendar", SUPPRESS, this::suppress),
                command("Reopen the anomaly", "fth-refresh-cw", REOPEN, this::reopen),
                command("Undo", "fth-corner-up-left", "Ctrl+Z", model::undo),
                command("Redo", "fth-corner-up-right", "Ctrl+Shift+Z", model::redo));
    }

    private static Command command(String label, String icon, String keys, Runnable action) {
        return new Command(Command.Kind.ACTION, label, "Anomalies", icon, keys, action);
    }
}
