package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Choices;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.ReconcileBill;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for an invoice, its tolerance and what the invoice may leave open, and stays until the comparison is done.
final class ReconcileDialog extends VBox {
    private static final double WIDTH = 560;
    private final TextField file = new TextField();

    /// @param choose asks the person for a file
    /// @param done takes the result, after the dialog has closed
    ReconcileDialog(
            ReconcileViewModel model,
            Supplier<Optional<Path>> choose,
            Consumer<ReconcileBill.Report> done,
            Runnable close) {
        super(12);
        getStyleClass().addAll("dialog-card", "reconcile-dialog");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        Button cancel = Parts.button("Cancel", "", close);
        Button go = Parts.button(
                "Reconcile",
                "",
                () -> model.run(report -> {
                    close.run();
                    done.accept(report);
                }),
                "primary");
        go.setId("reconcile-confirm");
        go.setDefaultButton(true);
        go.textProperty().bind(model.runningProperty().map(running -> running ? "Comparing …" : "Reconcile"));
        go.disableProperty()
                .bind(model.runningProperty().or(model.fileProperty().isEmpty()));
        getChildren()
                .addAll(
                        Parts.label("Reconcile with an invoice", "section-title"),
                        Parts.prose(
                                "A table with amounts, as CSV or JSON. It may also state month, currency, account,"
                                        + " service and invoice number; the bills are compared as finely as it does.",
                                "small",
                                "muted"),
                        fields(model, choose),
                        problem(model),
                        Parts.hairline(),
                        Parts.row(8, Parts.spring(), cancel, go));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /// Puts the caret into the field of the file.
    void begin() {
        file.requestFocus();
    }

    private GridPane fields(ReconcileViewModel model, Supplier<Optional<Path>> choose) {
        file.setId("reconcile-file");
        file.setPromptText("october.csv");
        file.setAccessibleText("File of the invoice");
        file.textProperty().bindBidirectional(model.fileProperty());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button browse = Parts.button(
                "Choose …",
                "fth-folder",
                () -> choose.get().ifPresent(path -> model.fileProperty().set(path.toString())));
        TextField tolerance = new TextField();
        tolerance.setId("reconcile-tolerance");
        tolerance.setAccessibleText("Tolerance in percent");
        tolerance.setPrefWidth(72);
        tolerance.setMaxWidth(72);
        tolerance.textProperty().bindBidirectional(model.toleranceProperty());
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints names = new ColumnConstraints(112);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        grid.addRow(0, name("Invoice"), Parts.row(8, file, browse));
        grid.addRow(
                1,
                name("Tolerance"),
                Parts.row(8, tolerance, Parts.label("% of each invoiced amount", "small", "muted")));
        grid.addRow(
                2,
                name("Month"),
                Choices.of("reconcile-month", "Month", model::months, model::words, model.monthProperty()));
        grid.addRow(
                3,
                name("Currency"),
                Choices.of(
                        "reconcile-currency",
                        "Currency",
                        model::currencies,
                        model::currencyWords,
                        model.currencyProperty()));
        grid.addRow(
                4,
                name("Bills of"),
                Choices.of("reconcile-part", "Bills of", model::parts, model::words, model.partProperty()));
        return grid;
    }

    private static Label name(String words) {
        return Parts.label(words, "small", "muted");
    }

    private static Node problem(ReconcileViewModel model) {
        Label words = Parts.prose("", "small");
        Label code = Parts.label("", "caption", "muted");
        VBox text = new VBox(2, words, code);
        HBox row = Parts.row(8, Icons.medium("fth-alert-circle", "bad"), text);
        Consumer<Optional<Problem>> show = problem -> {
            words.setText(problem.map(Problem::message).orElse(""));
            code.setText(problem.map(Problem::code).orElse(""));
            code.setManaged(!code.getText().isEmpty());
            row.setVisible(problem.isPresent());
            row.setManaged(problem.isPresent());
        };
        model.problemProperty().addListener((source, before, now) -> show.accept(now));
        show.accept(model.problemProperty().get());
        return row;
    }
}
