package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// How numbers and lists are written in reasons: the same everywhere, whatever the language of the machine.
public final class Words {
    private Words() {}

    /// Two significant figures below ten, whole percent above.
    public static String percent(double value) {
        double size = Math.abs(value);
        String pattern = size == 0 || size >= 9.95 ? "%.0f %%" : size >= 0.095 ? "%.1f %%" : "%.2g %%";
        return String.format(Locale.ROOT, pattern, value);
    }

    public static String percentile(double percentile) {
        return percentile == Math.rint(percentile) ? String.format(Locale.ROOT, "P%.0f", percentile) : "P" + percentile;
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// One decimal below ten, none above.
    public static String decimal(double value) {
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    }

    /// Such as `0.4 months`; fewer than a hundredth as that.
    public static String months(double months) {
        return months < 0.01
                ? "fewer than 0.01 months"
                : String.format(Locale.ROOT, months < 1 ? "%.2f months" : "%.1f months", months);
    }

    static String gib(double memory) {
        return (memory == Math.rint(memory) ? String.valueOf((long) memory) : String.valueOf(memory)) + " GiB";
    }

    public static String money(Money amount) {
        return amount.rounded(2).toString();
    }

    static String kind(ResourceKind kind) {
        return switch (kind) {
            case CPU -> "CPU";
            case MEMORY -> "memory";
            case DISK_IO -> "disk I/O";
            case NETWORK -> "network";
        };
    }

    /// `a`, `a and b`, `a, b and c`.
    public static String list(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /// Such as `1,461 daily p95 readings, 2022-11-21 to 2026-11-20`.
    static String window(UsageStatistics statistics) {
        String step = switch (statistics.window().grid().step().code()) {
            case "P1D" -> "daily ";
            case "PT1H" -> "hourly ";
            default -> "";
        };
        return count(statistics.count()) + " " + step + statistics.statistic().code() + " readings, "
                + day(statistics, statistics.from()) + " to "
                + day(statistics, statistics.to().minusNanos(1));
    }

    static LocalDate day(UsageStatistics statistics, Instant instant) {
        return LocalDate.ofInstant(instant, statistics.window().grid().zone());
    }

    public static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
