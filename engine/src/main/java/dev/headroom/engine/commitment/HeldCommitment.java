package dev.headroom.engine.commitment;

import dev.headroom.engine.quantity.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// A commitment that is on the bills. Figures are means over its last days on the bills, at most thirty.
///
/// @param words what the bills call it; the id when they have no words
/// @param days over how many days the figures are
/// @param running false when the last days of the bills do not have it any more
/// @param hourly what it costs an hour, amortised; empty when a charge does not state its effective cost
/// @param utilization the used share of that, 0..1
/// @param discount by how much its rate is below the on-demand price, 0..1, measured on the usage that it
///     paid for
/// @param capacity on-demand cost an hour that it can pay for, by pool; the pools are where it paid lately
public record HeldCommitment(
        String id,
        UsagePool whole,
        String words,
        LocalDate first,
        LocalDate last,
        int days,
        boolean running,
        Optional<Money> hourly,
        OptionalDouble utilization,
        OptionalDouble discount,
        Expiry expiry,
        SortedMap<UsagePool, Double> capacity) {
    public HeldCommitment {
        capacity = Collections.unmodifiableSortedMap(new TreeMap<>(capacity));
    }

    /// The same with an end that the customer states.
    public HeldCommitment endingOn(LocalDate day) {
        return new HeldCommitment(
                id,
                whole,
                words,
                first,
                last,
                days,
                running,
                hourly,
                utilization,
                discount,
                new Expiry.Stated(day),
                capacity);
    }

    /// The on-demand cost an hour of usage in a pool that it pays for on a day. An end that is not known is
    /// taken as never, because buying too little can be made good and buying too much cannot.
    double capacity(UsagePool pool, LocalDate day) {
        boolean over = !running || expiry.end().map(end -> !day.isBefore(end)).orElse(false);
        if (over) {
            return 0;
        }
        if (pool.isWhole()) {
            return pool.equals(whole)
                    ? capacity.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum()
                    : 0;
        }
        return capacity.getOrDefault(pool, 0.0);
    }
}
