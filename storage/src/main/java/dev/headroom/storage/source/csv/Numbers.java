package dev.headroom.storage.source.csv;

import dev.headroom.storage.source.RowRefusedException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// Numbers as files write them: digits with a decimal point and an optional exponent. Everything else is
/// refused, also what the Java parsers would take, such as `NaN`, `1f` or `0x10`.
public final class Numbers {
    private static final int MAX_DIGITS = 60;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1E15");

    private Numbers() {}

    /// The exact decimal, or empty when the field has no value.
    ///
    /// @throws RowRefusedException when the text is not a number, or has more digits or size than any amount
    public static Optional<BigDecimal> amount(String field, String text) throws RowRefusedException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        check(field, text);
        BigDecimal amount = new BigDecimal(text);
        if (amount.precision() > MAX_DIGITS || Math.abs(amount.scale()) > MAX_DIGITS) {
            throw new RowRefusedException(field, text, "More than " + MAX_DIGITS + " digits are no amount.");
        }
        if (amount.abs().compareTo(LARGEST_AMOUNT) > 0) {
            throw new RowRefusedException(field, text, "Beyond 10^15 is no amount; maybe the column is another one.");
        }
        return Optional.of(amount);
    }

    /// The exact decimal of a field that must have a value.
    public static BigDecimal required(String field, String text) throws RowRefusedException {
        return amount(field, text).orElseThrow(() -> new RowRefusedException(field, text, "A value is required."));
    }

    /// The nearest double of `text` times `factor`.
    public static double reading(String field, String text, BigDecimal factor) throws RowRefusedException {
        check(field, text);
        double value = factor.equals(BigDecimal.ONE)
                ? Double.parseDouble(text)
                : amount(field, text).orElseThrow().multiply(factor).doubleValue();
        if (!Double.isFinite(value)) {
            throw new RowRefusedException(field, text, "The number is too large.");
        }
        return value == 0 ? 0 : value;
    }

    private static void check(String field, String text) throws RowRefusedException {
        boolean digit = false;
        int exponent = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if ((c == 'e' || c == 'E') && digit && exponent < 0) {
                exponent = i;
                digit = false;
            } else if (!((c == '-' || c == '+') && i == exponent + 1 || c == '.' && exponent < 0)) {
                throw new RowRefusedException(field, text, reason(text));
            }
        }
        if (!digit || text.indexOf('.') != text.lastIndexOf('.') || exponent >= 0 && text.length() - exponent > 5) {
            throw new RowRefusedException(field, text, reason(text));
        }
    }

    private static String reason(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> "NaN is not a number; leave the field empty for a missing value.";
            case "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity" -> "An infinite value cannot be used.";
            default ->
                text.contains(",")
                        ? "Not a number; numbers are written with a decimal point and without grouping."
                        : "Not a number.";
        };
    }
}
