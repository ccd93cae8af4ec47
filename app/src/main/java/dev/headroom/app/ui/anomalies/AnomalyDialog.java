package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.part.Choices;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.ShownText;
import dev.headroom.app.usecase.WatchScope;
import dev.headroom.engine.anomaly.Expectation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for what is learnt of an expected anomaly, or for the days and the reach of a known event.
final class AnomalyDialog extends VBox {
    private static final double WIDTH = 500;
    private final AnomaliesViewModel model;
    private final TextField reason = new TextField();
    private final Label problem = Parts.prose("", "small", "muted");
    private final Button confirm;

    private AnomalyDialog(AnomaliesViewModel model, String title, String note, String action, Runnable close) {
        super(12);
        this.model = model;
        this.confirm = Parts.button(action, "", () -> {}, "primary");
        getStyleClass().addAll("dialog-card", "decision-dialog");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        reason.setId("anomaly-reason");
        reason.setAccessibleText("Reason");
        reason.setMaxWidth(Double.MAX_VALUE);
        confirm.setId("anomaly-confirm");
        confirm.setDefaultButton(true);
        getChildren().addAll(Parts.label(title, "section-title"), Parts.prose(note, "small", "muted"));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// Puts the caret into the field.
    void begin() {
        reason.requestFocus();
    }

    private void end(Runnable close, Runnable made) {
        HBox foot = Parts.row(8, Parts.spring(), Parts.button("Cancel", "", close), confirm);
        getChildren().addAll(reason, problem, Parts.hairline(), foot);
        confirm.setOnAction(event -> {
            close.run();
            made.run();
        });
    }

    private void check(Optional<String> now) {
        problem.setText(now.orElse(""));
        confirm.setDisable(now.isPresent());
    }

    static AnomalyDialog expect(AnomalyRow row, AnomaliesViewModel model, Runnable close) {
        AnomalyDialog dialog = new AnomalyDialog(
                model,
                "Expected: " + row.title(),
                "It leaves the open list. What is learnt of it concerns later episodes only.",
                "Mark as expected",
                close);
        ObjectProperty<Expectation.Pattern> pattern =
                new SimpleObjectProperty<>(Expectation.suggested(row.anomaly().episode()));
        MenuButton choice = Choices.of(
                "anomaly-pattern",
                "What is learnt",
                () -> Arrays.asList(Expectation.Pattern.values()),
                AnomalyDialog::words,
                pattern);
        Label lesson = Parts.prose(model.desk().lesson(row, pattern.get()), "small");
        pattern.addListener((source, before, now) -> lesson.setText(model.desk().lesson(row, now)));
        dialog.reason.setPromptText("For example: the monthly report runs then");
        dialog.getChildren().addAll(field("Happens again", choice), lesson);
        dialog.reason
                .textProperty()
                .addListener((source, before, now) -> dialog.check(model.desk().problem(now)));
        dialog.check(model.desk().problem(""));
        dialog.end(
                close,
                () -> model.desk()
                        .expect(row, pattern.get(), dialog.reason.getText().strip()));
        return dialog;
    }

    private static String words(Expectation.Pattern pattern) {
        return switch (pattern) {
            case ONCE -> "No, this once";
            case MONTH_START -> "At the start of months";
            case MONTH_END -> "At the end of months";
            case QUARTER_END -> "At the end of quarters";
            case WEEKDAY -> "On the same day of the week";
            case LEVEL -> "It stays at this level";
        };
    }

    static AnomalyDialog suppress(AnomalyRow row, AnomaliesViewModel model, Runnable close) {
        AnomalyDialog dialog = new AnomalyDialog(
                model,
                "Known event",
                "What begins on these days is not alerted. It stays in the list under Expected.",
                "Keep",
                close);
        List<WatchScope> scopes = model.scopes(row);
        ObjectProperty<WatchScope> scope = new SimpleObjectProperty<>(scopes.getFirst());
        MenuButton choice =
                Choices.of("anomaly-scope", "Concerns", () -> scopes, known -> model.scopeWords(known, row), scope);
        DatePicker from = dialog.day("From", row.anomaly().startDay());
        DatePicker to = dialog.day("To", LocalDate.ofInstant(row.anomaly().last(), ZoneOffset.UTC));
        dialog.reason.setPromptText("For example: autumn sale");
        dialog.getChildren().addAll(field("Concerns", choice), Parts.row(16, field("From", from), field("To", to)));
        Runnable check = () -> dialog.check(
                from.getValue().isAfter(to.getValue())
                        ? Optional.of("The last day lies before the first.")
                        : model.desk().problem(dialog.reason.getText()));
        dialog.reason.textProperty().addListener((source, before, now) -> check.run());
        from.valueProperty().addListener((source, before, now) -> check.run());
        to.valueProperty().addListener((source, before, now) -> check.run());
        check.run();
        dialog.end(
                close,
                () -> model.desk()
                        .suppress(
                                scope.get(),
                                from.getValue(),
                                to.getValue(),
                                dialog.reason.getText().strip()));
        return dialog;
    }

    private DatePicker day(String name, LocalDate day) {
        DatePicker picker = new DatePicker(day);
        picker.setId("anomaly-" + name.toLowerCase(Locale.ROOT));
        picker.setAccessibleText(name);
        picker.setEditable(false);
        picker.setPrefWidth(150);
        picker.setConverter(new ShownText<>(shown -> model.formats().dayYear(shown)));
        return picker;
    }

    private static HBox field(String name, Node input) {
        return Parts.row(8, Parts.label(name, "small", "muted"), input);
    }
}
