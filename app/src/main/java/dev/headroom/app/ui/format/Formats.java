package dev.headroom.app.ui.format;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/// How the window writes numbers, money, dates and durations, in one language.
///
/// A missing value is an en dash, never 0. A difference always carries its sign (U+2212 for minus), a percent sign
/// stands after a no-break space.
public final class Formats {
    public static final String UNKNOWN = "–";
    private static final String NBSP = "\u00a0";
    private static final char MINUS = '\u2212';
    private static final Map<String, String> SYMBOLS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");

    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayYear;
    private final DateTimeFormatter dayTime;
    private final DateTimeFormatter month;

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        boolean german = locale.getLanguage().equals("de");
        this.day = DateTimeFormatter.ofPattern(german ? "d. MMM" : "d MMM", locale);
        this.dayYear = DateTimeFormatter.ofPattern(german ? "d. MMM yyyy" : "d MMM yyyy", locale);
        this.dayTime = DateTimeFormatter.ofPattern(german ? "d. MMM, HH:mm" : "d MMM, HH:mm", locale);
        this.month = DateTimeFormatter.ofPattern("LLLL", locale);
    }

    /// English with dates of UTC, the zone of the data.
    public static Formats english() {
        return new Formats(Locale.US, ZoneOffset.UTC);
    }

    public ZoneId zone() {
        return zone;
    }

    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /// A plain number with a fixed count of decimals; unknown for NaN.
    public String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return withMinus(format.format(value));
    }

    /// `value` is already in percent: 71 becomes `71 %`.
    public String percent(double value, int decimals) {
        return Double.isNaN(value) ? UNKNOWN : number(value, decimals) + NBSP + "%";
    }

    /// `share` 0..1 as a probability: never 0 or 100.
    public String probability(double share) {
        if (Double.isNaN(share)) {
            return UNKNOWN;
        }
        if (share < 0.01) {
            return "<" + NBSP + "1" + NBSP + "%";
        }
        return share > 0.99 ? ">" + NBSP + "99" + NBSP + "%" : Math.round(share * 100) + NBSP + "%";
    }

    /// A range with the unit once, such as `72.8 – 81.9 %`.
    public String percentRange(double low, double high, int decimals) {
        return number(low, decimals) + " – " + percent(high, decimals);
    }

    public String money(Money money, int decimals) {
        return money(money.amount(), money.currency().value(), decimals);
    }

    public String money(double amount, String currency, int decimals) {
        return Double.isNaN(amount) ? UNKNOWN : money(BigDecimal.valueOf(amount), currency, decimals);
    }

    /// An amount with its symbol, or its code when there is no symbol.
    public String money(BigDecimal amount, String currency, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_EVEN);
        String figure = format.format(rounded.abs());
        String sign = rounded.signum() < 0 ? String.valueOf(MINUS) : "";
        String symbol = symbol(currency);
        boolean after = locale.getLanguage().equals("de") || symbol.length() > 1;
        return after ? sign + figure + NBSP + symbol : sign + symbol + figure;
    }

    /// Large money in thousands, such as `$83.4k`.
    public String shortMoney(double amount, String currency) {
        if (Double.isNaN(amount)) {
            return UNKNOWN;
        }
        double size = Math.abs(amount);
        String sign = amount < 0 ? String.valueOf(MINUS) : "";
        String symbol = symbol(currency);
        if (size >= 999_500) {
            return sign + symbol + number(size / 1_000_000, 2) + "M";
        }
        return size >= 10_000 ? sign + symbol + number(size / 1000, 1) + "k" : money(amount, currency, 0);
    }

    /// A difference with its sign, such as `+$330`.
    public String signedMoney(double amount, String currency) {
        String text = money(amount, currency, 0);
        return amount > 0 && !Double.isNaN(amount) ? "+" + text : text;
    }

    /// A difference in percent with its sign; `value` is already in percent.
    public String signedPercent(double value, int decimals) {
        String text = percent(value, decimals);
        return value > 0 ? "+" + text : text;
    }

    public String day(Instant instant) {
        return day.format(instant.atZone(zone));
    }

    public String dayYear(Instant instant) {
        return dayYear.format(instant.atZone(zone));
    }

    public String dayYear(LocalDate date) {
        return dayYear.format(date);
    }

    public String dayTime(Instant instant) {
        return dayTime.format(instant.atZone(zone));
    }

    /// The name of a month, such as `November`.
    public String month(LocalDate date) {
        return month.format(date);
    }

    /// Whole days from one instant to another, such as `in 38 days`.
    public String inDays(Instant from, Instant to) {
        long days = days(from, to);
        return days == 0 ? "today" : days == 1 ? "in 1 day" : "in " + count(days) + " days";
    }

    public long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
    }

    /// How long ago something was, such as `2 h ago`.
    public String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        if (age.toHours() < 48) {
            return age.toHours() + " h ago";
        }
        return count(age.toDays()) + " days ago";
    }

    /// A size on disk in units of 10^6 or 10^9 bytes.
    public String bytes(long size) {
        if (size >= 1_000_000_000L) {
            return number(size / 1e9, 1) + " GB";
        }
        return size >= 1_000_000 ? count(Math.round(size / 1e6)) + " MB" : count(Math.max(1, size / 1000)) + " kB";
    }

    /// The sign of a currency, or its code when it has none.
    public String symbol(String currency) {
        return SYMBOLS.getOrDefault(currency, symbolOf(currency));
    }

    private String symbolOf(String currency) {
        try {
            return Currency.getInstance(currency).getSymbol(locale);
        } catch (IllegalArgumentException e) {
            return currency; // FOCUS allows virtual currencies that Java does not know
        }
    }

    private static String withMinus(String text) {
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }
}
