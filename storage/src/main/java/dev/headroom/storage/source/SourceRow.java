package dev.headroom.storage.source;

import java.util.Locale;

/// One row of a delimited file. A field that is blank or the literal NULL has no value and reads as empty
/// text.
public final class SourceRow {
    private final long line;
    private final String[] fields;

    /// @param line the line of the file on which the row starts, 1 = first
    /// @param fields the fields as they stand in the file
    public SourceRow(long line, String... fields) {
        this.line = line;
        this.fields = fields.clone();
    }

    public long line() {
        return line;
    }

    public int size() {
        return fields.length;
    }

    /// True when a field holds a NUL character, which no text has.
    public boolean hasNul() {
        for (String field : fields) {
            if (field.indexOf('\0') >= 0) {
                return true;
            }
        }
        return false;
    }

    /// The text of a column without surrounding blanks; empty when there is no value or no such column.
    ///
    /// @param column counted from 0; negative = the file does not have the column
    public String text(int column) {
        if (column < 0 || column >= fields.length) {
            return "";
        }
        String text = fields[column].strip();
        return text.length() == 4 && text.toUpperCase(Locale.ROOT).equals("NULL") ? "" : text;
    }
}
