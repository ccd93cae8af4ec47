package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.ShownText;
import dev.headroom.engine.rightsizing.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Asks for what a decision needs: the reason of a dismissal, or the day that ends a snooze.
final class DecisionDialog extends VBox {
    private static final double WIDTH = 460;
    private final Control input;
    private final Label problem = Parts.prose("", "small", "muted");
    private final Button confirm;

    private DecisionDialog(String title, String note, String action, Control input, Runnable close) {
        super(12);
        this.input = input;
        this.confirm = Parts.button(action, "", () -> {}, "primary");
        getStyleClass().addAll("dialog-card", "decision-dialog");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        input.setMaxWidth(Double.MAX_VALUE);
        confirm.setId("decision-confirm");
        confirm.setDefaultButton(true);
        HBox foot = Parts.row(8, Parts.spring(), Parts.button("Cancel", "", close), confirm);
        getChildren()
                .addAll(
                        Parts.label(title, "section-title"),
                        Parts.prose(note, "small", "muted"),
                        input,
                        problem,
                        Parts.hairline(),
                        foot);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// Puts the caret into the field.
    void begin() {
        input.requestFocus();
    }

    private void check(Optional<String> now) {
        problem.setText(now.orElse(""));
        confirm.setDisable(now.isPresent());
    }

    private void onConfirm(Supplier<Decision> made, Consumer<Decision> decide, Runnable close) {
        confirm.setOnAction(event -> {
            close.run();
            decide.accept(made.get());
        });
    }

    static DecisionDialog dismiss(
            List<? extends Decidable> rows, DecisionDesk desk, Consumer<Decision> decide, Runnable close) {
        TextField reason = new TextField();
        reason.setId("decision-reason");
        reason.setPromptText("For example: the licence needs eight cores");
        reason.setAccessibleText("Reason");
        DecisionDialog dialog = new DecisionDialog(
                "Dismiss " + desk.named(rows),
                "It leaves the open list and the totals until something else is advised. The reason is kept in the"
                        + " log.",
                "Dismiss",
                reason,
                close);
        reason.textProperty().addListener((source, before, now) -> dialog.check(desk.problem(now)));
        dialog.check(desk.problem(""));
        dialog.onConfirm(() -> new Decision.Dismiss(reason.getText().strip()), decide, close);
        return dialog;
    }

    static DecisionDialog snooze(
            List<? extends Decidable> rows,
            DecisionDesk desk,
            Formats formats,
            Consumer<Decision> decide,
            Runnable close) {
        LocalDate first = desk.firstSnoozeDay();
        DatePicker until = new DatePicker(first.plusMonths(1).withDayOfMonth(1));
        until.setId("decision-until");
        until.setAccessibleText("Until");
        until.setEditable(false);
        until.setConverter(words(formats));
        until.setDayCellFactory(picker -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isBefore(first));
            }
        });
        DecisionDialog dialog = new DecisionDialog(
                "Snooze " + desk.named(rows),
                "It leaves the open list and the totals, and is open again on this day.",
                "Snooze",
                until,
                close);
        until.valueProperty()
                .addListener((source, before, now) -> dialog.check(
                        now == null || now.isBefore(first)
                                ? Optional.of("Choose a day after today.")
                                : Optional.empty()));
        dialog.check(Optional.empty());
        dialog.onConfirm(() -> new Decision.Snooze(until.getValue()), decide, close);
        return dialog;
    }

    /// The day in the words of the window; it is chosen and never typed.
    private static StringConverter<LocalDate> words(Formats formats) {
        return new ShownText<>(day -> formats.dayYear(day));
    }
}
