package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.capacity.RiskClass;
import dev.headroom.engine.capacity.RiskClassifier;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Assesses how likely each resource of each server passes its limit within 30, 60 and 90 days.
public final class AssessRisk {
    private static final double LIKELY = 0.5;
    private static final int HOURS = 24;
    private static final int HOURLY_PATHS = 300;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final RiskModels models;

    public AssessRisk(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.models = new RiskModels(workspace);
    }

    /// @param limitPercent the limit as a share of the capacity, 0 < limitPercent <= 100
    public FleetRisk run(double limitPercent, Progress progress) throws UseCaseException {
        return run(RiskRequest.of(limitPercent), progress);
    }

    public FleetRisk run(RiskRequest wanted, Progress progress) throws UseCaseException {
        List<Cell> cells = cells(wanted);
        List<ServerRisk> risks = new ArrayList<>();
        List<FleetRisk.Unknown> unknown = new ArrayList<>();
        Parallel.forEach(
                cells,
                cell -> assess(cell, wanted),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Known known -> risks.add(known.risk());
                        case Outcome.Open open -> unknown.add(open.reason());
                    }
                },
                "Assessing risk",
                progress);
        Instant asOf = cells.stream()
                .map(Cell::end)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3004",
                        wanted.readings() == RiskRequest.Readings.HOURLY
                                ? "The workspace holds no hourly utilization; import some, or leave --hourly out."
                                : "The workspace holds no utilization; import some files first."));
        List<FleetRisk.HistoryNote> notes = cells.stream()
                .flatMap(cell -> cell.p95().note().stream()
                        .map(note -> new FleetRisk.HistoryNote(
                                cell.server().id(), cell.kind().metric(), note)))
                .toList();
        return new FleetRisk(asOf, wanted.limit().flatPercent(), risks, unknown, notes);
    }

    /// Over how many paths probabilities are counted.
    public static int paths(RiskRequest.Readings readings) {
        return readings == RiskRequest.Readings.HOURLY ? HOURLY_PATHS : ForecastSeries.PATHS;
    }

    private List<Cell> cells(RiskRequest wanted) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Cell> cells = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                for (ResourceKind kind : ResourceKind.values()) {
                    readings(fleet, entry.server().id(), kind, wanted.readings())
                            .ifPresent(p95 -> cells.add(new Cell(
                                    entry.server(),
                                    kind,
                                    p95,
                                    fleet.daily(entry.server().id(), kind, Statistic.MEAN)
                                            .map(FleetSeries.Daily::series),
                                    fleet.limit(entry.server(), kind, p95.unit(), wanted.limit()))));
                }
            }
            return cells;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static Optional<FleetSeries.Daily> readings(
            FleetSeries fleet, String server, ResourceKind kind, RiskRequest.Readings wanted) {
        return switch (wanted) {
            case DAILY_P95 -> fleet.daily(server, kind, Statistic.P95);
            case HOURLY -> fleet.hourly(server, kind);
        };
    }

    private Outcome assess(Cell cell, RiskRequest wanted) {
        if (cell.limit().isEmpty()) {
            return cell.open("the capacity of " + cell.server().instanceType().orElse("an unknown instance type")
                    + " is unknown");
        }
        ForecastRequest request = request(cell, wanted.readings());
        FitOutcome outcome = models.fit(request, cell.p95());
        return outcome instanceof FitOutcome.Fitted fitted
                ? new Outcome.Known(risk(cell, cell.limit().get(), cell.p95().bounded(fitted.model()), request, wanted))
                : cell.open(RiskModels.why(outcome));
    }

    private static ForecastRequest request(Cell cell, RiskRequest.Readings readings) {
        ForecastRequest daily = RiskModels.request(cell.server().id(), cell.kind());
        return readings == RiskRequest.Readings.DAILY_P95
                ? daily
                : new ForecastRequest(
                        cell.p95().series().key(),
                        Step.HOUR,
                        new Horizon(HOURS * daily.horizon().steps()),
                        new ModelSpec.Auto(SeasonLengths.usual(Step.HOUR)),
                        daily.limitPercent(),
                        daily.seed());
    }

    private static ServerRisk risk(
            Cell cell, CapacityLimit limit, FittedModel model, ForecastRequest request, RiskRequest wanted) {
        Horizon horizon = request.horizon();
        boolean hourly = wanted.readings() == RiskRequest.Readings.HOURLY;
        SamplePaths paths = model.simulate(horizon, paths(wanted.readings()), request.seed());
        List<BreachRisk> risks = BreachAssessor.assess(paths, limit, ForecastSeries.RISK_HORIZONS, wanted.correction());
        TimeSeries mean = cell.mean().orElse(cell.p95().series());
        RiskClass byLoad = hourly
                ? RiskClassifier.classify(paths, mean, limit.capacity())
                : RiskClassifier.classify(model.forecast(horizon, 0.5), mean, limit.capacity());
        return new ServerRisk(
                cell.server(),
                cell.kind(),
                limit,
                cell.end(),
                current(cell.p95().series(), limit, wanted.readings()),
                hourly
                        ? RiskClassifier.capacityRemaining(paths, limit)
                        : RiskClassifier.capacityRemaining(model.forecast(horizon, 0.5), limit),
                risks,
                guarded(byLoad, risks));
    }

    /// A resource that is idle on average but likely to pass its limit in bursts is no candidate for consolidation.
    private static RiskClass guarded(RiskClass byLoad, List<BreachRisk> risks) {
        boolean bursts = byLoad == RiskClass.UNDERUTILISED && risks.getLast().probability() >= LIKELY;
        return bursts ? RiskClass.NORMAL : byLoad;
    }

    /// Median of the readings of the last 30 days in percent of the capacity; NaN when all are missing.
    private static double current(TimeSeries series, CapacityLimit limit, RiskRequest.Readings readings) {
        long count = readings == RiskRequest.Readings.HOURLY ? 30L * HOURS : 30;
        double[] last = Arrays.stream(series.values())
                .skip(Math.max(0, series.length() - count))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return last.length == 0 ? Double.NaN : last[last.length / 2] / limit.capacity() * 100;
    }

    private sealed interface Outcome {
        record Known(ServerRisk risk) implements Outcome {}

        record Open(FleetRisk.Unknown reason) implements Outcome {}
    }

    private record Cell(
            Server server,
            ResourceKind kind,
            FleetSeries.Daily p95,
            Optional<TimeSeries> mean,
            Optional<CapacityLimit> limit) {
        Instant end() {
            return p95.series().grid().at(p95.series().length() - 1L);
        }

        Outcome open(String reason) {
            return new Outcome.Open(new FleetRisk.Unknown(server.id(), kind.metric(), reason));
        }
    }
}
