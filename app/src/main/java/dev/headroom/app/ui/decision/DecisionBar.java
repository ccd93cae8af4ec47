package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.ModalHost;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.rightsizing.Decision;
import java.time.LocalDate;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// The buttons that decide about the chosen rows, and the same as commands with shortcuts.
public final class DecisionBar<R extends Decidable> extends HBox {
    private static final String ACCEPT = "Ctrl+Shift+A";
    private static final String DISMISS = "Ctrl+Shift+X";
    private static final String SNOOZE = "Ctrl+Shift+S";
    private static final String REOPEN = "Ctrl+Shift+O";
    private static final String DONE = "Ctrl+Shift+K";

    // Only the kind of these counts: they ask which rows a button is for.
    private static final Decision ANY_DISMISSAL = new Decision.Dismiss("");
    private static final Decision ANY_SNOOZE = new Decision.Snooze(LocalDate.EPOCH);

    private final ObservableList<R> chosen;
    private final DecisionDesk desk;
    private final Formats formats;
    private final ModalHost modal;
    private final Button accept = Parts.button("Accept", "fth-check", this::accept, "primary");
    private final Button dismiss = Parts.button("Dismiss…", "fth-x", this::dismiss);
    private final Button snooze = Parts.button("Snooze…", "fth-clock", this::snooze);
    private final Button reopen = Parts.button("Reopen", "fth-refresh-cw", this::reopen);
    private final Button done = Parts.button("Done", "fth-check-circle", this::done);

    /// @param chosen the rows that the buttons are for
    /// @param modal where the dialogs are shown
    public DecisionBar(ObservableList<R> chosen, DecisionDesk desk, Formats formats, ModalHost modal) {
        super(8);
        this.chosen = chosen;
        this.desk = desk;
        this.formats = formats;
        this.modal = modal;
        getStyleClass().add("decision-bar");
        Parts.describe(accept, "Accept the chosen recommendations   " + ACCEPT);
        Parts.describe(dismiss, "Dismiss them with a reason   " + DISMISS);
        Parts.describe(snooze, "Put them off until a day   " + SNOOZE);
        Parts.describe(reopen, "Take the last decision back   " + REOPEN);
        Parts.describe(done, "Mark what was accepted as done   " + DONE);
        chosen.addListener((ListChangeListener<R>) change -> refresh());
        refresh();
    }

    /// For the chosen rows of a page.
    public static <R extends Decidable> DecisionBar<R> of(AdvicePage<?, R> page, ModalHost modal) {
        return new DecisionBar<>(page.rows().chosen(), page.desk(), page.formats(), modal);
    }

    private int able(Decision decision) {
        return desk.able(chosen, decision).size();
    }

    private void refresh() {
        int open = able(new Decision.Accept());
        accept.setText(open > 1 ? "Accept " + open : "Accept");
        accept.setDisable(open == 0);
        dismiss.setDisable(able(ANY_DISMISSAL) == 0);
        snooze.setDisable(able(ANY_SNOOZE) == 0);
        getChildren().setAll(accept, dismiss, snooze);
        if (able(new Decision.Done()) > 0) {
            getChildren().set(0, done);
        }
        if (able(new Decision.Reopen("")) > 0) {
            getChildren().add(reopen);
        }
    }

    private void accept() {
        desk.decide(chosen, new Decision.Accept());
    }

    private void reopen() {
        desk.decide(chosen, new Decision.Reopen(""));
    }

    private void done() {
        desk.decide(chosen, new Decision.Done());
    }

    private void dismiss() {
        List<R> rows = desk.able(chosen, ANY_DISMISSAL);
        if (!rows.isEmpty()) {
            show(DecisionDialog.dismiss(rows, desk, decision -> desk.decide(rows, decision), modal::hide));
        }
    }

    private void snooze() {
        List<R> rows = desk.able(chosen, ANY_SNOOZE);
        if (!rows.isEmpty()) {
            show(DecisionDialog.snooze(rows, desk, formats, decision -> desk.decide(rows, decision), modal::hide));
        }
    }

    private void show(DecisionDialog dialog) {
        modal.show(dialog);
        Platform.runLater(dialog::begin);
    }

    public List<Command> commands() {
        return List.of(
                command("Accept the chosen recommendations", "fth-check", ACCEPT, this::accept),
                command("Dismiss the chosen recommendations", "fth-x", DISMISS, this::dismiss),
                command("Snooze the chosen recommendations", "fth-clock", SNOOZE, this::snooze),
                command("Reopen the chosen recommendations", "fth-refresh-cw", REOPEN, this::reopen),
                command("Mark the chosen recommendations as done", "fth-check-circle", DONE, this::done),
                command(desk.undoWords(), "fth-corner-up-left", "Ctrl+Z", desk::undo),
                command(desk.redoWords(), "fth-corner-up-right", "Ctrl+Shift+Z", desk::redo));
    }

    private static Command command(String label, String icon, String keys, Runnable action) {
        return new Command(Command.Kind.ACTION, label, "Rightsizing", icon, keys, action);
    }
}
