package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What all imports add up to: exact billed totals a currency, rows by what became of them.
final class TotalsCard extends VBox {
    private final DataViewModel model;

    TotalsCard(DataViewModel model) {
        super(8);
        this.model = model;
        model.rows().addListener((ListChangeListener<ImportRow>) change -> fill());
        fill();
    }

    private void fill() {
        List<ImportRow> rows = model.rows();
        Formats formats = model.formats();
        long accepted = rows.stream().mapToLong(row -> row.file().accepted()).sum();
        long rejected = rows.stream().mapToLong(row -> row.file().rejected()).sum();
        long duplicates =
                rows.stream().mapToLong(row -> row.file().duplicates()).sum();
        getChildren().setAll(Parts.label("All imports", "section-title"), verdict(accepted, rejected));
        getChildren().add(line("Rows accepted", formats.count(accepted), "medium"));
        getChildren().add(line("Rows rejected", formats.count(rejected), rejected > 0 ? "watch" : "muted"));
        getChildren().add(line("Rows that were already there", formats.count(duplicates), "muted"));
        Map<CurrencyCode, BigDecimal> billed = new TreeMap<>();
        rows.forEach(row ->
                row.file().billed().forEach((currency, total) -> billed.merge(currency, total, BigDecimal::add)));
        if (!billed.isEmpty()) {
            getChildren().addAll(Parts.hairline(), Parts.label("Billed in the files, exact", "group-title"));
            billed.forEach((currency, total) -> getChildren()
                    .add(line(currency.value(), total.stripTrailingZeros().toPlainString(), "medium")));
        }
    }

    private HBox verdict(long accepted, long rejected) {
        boolean clean = rejected == 0;
        double share = accepted + rejected == 0 ? 0 : 100.0 * rejected / (accepted + rejected);
        String words = clean
                ? "Every row was accepted"
                : model.formats().percent(share, share < 1 ? 2 : 1) + " of the rows were rejected";
        String icon = clean ? "fth-check-circle" : "fth-alert-triangle";
        String tone = clean ? "good" : "watch";
        VBox text = new VBox(2, Parts.prose(words, "answer"), Parts.prose(below(clean), "small", "muted"));
        HBox panel = Parts.row(12, Icons.large(icon, tone), text);
        panel.getStyleClass().addAll("verdict-panel", tone);
        return panel;
    }

    private static String below(boolean clean) {
        return clean ? "Importing a file again changes nothing." : "All other rows are in. Reasons are in the report.";
    }

    private static HBox line(String name, String value, String style) {
        Label figure = Parts.label(value, "small", style);
        return Parts.row(8, Parts.label(name, "small", "muted"), Parts.spring(), figure);
    }
}
