package dev.headroom.engine.evaluation;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/// The metrics of one model on one series by origin; origins where nothing could be scored are left out.
///
/// @param byOrigin metrics by the number of points before the origin
public record OriginScores(SortedMap<Integer, MetricValues> byOrigin) {
    /// No origin was scored.
    public static final OriginScores NONE = new OriginScores(new TreeMap<>());

    public OriginScores {
        byOrigin = Collections.unmodifiableSortedMap(new TreeMap<>(byOrigin));
    }

    public static OriginScores of(BacktestResult result) {
        return of(result, scored -> scored);
    }

    /// @param part the steps of a forecast that count, such as [ScoredForecast#where] gives
    public static OriginScores of(BacktestResult result, UnaryOperator<ScoredForecast> part) {
        SortedMap<Integer, MetricValues> scores = new TreeMap<>();
        for (BacktestOrigin origin : result.origins()) {
            if (origin instanceof BacktestOrigin.Scored done) {
                MetricValues values = MetricValues.of(part.apply(done.scored()));
                if (values.hasErrors()) {
                    scores.put(origin.trainingLength(), values);
                }
            }
        }
        return new OriginScores(scores);
    }

    public int count() {
        return byOrigin.size();
    }

    public boolean isEmpty() {
        return byOrigin.isEmpty();
    }

    public MetricValues mean() {
        return MetricValues.mean(byOrigin.values());
    }

    /// The origins that both scored.
    public Set<Integer> shared(OriginScores other) {
        Set<Integer> shared = new TreeSet<>(byOrigin.keySet());
        shared.retainAll(other.byOrigin.keySet());
        return shared;
    }

    /// Only some of the origins.
    public OriginScores at(Set<Integer> origins) {
        SortedMap<Integer, MetricValues> some = new TreeMap<>(byOrigin);
        some.keySet().retainAll(origins);
        return new OriginScores(some);
    }

    /// This model's metric less the other's at each origin where both are defined, in time order.
    double[] differences(OriginScores other, ForecastMetric metric) {
        return byOrigin.entrySet().stream()
                .flatMapToDouble(entry -> {
                    MetricValues theirs = other.byOrigin.get(entry.getKey());
                    return theirs == null
                                    || theirs.of(metric).isEmpty()
                                    || entry.getValue().of(metric).isEmpty()
                            ? DoubleStream.empty()
                            : DoubleStream.of(entry.getValue().of(metric).getAsDouble()
                                    - theirs.of(metric).getAsDouble());
                })
                .toArray();
    }
}
