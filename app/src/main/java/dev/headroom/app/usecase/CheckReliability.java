package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.evaluation.ReliabilityTable;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Replays breach probabilities at earlier origins and compares them with what happened: of the cells shown as 70 to
/// 80 %, how many really breached?
public final class CheckReliability {
    private static final int DAYS = 90;
    private static final int ORIGINS = 2;
    private static final int LEAST_TRAINING = 180;
    private static final int PATHS = 300;
    private static final int BINS = 10;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public CheckReliability(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// Empty when no series is long enough for one origin.
    public Optional<ReliabilityTable> run(double limitPercent, Progress progress) throws UseCaseException {
        List<Case> cases = cases(limitPercent);
        List<Outcome> outcomes = new ArrayList<>();
        Parallel.forEach(cases, CheckReliability::replay, outcomes::addAll, "Checking reliability", progress);
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        double[] predicted = outcomes.stream().mapToDouble(Outcome::probability).toArray();
        boolean[] happened = new boolean[predicted.length];
        IntStream.range(0, happened.length)
                .forEach(i -> happened[i] = outcomes.get(i).breached());
        return Optional.of(ReliabilityTable.of(predicted, happened, BINS));
    }

    private record Case(TimeSeries p95, CapacityLimit limit, int training) {}

    private record Outcome(double probability, boolean breached) {}

    private List<Case> cases(double limitPercent) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Case> cases = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                for (ResourceKind kind : ResourceKind.values()) {
                    fleet.daily(entry.server().id(), kind, Statistic.P95)
                            .ifPresent(p95 -> fleet.limit(entry.server(), kind, p95.unit(), limitPercent)
                                    .ifPresent(limit -> addOrigins(cases, p95.series(), limit)));
                }
            }
            return cases;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static void addOrigins(List<Case> cases, TimeSeries p95, CapacityLimit limit) {
        for (int k = 1; k <= ORIGINS; k++) {
            int training = p95.length() - k * DAYS;
            if (training >= LEAST_TRAINING) {
                cases.add(new Case(p95, limit, training));
            }
        }
    }

    /// One outcome for each of the horizons of 30, 60 and 90 days.
    private static List<Outcome> replay(Case origin) {
        ForecastRequest request = ForecastRequest.dailyP95("-", ResourceKind.CPU, DAYS);
        FitOutcome outcome =
                new ModelCatalog().fit(origin.p95().slice(0, origin.training()), request.spec(), request.seed());
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            return List.of();
        }
        return BreachAssessor.assess(
                        fitted.model().simulate(new Horizon(DAYS), PATHS, request.seed()),
                        origin.limit(),
                        ForecastSeries.RISK_HORIZONS)
                .stream()
                .map(risk -> new Outcome(risk.probability(), breached(origin, risk.horizonDays())))
                .toList();
    }

    private static boolean breached(Case origin, int days) {
        return IntStream.range(origin.training(), origin.training() + days)
                .anyMatch(i -> origin.p95().value(i) > origin.limit().value());
    }
}
