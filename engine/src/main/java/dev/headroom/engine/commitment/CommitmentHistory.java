package dev.headroom.engine.commitment;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the bills say about commitments: the usage that they could pay for, what they paid for, and which
/// ones there are. Days are UTC days.
///
/// @param first the first day of the bills
/// @param last the last day of the bills
/// @param usage on-demand cost by pool and day; a day that is not in it had none, an empty amount is unknown
/// @param coverage by provider and currency, one entry a day
/// @param held the running ones first
/// @param rates effective savings rates by provider and currency, over the last thirty days
public record CommitmentHistory(
        LocalDate first,
        LocalDate last,
        SortedMap<UsagePool, SortedMap<LocalDate, Optional<BigDecimal>>> usage,
        SortedMap<UsagePool, List<CoverageDay>> coverage,
        List<HeldCommitment> held,
        SortedMap<UsagePool, SavingsRate> rates) {
    public CommitmentHistory {
        usage = Collections.unmodifiableSortedMap(new TreeMap<>(usage));
        coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
        held = List.copyOf(held);
    }

    /// The pools of all compute, one a provider and currency.
    public SortedSet<UsagePool> wholes() {
        SortedSet<UsagePool> wholes = new TreeSet<>();
        usage.keySet().forEach(pool -> wholes.add(pool.whole()));
        return wholes;
    }

    /// The families of a pool of all compute whose name is known, those with the most usage first.
    public List<UsagePool> families(UsagePool whole) {
        Map<UsagePool, Double> sums = new TreeMap<>();
        usage.forEach((pool, days) -> {
            if (pool.whole().equals(whole) && !pool.family().isEmpty()) {
                sums.put(
                        pool,
                        days.values().stream()
                                .flatMap(Optional::stream)
                                .mapToDouble(BigDecimal::doubleValue)
                                .sum());
            }
        });
        return sums.entrySet().stream()
                .sorted(Map.Entry.<UsagePool, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The daily on-demand cost of the usage in a pool, from the first to the last day of the bills: 0 on
    /// days without usage, missing on days that a charge leaves open.
    public TimeSeries daily(UsagePool pool) {
        double[] values = new double[(int) (last.toEpochDay() - first.toEpochDay()) + 1];
        usage.forEach((part, days) -> {
            if (part.equals(pool) || (pool.isWhole() && part.whole().equals(pool))) {
                days.forEach((day, amount) -> values[(int) (day.toEpochDay() - first.toEpochDay())] +=
                        amount.map(BigDecimal::doubleValue).orElse(Double.NaN));
            }
        });
        return new TimeSeries(
                new SeriesKey(pool.words(), "eligible on-demand cost", Statistic.SUM),
                TimeGrid.utc(first.atStartOfDay().toInstant(ZoneOffset.UTC), Step.DAY, values.length),
                values);
    }

    /// The on-demand cost an hour that running commitments pay for in a pool, for each of some days.
    public double[] capacity(UsagePool pool, LocalDate from, int days) {
        double[] perHour = new double[days];
        for (HeldCommitment commitment : held) {
            for (int i = 0; i < days; i++) {
                perHour[i] += commitment.capacity(pool, from.plusDays(i));
            }
        }
        return perHour;
    }

    /// The same with ends that the customer states, by commitment.
    public CommitmentHistory ending(Map<String, LocalDate> ends) {
        return new CommitmentHistory(
                first,
                last,
                usage,
                coverage,
                held.stream()
                        .map(one -> Optional.ofNullable(ends.get(one.id()))
                                .map(one::endingOn)
                                .orElse(one))
                        .toList(),
                rates);
    }
}
