package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.RateTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Converts amounts into one currency, each with the rate of its day or the last one before, and remembers which rates
/// that were. Nothing is converted at a guess.
final class Conversion {
    private final InCurrency into;
    private final RateTable rates;
    private final Map<CurrencyCode, RatesUsed> used = new TreeMap<>();

    private Conversion(InCurrency into, RateTable rates) {
        this.into = into;
        this.rates = rates;
    }

    /// @param knownOn with the rates as they were known at this time; empty for now
    static Conversion of(OpenWorkspace workspace, InCurrency into, Optional<Instant> knownOn) {
        return new Conversion(into, workspace.storage().rates().of(into.currency(), knownOn));
    }

    /// The same rates, none of them used yet.
    Conversion anew() {
        return new Conversion(into, rates);
    }

    CurrencyCode currency() {
        return into.currency();
    }

    /// The rate of a day.
    ///
    /// @throws UseCaseException of kind NO_DATA when there is none, or only one that is too old
    RateTable.Quote rate(LocalDate day, CurrencyCode from) throws UseCaseException {
        Optional<RateTable.Quote> quote = rates.on(day, from, into.currency());
        if (quote.isEmpty()) {
            throw missing(day, from);
        }
        RateTable.Quote rate = quote.get();
        if (rate.age(day) > into.maxAgeDays()) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3241",
                    "The last rate from " + from + " to " + into.currency() + " for " + day + " is of " + rate.day()
                            + ", "
                            + rate.age(day) + " days before, and at most " + into.maxAgeDays()
                            + " are allowed; import a table with later rates, or allow older ones (--rate-age).");
        }
        if (!from.equals(into.currency())) {
            used.merge(
                    from,
                    new RatesUsed(from, into.currency(), rate.day(), rate.day(), rate.age(day), rate.inverted()),
                    RatesUsed::plus);
        }
        return rate;
    }

    BigDecimal convert(LocalDate day, CurrencyCode from, BigDecimal amount) throws UseCaseException {
        return rate(day, from).convert(amount);
    }

    private UseCaseException missing(LocalDate day, CurrencyCode from) {
        String why;
        if (from.equals(CurrencyCode.UNKNOWN)) {
            why = "The bills hold amounts whose currency is unknown, on " + day
                    + "; they cannot be converted. Import the file again with its currency in a column.";
        } else {
            why = "There is no rate from " + from + " to " + into.currency() + " for " + day
                    + rates.first(from, into.currency())
                            .map(first -> " (the first one is of " + first + ")")
                            .orElse("")
                    + "; import a table with the columns date, from, to and rate that has one of that day or of up to "
                    + into.maxAgeDays() + " days before.";
        }
        return new UseCaseException(UseCaseException.Kind.NO_DATA, "HR-3240", why);
    }

    /// The rates that were used, by currency.
    List<RatesUsed> used() {
        return List.copyOf(used.values());
    }
}
