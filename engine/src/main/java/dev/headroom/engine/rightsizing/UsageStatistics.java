package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.EmpiricalQuantile;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/// The readings of one resource of a server within the sizing window, and what they add up to, in the unit of
/// the resource (percent for CPU and memory, MB/s for disk I/O, Mbit/s for network).
public final class UsageStatistics {
    private final ResourceKind kind;
    private final TimeSeries window;
    private final double[] ascending;
    private final double mean;

    /// @param window at least one observation
    UsageStatistics(ResourceKind kind, TimeSeries window) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.window = Objects.requireNonNull(window, "window");
        this.ascending = EmpiricalQuantile.sorted(window.values());
        if (ascending.length == 0) {
            throw new IllegalArgumentException("window of " + kind + " must hold an observation.");
        }
        this.mean = Arrays.stream(ascending).sum() / ascending.length;
    }

    public ResourceKind kind() {
        return kind;
    }

    /// The readings of the window, NaN = missing.
    public TimeSeries window() {
        return window;
    }

    public Statistic statistic() {
        return window.key().statistic();
    }

    public Instant from() {
        return window.grid().start();
    }

    /// The end of the window, exclusive.
    public Instant to() {
        return window.grid().end();
    }

    public int count() {
        return ascending.length;
    }

    /// The observed readings in days.
    public double days() {
        Step step = window.grid().step();
        return ascending.length
                * (step.typicalLength().toMillis() / (double) Duration.ofDays(1).toMillis());
    }

    /// The share of the readings that were observed, 0..1.
    public double completeness() {
        return ascending.length / (double) window.length();
    }

    public double mean() {
        return mean;
    }

    public double max() {
        return ascending[ascending.length - 1];
    }

    /// @param percentile 0..100
    public double percentile(double percentile) {
        return EmpiricalQuantile.of(ascending, percentile / 100);
    }
}
