package dev.headroom.engine.fleet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an inventory can say of an [Asset] beside its kind and place. The name is that of the column.
public enum AssetFact {
    SIZE_GIB("size_gib", Form.NUMBER, 1, 1_000_000),
    /// Provisioned operations a second.
    IOPS("iops", Form.NUMBER, 1, 1_000_000),
    /// Provisioned throughput in 2^20 byte/s.
    THROUGHPUT_MIBPS("throughput_mibps", Form.NUMBER, 1, 100_000),
    /// The memory of a function, in 2^20 byte.
    MEMORY_MB("memory_mb", Form.NUMBER, 64, 1_000_000),
    TIMEOUT_S("timeout_s", Form.NUMBER, 1, 86_400),
    /// The connections that a database takes, where the usual number of its class was changed.
    MAX_CONNECTIONS("max_connections", Form.NUMBER, 1, 1_000_000),
    ENGINE("engine", Form.WORD, 0, 0),
    RUNTIME("runtime", Form.WORD, 0, 0),
    ARCHITECTURE("architecture", Form.WORD, 0, 0),
    /// The kind of volume under a database.
    STORAGE_TYPE("storage_type", Form.WORD, 0, 0),
    STATE("state", Form.WORD, 0, 0),
    MULTI_AZ("multi_az", Form.FLAG, 0, 0),
    MULTI_ATTACH("multi_attach", Form.FLAG, 0, 0),
    BOOT("boot", Form.FLAG, 0, 0),
    /// What the asset hangs on; empty when the inventory says that it is nothing.
    ATTACHED_TO("attached_to", Form.LINK, 0, 0),
    /// The volume of which a snapshot was made.
    SOURCE("source", Form.TEXT, 0, 0),
    /// The machine image that needs a snapshot.
    IMAGE("image", Form.TEXT, 0, 0),
    CREATED("created", Form.TIME, 0, 0),
    UNATTACHED_SINCE("unattached_since", Form.TIME, 0, 0);

    private static final int LONGEST = 2_000;

    private enum Form {
        NUMBER,
        /// Kept in lower case.
        WORD,
        FLAG,
        TEXT,
        /// Text of which nothing is an answer, too.
        LINK,
        TIME
    }

    private final String column;
    private final Form form;
    private final double least;
    private final double most;

    AssetFact(String column, Form form, double least, double most) {
        this.column = column;
        this.form = form;
        this.least = least;
        this.most = most;
    }

    public String column() {
        return column;
    }

    /// True when an empty field says that there is nothing, and not that it is unknown.
    public boolean saysNothing() {
        return form == Form.LINK;
    }

    public static Optional<AssetFact> ofColumn(String column) {
        return Arrays.stream(values())
                .filter(fact -> fact.column.equals(column))
                .findFirst();
    }

    /// The text in the form in which it is kept: numbers plain, flags `true` or `false`, times as instants.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is expected
    public String normal(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("Longer than " + LONGEST + " characters.");
        }
        return switch (form) {
            case NUMBER -> number(text);
            case WORD -> text.strip().toLowerCase(Locale.ROOT);
            case FLAG -> flag(text);
            case TEXT, LINK -> text.strip();
            case TIME -> time(text).toString();
        };
    }

    private String number(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("Not a number.", noNumber);
        }
        if (!(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must lie between %,.0f and %,.0f.", column, least, most));
        }
        return value.stripTrailingZeros().toPlainString();
    }

    private static String flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> "true";
            case "false", "no", "0" -> "false";
            default -> throw new IllegalArgumentException("Not true or false.");
        };
    }

    private static Instant time(String text) {
        try {
            return text.strip().length() <= 10
                    ? LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text.strip());
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("Not a time such as 2026-01-31T08:00:00Z.", noTime);
        }
    }
}
