package dev.headroom.storage.source;

/// One row of a delimited file, or the sum of rows that agree in everything that does not add up. A field that
/// is blank or the literal NULL has no value and reads as empty text.
public final class SourceRow {
    private final long line;
    private final String[] fields;
    private final long[] hashes;
    private final String latest;

    /// @param line the line of the file on which the row starts, 1 = first
    /// @param fields the fields as they stand in the file
    public SourceRow(long line, String... fields) {
        this(line, fields.clone(), "", new long[0]);
    }

    private SourceRow(long line, String[] fields, String latest, long[] hashes) {
        this.line = line;
        this.fields = fields;
        this.latest = latest;
        this.hashes = hashes;
    }

    /// The sum of several rows.
    ///
    /// @param line the first of them, or 0 when it is not known
    /// @param fields with the sums in the columns that add up, and the earliest start
    /// @param latest the latest start, as it stands in the file
    /// @param hashes the hash of each row, as [RowIdentity#hash()]
    public static SourceRow sum(long line, String[] fields, String latest, long[] hashes) {
        return new SourceRow(line, fields.clone(), latest, hashes.clone());
    }

    /// The latest start of the rows that it is the sum of; empty for a row as it stands in the file.
    public String latest() {
        return latest;
    }

    public boolean isSum() {
        return hashes.length > 0;
    }

    /// For how many rows of the file it stands.
    public long rows() {
        return Math.max(1, hashes.length);
    }

    /// The hashes of the rows that it is the sum of; empty for a row as it stands in the file.
    public long[] hashes() {
        return hashes.clone();
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
        return text.equalsIgnoreCase("NULL") ? "" : text;
    }
}
