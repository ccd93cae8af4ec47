package dev.headroom.app.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a table as RFC 4180 CSV. Unknown values are empty cells; text that a spreadsheet would run as a formula is
/// written with a leading apostrophe, so that it stays text (OWASP, CSV injection).
public final class CsvTable {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
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
            case java.math.BigDecimal number -> number.toPlainString();
            case java.util.Optional<?> optional -> optional.map(CsvTable::text).orElse("");
            case String string -> harmless(string);
            default -> harmless(cell.toString());
        };
    }

    /// A text as it may stand in a cell of a spreadsheet: never a formula.
    public static String harmless(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(value).matches() ? "'" + value : value;
    }

    private void write(List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(quoted(cells.get(i)));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        boolean special = false;
        for (int i = 0; i < value.length() && !special; i++) {
            char c = value.charAt(i);
            special = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
