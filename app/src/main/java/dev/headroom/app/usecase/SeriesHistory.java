package dev.headroom.app.usecase;

import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.explore.Decomposition;
import dev.headroom.engine.explore.Distribution;
import dev.headroom.engine.explore.SeasonalView;
import dev.headroom.engine.feature.Stl;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.TimeSeries;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is known of one resource of a server, and the views of it. Decisions are made on its days, so the views are of
/// them, except for the hours of the week.
///
/// @param readings the means of hours; empty when neither hours nor anything shorter is kept
/// @param metrics the days of all resources of the server, each the p95 where it is known, else the mean
public record SeriesHistory(
        ExploreSeries.Request request,
        MeasureUnit unit,
        Optional<TimeSeries> readings,
        Map<ResourceKind, TimeSeries> metrics) {
    private static final int WEEK = 7;
    private static final int YEAR = 365;
    private static final int YEAR_ROUNDS = 3;

    public SeriesHistory {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
    }

    /// The days of the resource that was asked for.
    public TimeSeries days() {
        return Objects.requireNonNull(metrics.get(request.kind()), "days");
    }

    /// Hours of the week from the readings, everything else from the days.
    public SeasonalView seasons() {
        SeasonalView byDay = SeasonalView.of(days());
        return new SeasonalView(
                readings.map(fine -> SeasonalView.of(fine).hours()).orElse(List.of()),
                byDay.weekdays(),
                byDay.months(),
                byDay.quarterEnds());
    }

    public Distribution distribution() {
        return Distribution.of(days().values());
    }

    /// Week and, with three years, year; empty below two weeks.
    public Optional<Decomposition> decomposition() {
        List<Integer> lengths = days().length() >= YEAR_ROUNDS * YEAR ? List.of(WEEK, YEAR) : List.of(WEEK);
        return Decomposition.of(days(), lengths, Stl.Weighting.EQUAL);
    }

    /// The resources of the server against each other.
    public CorrelationMatrix correlation() {
        return CorrelationMatrix.of(
                metrics.keySet().stream().map(ResourceKind::label).toList(), List.copyOf(metrics.values()));
    }
}
