package dev.headroom.app.csv;

import java.util.regex.Pattern;

/// Text as it stands in a cell of a CSV file, the one way for all tables: quoted where RFC 4180 asks for it,
/// and never a formula. A spreadsheet runs what begins with `=`, `+`, `-`, `@`, a tab or a line break, so names
/// from a bill could run commands; such text gets a leading apostrophe and stays text (OWASP, CSV injection).
/// Numbers stay numbers.
public final class CellText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /// The last four are the full-width forms, which some spreadsheets read like the others.
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CellText() {}

    /// A text as it may stand in a cell of a spreadsheet: never a formula.
    public static String harmless(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(value).matches() ? "'" + value : value;
    }

    /// A cell with quotes around it when it needs them.
    public static String quoted(String value) {
        boolean special = false;
        for (int i = 0; i < value.length() && !special; i++) {
            char c = value.charAt(i);
            special = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
