package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.engine.series.SeriesQuality;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every series or imported file with its score, and beside them what speaks against the chosen one and what to do.
final class SeriesQualityPage extends HBox {
    /// What is judged.
    private enum Of {
        SERIES("Series"),
        FILES("Files");

        private final String words;

        Of(String words) {
            this.words = words;
        }
    }

    private static final double DETAIL_HEIGHT = 220;

    private final SeriesQualityModel model;
    private final VBox detail = new VBox(8);
    private final ObjectProperty<Of> of = new SimpleObjectProperty<>(Of.SERIES);
    private final StackPane tables = new StackPane();
    private final Label count = Parts.label("", "small", "muted");
    private final LoadedPane<List<SeriesRow>> series;
    private final LoadedPane<List<FileRow>> files;

    SeriesQualityPage(SeriesQualityModel model, Node byMetric) {
        super(16);
        this.model = model;
        series = new LoadedPane<>(model.all(), 8, model::retry, this::content);
        files = new LoadedPane<>(model.files().all(), 8, model.files()::retry, this::fileContent);
        VBox.setVgrow(tables, Priority.ALWAYS);
        VBox left = Parts.card(head(), tables);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("What speaks against it");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox chosen = Parts.card(scroll);
        chosen.setMinHeight(DETAIL_HEIGHT);
        VBox.setVgrow(chosen, Priority.ALWAYS);
        byMetric.visibleProperty().bind(of.isEqualTo(Of.SERIES));
        byMetric.managedProperty().bind(byMetric.visibleProperty());
        VBox side = new VBox(16, chosen, byMetric);
        side.setMinWidth(392);
        side.setMaxWidth(392);
        getChildren().setAll(left, side);
        model.selectedProperty().addListener((source, before, now) -> show());
        model.files().selectedProperty().addListener((source, before, now) -> show());
        of.addListener((source, before, now) -> turn());
        turn();
    }

    private void turn() {
        if (of.get() == Of.FILES) {
            model.files().want();
        }
        tables.getChildren().setAll(of.get() == Of.SERIES ? series : files);
        show();
    }

    private void show() {
        count.setText(of.get() == Of.SERIES ? model.subtitle() : model.files().subtitle());
        if (of.get() == Of.SERIES) {
            show(model.selectedProperty().get());
        } else {
            detail.getChildren().setAll(FileQualityTable.detail(model.files()));
        }
    }

    private Node content(List<SeriesRow> rows) {
        return rows.isEmpty()
                ? Parts.prose(
                        "No series is in the workspace. Import utilization to see how good it is.", "body", "muted")
                : table();
    }

    private Node fileContent(List<FileRow> rows) {
        return rows.isEmpty()
                ? Parts.prose("No file was imported into this workspace yet.", "body", "muted")
                : FileQualityTable.of(model.files());
    }

    private HBox head() {
        model.rows().addListener((ListChangeListener<SeriesRow>) change -> show());
        model.files().rows().addListener((ListChangeListener<FileRow>) change -> show());
        TextField search = new TextField();
        search.setPromptText("Name or reason");
        search.setAccessibleText("Filter by name or reason");
        search.setPrefWidth(160);
        search.textProperty().bindBidirectional(model.textProperty());
        HBox verdicts = Segments.of(
                "Shown verdicts",
                List.of(SeriesQualityModel.Shown.values()),
                SeriesQualityModel.Shown::words,
                model.shownProperty());
        return Parts.row(
                8,
                Segments.of("Judged", List.of(Of.values()), value -> value.words, of),
                count,
                Parts.spring(),
                search,
                verdicts);
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
