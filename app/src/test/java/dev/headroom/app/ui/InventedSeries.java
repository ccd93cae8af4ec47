package dev.headroom.app.ui;

import dev.headroom.app.usecase.CostPivot;
import dev.headroom.app.usecase.ExploreSeries;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.app.usecase.PivotCost;
import dev.headroom.app.usecase.SeriesHistory;
import dev.headroom.engine.explore.SeriesFigures;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Series and a bill that nobody measured, for the Explore panel.
final class InventedSeries {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private InventedSeries() {}

    private static TimeSeries series(String server, ResourceKind kind, Statistic statistic, Step step, int length) {
        double[] values = new double[length];
        int shift = Math.floorMod(server.hashCode(), 20);
        Arrays.setAll(values, t -> 30 + shift + kind.ordinal() + 5 * Math.sin(t * (1 + kind.ordinal())) + t % 7);
        return new TimeSeries(
                new SeriesKey(server, kind.metric(), statistic), TimeGrid.utc(START, step, length), values);
    }

    static SeriesHistory history(ExploreSeries.Request request) {
        Map<ResourceKind, TimeSeries> metrics = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            metrics.put(kind, series(request.resource(), kind, Statistic.P95, Step.DAY, 300));
        }
        return new SeriesHistory(
                request,
                MeasureUnit.PERCENT,
                Optional.of(series(request.resource(), request.kind(), Statistic.MEAN, Step.HOUR, 1000)),
                metrics);
    }

    /// Nobody measured the network.
    static FleetExploration fleet(ResourceKind kind) {
        return new FleetExploration(
                kind,
                kind == ResourceKind.NETWORK
                        ? List.of()
                        : InventedFleet.servers().stream()
                                .map(server -> {
                                    TimeSeries days = series(server.id(), kind, Statistic.P95, Step.DAY, 300);
                                    return new FleetExploration.Member(
                                            server, MeasureUnit.PERCENT, days, SeriesFigures.of(days));
                                })
                                .toList());
    }

    static List<CostPivot> pivots(PivotCost.Query query) {
        return List.of(new CostPivot(
                query,
                new CurrencyCode("USD"),
                List.of("prod-us", ""),
                List.of("2026-09", "2026-10"),
                Map.of(
                        new CostPivot.Place("prod-us", "2026-09"), new CostPivot.Cell(new BigDecimal("100.10"), 3, 0),
                        new CostPivot.Place("prod-us", "2026-10"), new CostPivot.Cell(new BigDecimal("50.20"), 2, 1),
                        new CostPivot.Place("", "2026-10"), new CostPivot.Cell(BigDecimal.ZERO, 1, 1))));
    }
}
