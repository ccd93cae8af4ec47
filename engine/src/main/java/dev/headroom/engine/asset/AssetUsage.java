package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// An asset with what was measured of it, in the units of the cache.
///
/// @param series one a metric and statistic
/// @param asOf the end of the windows: the time of the advice
public record AssetUsage(Asset asset, List<TimeSeries> series, Instant asOf) {
    /// Upper statistics first: they show the peaks that a mean hides.
    private static final List<Statistic> UPPER = List.of(Statistic.P95, Statistic.MAX, Statistic.MEAN);

    private static final List<Statistic> LOWER = List.of(Statistic.MIN, Statistic.MEAN);

    public AssetUsage {
        Objects.requireNonNull(asset, "asset");
        series = List.copyOf(series);
    }

    /// The readings of a metric by which peaks are judged.
    Optional<Readings> high(String metric, int days) {
        return first(metric, UPPER, days);
    }

    Optional<Readings> high(AssetMetric metric, int days) {
        return high(metric.metric(), days);
    }

    /// The readings of a metric of which little is bad.
    Optional<Readings> low(AssetMetric metric, int days) {
        return first(metric.metric(), LOWER, days);
    }

    Optional<Readings> exactly(AssetMetric metric, Statistic statistic, int days) {
        return first(metric.metric(), List.of(statistic), days);
    }

    private Optional<Readings> first(String metric, List<Statistic> statistics, int days) {
        return statistics.stream()
                .flatMap(statistic -> of(metric, statistic))
                .flatMap(found -> Readings.of(found, asOf, days).stream())
                .findFirst();
    }

    private Stream<TimeSeries> of(String metric, Statistic statistic) {
        return series.stream()
                .filter(one -> one.key().metric().equals(metric) && one.key().statistic() == statistic);
    }
}
