package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.cost.ImportQuality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// The imported files by their score, and what speaks against one of them.
final class FileQualityTable {
    private FileQualityTable() {}

    static TableView<FileRow> of(FileQualityModel model) {
        Formats formats = model.formats();
        TableView<FileRow> table =
                Columns.table("Quality of the files", "No file passes the filters.", model.selectedProperty()::set);
        table.getColumns()
                .add(Columns.number(
                        "Score", 60, row -> formats.count(row.score()), row -> (double) row.score(), "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Quality",
                        84,
                        FileRow::word,
                        Comparator.comparing(FileRow::verdict),
                        row -> Parts.badge(row.tone(), SeriesRow.icon(row.tone()), row.word())));
        table.getColumns().add(Columns.text("File", 190, FileRow::name, "key-column"));
        table.getColumns().add(Columns.text("Format", 92, FileRow::format, "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Rows", 72, row -> formats.count(row.judged().file().rows()), row ->
                                (double) row.judged().file().rows()));
        table.getColumns()
                .add(Columns.number(
                        "Loaded",
                        100,
                        row -> formats.dayTime(row.judged().loaded()),
                        Comparator.comparing(row -> row.judged().loaded()),
                        "muted-column"));
        table.getColumns().add(Columns.text("First reason", 240, FileRow::reason, "muted-column"));
        Columns.show(table, model.rows());
        table.getSelectionModel().select(model.selectedProperty().get());
        table.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return table;
    }

    /// What is known of the chosen file.
    static List<Node> detail(FileQualityModel model) {
        FileRow row = model.selectedProperty().get();
        if (row == null) {
            return List.of(Parts.prose("No file is chosen.", "small", "muted"));
        }
        Formats formats = model.formats();
        List<Node> nodes = new ArrayList<>();
        Label score = Parts.label(formats.count(row.score()) + " of 100", "small", "medium");
        nodes.add(Parts.row(
                8,
                Parts.elastic(row.name(), "section-title"),
                Parts.spring(),
                score,
                Parts.badge(row.tone(), SeriesRow.icon(row.tone()), row.word())));
        ImportQuality.Facts facts = row.judged().facts();
        nodes.add(Parts.prose(
                "%s. %s rows, %s refused, %s there before%s."
                        .formatted(
                                row.format(),
                                formats.count(facts.rows()),
                                formats.count(facts.rejected()),
                                formats.count(facts.duplicates()),
                                facts.days() == 0
                                        ? ""
                                        : "; " + formats.count(facts.days() - (long) facts.missingDays()) + " of "
                                                + formats.count(facts.days()) + " days with charges"),
                "small",
                "muted"));
        nodes.add(Parts.hairline());
        if (row.judged().quality().reasons().isEmpty()) {
            nodes.add(Parts.prose("Nothing speaks against this file.", "small"));
        }
        row.judged().quality().reasons().forEach(reason -> nodes.add(reason(reason, formats)));
        nodes.add(Parts.hairline());
        nodes.add(Parts.prose(model.sentence(), "small", "muted"));
        return nodes;
    }

    private static VBox reason(ImportQuality.Reason reason, Formats formats) {
        boolean costs = reason.weight() > 0;
        String words =
                reason.words() + (reason.weight() >= 0.5 ? " −" + formats.number(reason.weight(), 0) + " points." : "");
        VBox box = new VBox(
                2,
                Parts.prose(words, "small", costs ? "watch" : "body"),
                Parts.prose(reason.advice(), "small", "muted"));
        box.setAccessibleText((costs ? "Against it: " : "To know: ") + words + " " + reason.advice());
        return box;
    }
}
