package dev.headroom.storage.ingest;

/// A row, or one value of it, that was not taken.
///
/// @param line the line of the file on which the row starts, 1 = first
/// @param field the column as the file names it; empty when the row as a whole is meant
/// @param value what stands there, shortened when long
/// @param reason a sentence
public record RejectedRow(long line, String field, String value, String reason) {
    private static final int LONGEST = 200;

    public RejectedRow {
        field = shortened(field);
        value = shortened(value);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
