package dev.headroom.engine.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Currency rates by day. A day has the rate of that date, or else the last one before it; a later one never counts.
///
/// A pair that is only given the other way round is divided by its rate. Rates are not chained over a third currency,
/// because the two could be of different days.
public final class RateTable {
    private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    /// @param all of several for the same day and pair the last one holds
    public RateTable(Collection<DatedRate> all) {
        all.forEach(one -> rates.computeIfAbsent(new Pair(one.from(), one.to()), _ -> new TreeMap<>())
                .put(one.day(), one.rate()));
    }

    private record Pair(CurrencyCode from, CurrencyCode to) {}

    /// The rate that a day has.
    ///
    /// @param day the date of the rate
    /// @param rate as the table gives it
    /// @param inverted whether it is that of the pair the other way round
    public record Quote(LocalDate day, BigDecimal rate, boolean inverted) {
        /// The worth of an amount: exact, or to 34 digits when the pair is given the other way round.
        public BigDecimal convert(BigDecimal amount) {
            return inverted ? amount.divide(rate, MathContext.DECIMAL128) : amount.multiply(rate);
        }

        /// How many days before a day the rate is.
        public long age(LocalDate of) {
            return ChronoUnit.DAYS.between(day, of);
        }
    }

    /// The last rate on or before a day; of one each way the later, and the one of this direction when they are of the
    /// same day. Empty when there is none.
    public Optional<Quote> on(LocalDate day, CurrencyCode from, CurrencyCode to) {
        if (from.equals(to)) {
            return Optional.of(new Quote(day, BigDecimal.ONE, false));
        }
        Optional<Quote> straight = last(day, new Pair(from, to), false);
        Optional<Quote> inverted = last(day, new Pair(to, from), true);
        boolean later = straight.isPresent()
                && inverted.isPresent()
                && inverted.get().day().isAfter(straight.get().day());
        return later ? inverted : straight.or(() -> inverted);
    }

    private Optional<Quote> last(LocalDate day, Pair pair, boolean inverted) {
        return Optional.ofNullable(rates.getOrDefault(pair, new TreeMap<>()).floorEntry(day))
                .map(entry -> new Quote(entry.getKey(), entry.getValue(), inverted));
    }

    /// The first day of a pair, in either direction; empty when it is not in the table.
    public Optional<LocalDate> first(CurrencyCode from, CurrencyCode to) {
        return Stream.of(new Pair(from, to), new Pair(to, from))
                .map(pair -> rates.getOrDefault(pair, new TreeMap<>()))
                .filter(days -> !days.isEmpty())
                .map(NavigableMap::firstKey)
                .min(LocalDate::compareTo);
    }
}
