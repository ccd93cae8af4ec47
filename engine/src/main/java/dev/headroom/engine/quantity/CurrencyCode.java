package dev.headroom.engine.quantity;

import java.util.Objects;
import java.util.regex.Pattern;

/// A billing currency: an ISO 4217 code or, as FOCUS allows, the provider's name of a virtual currency.
///
/// @param value two to thirty-two letters, digits, blanks, dots or hyphens, kept as written
public record CurrencyCode(String value) implements Comparable<CurrencyCode> {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,31}");

    public static final CurrencyCode USD = new CurrencyCode("USD");

    /// The currency of amounts whose source does not say which. It adds up with no other.
    public static final CurrencyCode UNKNOWN = new CurrencyCode("unknown");

    public CurrencyCode {
        Objects.requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("currency (" + value + ") must be a code such as USD.");
        }
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
