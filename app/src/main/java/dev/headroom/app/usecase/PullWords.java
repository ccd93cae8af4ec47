package dev.headroom.app.usecase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// What looking and writing cost, in words.
public final class PullWords {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private PullWords() {}

    /// Such as `$12.30`; a fraction of a cent is `less than $0.01`.
    public static String dollars(BigDecimal usd) {
        return usd.signum() > 0 && usd.compareTo(CENT) < 0
                ? "less than $0.01"
                : "$" + usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /// What is expected: `up to $12.30`, or `less than $0.01`.
    public static String expected(BigDecimal usd) {
        return usd.signum() > 0 && usd.compareTo(CENT) < 0 ? dollars(usd) : "up to " + dollars(usd);
    }

    /// Such as `930.0 MB`; a part of a kilobyte counts as one.
    public static String bytes(long bytes) {
        if (bytes < MEGA) {
            return String.format(Locale.ROOT, "%,d KB", Math.ceilDiv(bytes, KILO));
        }
        return bytes < GIGA
                ? String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGA)
                : String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGA);
    }
}
