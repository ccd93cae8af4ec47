package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.RuleFinding;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The rules of its format that kept rows of a file break.
final class FindingsTable {
    private FindingsTable() {}

    static TableView<RuleFinding> of(List<RuleFinding> findings, Formats formats) {
        TableView<RuleFinding> table = Columns.table("Findings", "No finding.", finding -> {});
        table.getColumns().add(Columns.text("Rule", 130, RuleFinding::rule, "key-column"));
        table.getColumns().add(Columns.text("Column", 130, RuleFinding::column, "muted-column"));
        table.getColumns().add(Columns.number("Rows", 66, finding -> formats.count(finding.rows()), finding ->
                (double) finding.rows()));
        table.getColumns().add(Columns.number("First line", 76, finding -> formats.count(finding.line()), finding ->
                (double) finding.line()));
        table.getColumns()
                .add(Columns.node(
                        "Value",
                        120,
                        RuleFinding::value,
                        Comparator.comparing(RuleFinding::value),
                        finding ->
                                Parts.elastic(finding.value().isEmpty() ? Formats.UNKNOWN : finding.value(), "raw")));
        table.getColumns().add(Columns.text("What the rule says", 300, RuleFinding::sentence, "muted-column"));
        Columns.show(table, FXCollections.observableArrayList(findings));
        table.setMinHeight(28 + 32 * 2);
        table.setPrefHeight(28 + 32.0 * Math.min(4, findings.size()));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return table;
    }
}
