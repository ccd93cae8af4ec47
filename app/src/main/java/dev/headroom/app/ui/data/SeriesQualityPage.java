package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.engine.series.SeriesQuality;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every series with its score, and beside them what speaks against the chosen one and what to do.
final class SeriesQualityPage extends HBox {
    private final SeriesQualityModel model;
    private final VBox detail = new VBox(8);

    SeriesQualityPage(SeriesQualityModel model, Node byMetric) {
        super(16);
        this.model = model;
        LoadedPane<List<SeriesRow>> series = new LoadedPane<>(model.all(), 8, model::retry, this::content);
        VBox.setVgrow(series, Priority.ALWAYS);
        VBox left = Parts.card(head(), series);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("What speaks against the series");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox chosen = Parts.card(scroll);
        VBox.setVgrow(chosen, Priority.ALWAYS);
        VBox side = new VBox(16, chosen, byMetric);
        side.setMinWidth(392);
        side.setMaxWidth(392);
        getChildren().setAll(left, side);
        model.selectedProperty().addListener((source, before, now) -> show(now));
        show(model.selectedProperty().get());
    }

    private Node content(List<SeriesRow> rows) {
        return rows.isEmpty()
                ? Parts.prose(
                        "No series is in the workspace. Import utilization to see how good it is.", "body", "muted")
                : table();
    }

    private HBox head() {
        Label count = Parts.label(model.subtitle(), "small", "muted");
        model.rows().addListener((ListChangeListener<SeriesRow>) change -> count.setText(model.subtitle()));
        TextField search = new TextField();
        search.setPromptText("Name, metric or reason");
        search.setAccessibleText("Filter the series");
        search.setPrefWidth(180);
        search.textProperty().bindBidirectional(model.textProperty());
        HBox verdicts = Segments.of(
                "Shown series",
                List.of(SeriesQualityModel.Shown.values()),
                SeriesQualityModel.Shown::words,
                model.shownProperty());
        return Parts.row(8, Parts.label("Series", "section-title"), count, Parts.spring(), search, verdicts);
    }

    private TableView<SeriesRow> table() {
        Formats formats = model.formats();
        TableView<SeriesRow> table =
                Columns.table("Quality of the series", "No series passes the filters.", model.selectedProperty()::set);
        table.getColumns()
                .add(Columns.number(
                        "Score",
                        60,
                        row -> formats.count(row.quality().score()),
                        row -> (double) row.quality().score(),
                        "strong-column"));
        table.getColumns()
                .add(Columns.node(
                        "Quality",
                        84,
                        SeriesRow::verdict,
                        Comparator.comparing(row -> row.quality().verdict()),
                        row -> Parts.badge(row.tone(), row.icon(), row.verdict())));
        table.getColumns().add(Columns.text("Server", 100, SeriesRow::resource, "key-column"));
        table.getColumns().add(Columns.text("Series", 230, SeriesRow::kind, "muted-column"));
        table.getColumns()
                .add(Columns.number(
                        "Complete",
                        76,
                        row -> formats.percent(100 * row.quality().completeness(), 1),
                        row -> row.quality().completeness()));
        table.getColumns()
                .add(Columns.number(
                        "Age", 48, row -> formats.count(row.quality().lag()), row ->
                                (double) row.quality().lag()));
        table.getColumns()
                .add(Columns.node(
                        "History",
                        100,
                        SeriesRow::carries,
                        Comparator.comparing(row -> row.sufficiency().verdict()),
                        row -> Parts.badge(row.carriesTone(), SeriesRow.icon(row.carriesTone()), row.carries())));
        table.getColumns().add(Columns.text("First reason", 200, SeriesRow::reason, "muted-column"));
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

    private void show(@Nullable SeriesRow row) {
        if (row == null) {
            detail.getChildren().setAll(Parts.prose("No series is chosen.", "small", "muted"));
            return;
        }
        SeriesQuality quality = row.quality();
        Formats formats = model.formats();
        Label score = Parts.label(formats.count(quality.score()) + " of 100", "small", "medium");
        detail.getChildren()
                .setAll(
                        Parts.row(
                                8,
                                Parts.elastic(row.resource(), "section-title"),
                                Parts.spring(),
                                score,
                                Parts.badge(row.tone(), row.icon(), row.verdict())),
                        Parts.prose(
                                "%s. %s of %s points, %s, the longest of %s; %s outliers."
                                        .formatted(
                                                row.kind(),
                                                formats.count(quality.observations()),
                                                formats.count(quality.length()),
                                                gaps(quality.gaps()),
                                                formats.count(quality.longestGap()),
                                                formats.count(quality.outliers())),
                                "small",
                                "muted"),
                        Parts.hairline());
        if (quality.findings().isEmpty()) {
            detail.getChildren().add(Parts.prose("Nothing speaks against this series.", "small"));
        }
        quality.findings().forEach(finding -> detail.getChildren().add(reason(finding)));
        detail.getChildren()
                .addAll(
                        Parts.hairline(),
                        Parts.label("Carries a forecast", "group-title"),
                        Parts.row(8, Parts.badge(row.carriesTone(), SeriesRow.icon(row.carriesTone()), row.carries())),
                        Parts.prose(row.sufficiency().sentence(), "small"));
    }

    private String gaps(int gaps) {
        return gaps == 1 ? "1 gap" : model.formats().count(gaps) + " gaps";
    }

    private static Region reason(SeriesQuality.Finding finding) {
        boolean bad = finding.verdict() == SeriesQuality.Verdict.BAD;
        Label words = Parts.prose(finding.words(), "small", bad ? "bad" : "watch");
        Label advice = Parts.prose(finding.advice(), "small", "muted");
        VBox box = new VBox(2, words, advice);
        box.setAccessibleText((bad ? "Bad: " : "To watch: ") + finding.words() + " " + finding.advice());
        return box;
    }
}
