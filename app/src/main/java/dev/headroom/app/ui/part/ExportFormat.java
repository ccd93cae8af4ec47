package dev.headroom.app.ui.part;

import java.util.List;
import java.util.Locale;

/// The kinds of files that charts and tables are exported as.
public enum ExportFormat {
    PNG("PNG, twice the pixels"),
    SVG("SVG with text"),
    PDF("PDF with text"),
    CSV("CSV for spreadsheets"),
    JSON("JSON, to be opened again");

    /// What a chart can become.
    public static final List<ExportFormat> DRAWN = List.of(PNG, SVG, PDF);

    private final String label;

    ExportFormat(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The ending of a file name, without the dot.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
