package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.session.Loaded;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// How good the series are, metric by metric, and the worst of them in words.
public final class QualityCard extends VBox {
    /// Below this the rest of a panel gives way.
    private static final double LEAST_HEIGHT = 120;
    /// Room for the scroll bar beside the figures.
    private static final double SCROLL_BAR = 12;

    public QualityCard(
            ObservableValue<Loaded<List<QualityRow>>> rows,
            ObservableValue<Loaded<List<QualityRow.Finding>>> findings,
            Runnable again) {
        super(8);
        Label total = Parts.label("", "small", "muted");
        Runnable count = () -> rows.getValue()
                .known()
                .ifPresent(list -> total.setText("%,d series"
                        .formatted(list.stream().mapToInt(QualityRow::total).sum())));
        rows.addListener((source, before, now) -> count.run());
        count.run();
        getChildren().add(Parts.row(8, Parts.label("Quality by metric", "section-title"), total));
        LoadedPane<List<QualityRow>> table = new LoadedPane<>(rows, 4, again, QualityCard::table);
        Exports.offer(table, new Exportable.Rows("Quality by metric", () -> content(rows.getValue())));
        VBox lines = new VBox(8, table, new LoadedPane<>(findings, 0, again, QualityCard::words));
        lines.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST_HEIGHT);
        scroll.setAccessibleText("Quality by metric");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private static Exportable.Content content(Loaded<List<QualityRow>> rows) {
        return new Exportable.Content(
                List.of("Metric", "Good", "Watch", "Bad"),
                rows.known().orElse(List.of()).stream()
                        .map(row -> List.<Object>of(row.metric(), row.good(), row.watch(), row.bad()))
                        .toList());
    }

    private static Node table(List<QualityRow> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("quality-grid");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, bar, figure(), figure(), figure());
        grid.addRow(0, head("Metric"), new Region(), head("Good"), head("Watch"), head("Bad"));
        int line = 1;
        for (QualityRow row : rows) {
            Region hair = Parts.hairline();
            grid.add(hair, 0, line, 5, 1);
            grid.addRow(
                    line + 1,
                    Parts.label(row.metric(), "small", "quality-cell"),
                    bar(row),
                    Parts.label("%,d".formatted(row.good()), "small", "medium"),
                    Parts.label("%,d".formatted(row.watch()), "small", row.watch() > 0 ? "watch" : "muted"),
                    Parts.label("%,d".formatted(row.bad()), "small", row.bad() > 0 ? "bad" : "muted"));
            line += 2;
        }
        return grid;
    }

    private static ColumnConstraints figure() {
        ColumnConstraints column = new ColumnConstraints(48);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static Label head(String text) {
        return Parts.label(text, "small", "medium", "muted", "quality-cell");
    }

    /// Parts of one bar in the proportion of the counts.
    private static HBox bar(QualityRow row) {
        HBox bar = new HBox(1);
        bar.getStyleClass().add("quality-bar");
        int[] counts = {row.good(), row.watch(), row.bad()};
        String[] tones = {"good", "watch", "bad"};
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Region part = new Region();
                part.getStyleClass().addAll("meter-fill", tones[i]);
                part.setMinHeight(9);
                part.setMaxHeight(9);
                double share = (double) counts[i] / row.total();
                part.prefWidthProperty().bind(bar.widthProperty().subtract(2).multiply(share));
                part.setMinWidth(2);
                bar.getChildren().add(part);
            }
        }
        bar.setMinWidth(40);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleText(
                row.metric() + ": " + row.good() + " good, " + row.watch() + " to watch, " + row.bad() + " bad");
        return bar;
    }

    private static Node words(List<QualityRow.Finding> findings) {
        VBox list = new VBox(4);
        for (QualityRow.Finding finding : findings) {
            String name = finding.resource() + " " + finding.metric() + ": ";
            TextFlow line = new TextFlow(text(name, "flow-strong"), text(finding.words(), "flow-muted"));
            line.setAccessibleText(name + finding.words());
            list.getChildren().add(line);
        }
        return list;
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
