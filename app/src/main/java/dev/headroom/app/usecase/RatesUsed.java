package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rates with which amounts of one currency were converted.
///
/// @param first the first date of a rate that was used
/// @param last the last one
/// @param oldestDays how many days before the charge the oldest rate is
/// @param inverted whether a rate of the pair the other way round was used, so that amounts have 34 digits and are not
///     exact
public record RatesUsed(
        CurrencyCode from, CurrencyCode to, LocalDate first, LocalDate last, long oldestDays, boolean inverted) {
    RatesUsed plus(RatesUsed other) {
        return new RatesUsed(
                from,
                to,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                Math.max(oldestDays, other.oldestDays),
                inverted || other.inverted);
    }

    /// Which rates these are.
    public String sentence() {
        String days = first.equals(last) ? "the rate of " + first : "rates of " + first + " to " + last;
        String age = oldestDays == 0
                ? ", each of the day of the charge"
                : ", at most " + (oldestDays == 1 ? "1 day" : oldestDays + " days") + " before the day of the charge";
        return from + " converted to " + to + " with " + days + age
                + (inverted ? ", divided by rates from " + to + " to " + from : "") + ".";
    }

    /// The rates of several conversions together, by currency.
    public static List<RatesUsed> all(List<List<RatesUsed>> conversions) {
        Map<CurrencyCode, RatesUsed> all = new TreeMap<>();
        conversions.forEach(rates -> rates.forEach(used -> all.merge(used.from(), used, RatesUsed::plus)));
        return List.copyOf(all.values());
    }
}
