package dev.headroom.app.usecase;

import dev.headroom.app.csv.CellText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a table as RFC 4180 CSV. Unknown values are empty cells; header and cells are never formulas
/// ([CellText]).
public final class CsvTable {
    private final Writer out;
    private final int columns;

    public CsvTable(Writer out, List<String> header) {
        this.out = out;
        this.columns = header.size();
        write(header);
    }

    /// Writes one row; numbers without exponent where they are short enough, NaN as an empty cell.
    public void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("cells (" + cells.length + ") must fit the header (" + columns + ").");
        }
        List<String> texts = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        write(texts);
    }

    static String text(Object cell) {
        return switch (cell) {
            case Double number -> Double.isNaN(number) ? "" : Numbers.plain(number);
            case BigDecimal number -> number.toPlainString();
            case Optional<?> optional -> optional.map(CsvTable::text).orElse("");
            default -> cell.toString();
        };
    }

    private void write(List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(CellText.quoted(CellText.harmless(cells.get(i))));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
