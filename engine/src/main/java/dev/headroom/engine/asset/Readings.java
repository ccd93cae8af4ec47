package dev.headroom.engine.asset;

import dev.headroom.engine.rightsizing.MonthlyPeaks;
import dev.headroom.engine.rightsizing.Words;
import dev.headroom.engine.series.EmpiricalQuantile;
import dev.headroom.engine.series.Resampler;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// The readings of one metric within a window, and what they add up to. At least one was observed.
public final class Readings {
    private static final double HALF_LIFE_DAYS = 30;
    private static final double MEANS_HIDE_PEAKS = 0.8;

    private final TimeSeries window;
    private final double[] ascending;

    private Readings(TimeSeries window, double[] ascending) {
        this.window = window;
        this.ascending = ascending;
    }

    /// The readings of the last days before an instant; empty when there are none.
    static Optional<Readings> of(TimeSeries series, Instant asOf, int days) {
        Instant from = asOf.minus(Duration.ofDays(days));
        int first = 0;
        int end = series.length();
        while (first < end && series.grid().at(first).isBefore(from)) {
            first++;
        }
        while (end > first && !series.grid().at(end - 1L).isBefore(asOf)) {
            end--;
        }
        TimeSeries window = series.slice(first, end);
        double[] ascending = EmpiricalQuantile.sorted(window.values());
        return ascending.length == 0 ? Optional.empty() : Optional.of(new Readings(window, ascending));
    }

    /// The same readings in another unit, or turned into what is left.
    Readings mapped(DoubleUnaryOperator operator) {
        double[] values = Arrays.stream(window.values()).map(operator).toArray();
        TimeSeries mapped = new TimeSeries(window.key(), window.grid(), values);
        return new Readings(mapped, EmpiricalQuantile.sorted(values));
    }

    /// @param percentile 0..100
    double percentile(double percentile) {
        return EmpiricalQuantile.of(ascending, percentile / 100);
    }

    double mean() {
        return sum() / ascending.length;
    }

    double sum() {
        return Arrays.stream(ascending).sum();
    }

    double max() {
        return ascending[ascending.length - 1];
    }

    /// The observed readings in days.
    double days() {
        return ascending.length * typicalDays(window.grid().step());
    }

    /// From the first to the last observed reading, in days.
    double span() {
        int first = 0;
        int last = window.length() - 1;
        while (Double.isNaN(window.value(first))) {
            first++;
        }
        while (Double.isNaN(window.value(last))) {
            last--;
        }
        return (last - first + 1) * typicalDays(window.grid().step());
    }

    /// The share of the readings that were observed, 0..1.
    double completeness() {
        return ascending.length / (double) window.length();
    }

    /// True when each reading is a mean, so that short peaks do not show.
    boolean hidesPeaks() {
        return window.key().statistic() == Statistic.MEAN;
    }

    /// How far they carry advice, 0..1: days / (days + 30) × completeness, × 0.8 for means.
    double evidence() {
        double evidence = days() / (days() + HALF_LIFE_DAYS) * completeness();
        return hidesPeaks() ? evidence * MEANS_HIDE_PEAKS : evidence;
    }

    /// The highest day of each month.
    Optional<MonthlyPeaks> peaks() {
        boolean shorter = typicalDays(window.grid().step()) < 1;
        return MonthlyPeaks.of(
                shorter && Resampler.supports(window.key().statistic(), Statistic.MAX)
                        ? Resampler.daily(window, Statistic.MAX)
                        : window);
    }

    /// Such as `90 daily p95 readings, 2026-08-23 to 2026-11-20`.
    String words() {
        String step = window.grid().step().equals(Step.DAY)
                ? "daily "
                : window.grid().step().equals(Step.HOUR) ? "hourly " : "";
        return Words.count(ascending.length) + " " + step
                + window.key().statistic().code() + " readings, "
                + day(window.grid().start()) + " to "
                + day(window.grid().end().minusNanos(1));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, window.grid().zone());
    }

    private static double typicalDays(Step step) {
        return step.typicalLength().toMillis() / (double) Duration.ofDays(1).toMillis();
    }
}
