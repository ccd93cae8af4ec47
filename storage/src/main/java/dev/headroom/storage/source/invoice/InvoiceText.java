package dev.headroom.storage.source.invoice;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the fields of an invoice.
final class InvoiceText {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}((,\\d{3})+\\.\\d+|(,\\d{3}){2,})");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((.+)\\)");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?");
    private static final Set<String> TOTALS =
            Set.of("total", "totals", "grand total", "subtotal", "sum", "invoice total", "statement total");

    private InvoiceText() {}

    /// An exact amount: plain, with commas between thousands, negative with a sign or in brackets. What could be read
    /// in two ways is empty.
    static Optional<BigDecimal> amount(String text) {
        String plain = text.strip();
        Matcher brackets = IN_BRACKETS.matcher(plain);
        if (brackets.matches()) {
            plain = "-" + brackets.group(1).strip();
        }
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        }
        return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /// A month as `2026-10`, `202610`, or any day of it as `2026-10-01`.
    static Optional<YearMonth> month(String text) {
        String plain = text.strip();
        try {
            Matcher month = MONTH.matcher(plain);
            if (month.matches()) {
                return Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
            }
            return DAY.matcher(plain).matches()
                    ? Optional.of(YearMonth.from(LocalDate.parse(plain.substring(0, 10))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A currency; what begins with a digit is the rest of an amount with a decimal comma.
    static Optional<CurrencyCode> currency(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || !Character.isLetter(plain.charAt(0))) {
            return Optional.empty();
        }
        if (plain.length() == 3) {
            plain = plain.toUpperCase(Locale.ROOT);
        }
        try {
            return Optional.of(new CurrencyCode(plain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// True for the name of a row that adds up others.
    static boolean isTotal(String name) {
        return TOTALS.contains(name.strip().toLowerCase(Locale.ROOT));
    }
}
