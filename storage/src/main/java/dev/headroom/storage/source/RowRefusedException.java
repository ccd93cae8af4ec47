package dev.headroom.storage.source;

/// One row, or one value of it, cannot be used. Carries what the reject report shows; it has no stack trace
/// because it is an expected outcome that can occur for every row of a file.
public final class RowRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final String value;
    private final String reason;

    /// @param field the column as the file names it; empty when the row as a whole is meant
    /// @param reason a sentence
    public RowRefusedException(String field, String value, String reason) {
        super(reason, null, false, false);
        this.field = field;
        this.value = value;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String reason() {
        return reason;
    }
}
