package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.evaluation.Recalibration;
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
///
/// A resource with 270 days and more is looked at 30, 60 and 90 days ahead, each origin 61 days before the
/// next, after at least 180 days of training. A shorter one is looked at 7, 14 and 30 days ahead, each origin
/// 10 days before the next, after at least 30 days. A horizon of which fewer than four in five days were
/// observed is left out.
public final class CheckReliability {
    /// How many earlier times of each resource are looked back to unless told otherwise.
    public static final int USUAL_ORIGINS = 2;
    private static final int PATHS = 300;
    private static final int BINS = 10;
    private static final double LEAST_OBSERVED = 0.8;

    private static final Plan LONG = new Plan(List.of(30, 60, 90), 61, 180);
    private static final Plan SHORT = new Plan(List.of(7, 14, 30), 10, 30);

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public CheckReliability(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// At two origins a resource. Empty when no series is long enough for one.
    public Optional<ReliabilityTable> run(double limitPercent, Progress progress) throws UseCaseException {
        return run(new LimitRule.Flat(limitPercent), USUAL_ORIGINS, progress).map(RiskReliability::table);
    }

    /// @param origins how many earlier times of each resource are looked at, at most; positive
    /// @return empty when no series is long enough for one origin
    public Optional<RiskReliability> run(LimitRule limit, int origins, Progress progress) throws UseCaseException {
        List<Case> cases = cases(limit, origins);
        List<Outcome> outcomes = new ArrayList<>();
        Parallel.forEach(cases, CheckReliability::replay, outcomes::addAll, "Checking reliability", progress);
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        double[] predicted = outcomes.stream().mapToDouble(Outcome::probability).toArray();
        int[] servers = outcomes.stream().mapToInt(Outcome::server).toArray();
        boolean[] happened = new boolean[predicted.length];
        IntStream.range(0, happened.length)
                .forEach(i -> happened[i] = outcomes.get(i).breached());
        return Optional.of(new RiskReliability(
                ReliabilityTable.of(predicted, happened, BINS),
                origins,
                outcomes.stream().map(Outcome::days).distinct().sorted().toList(),
                Recalibration.fit(predicted, happened, servers)));
    }

    private record Plan(List<Integer> horizons, int spacing, int training) {
        int reach() {
            return horizons.getLast();
        }

        /// The lengths of history to look from, latest first.
        List<Integer> origins(int length, int most) {
            return IntStream.range(0, most)
                    .map(k -> length - reach() - k * spacing)
                    .filter(known -> known >= training)
                    .boxed()
                    .toList();
        }
    }

    private record Case(int server, FleetSeries.Daily p95, CapacityLimit limit, Plan plan, int training) {
        TimeSeries series() {
            return p95.series();
        }
    }

    private record Outcome(int server, int days, double probability, boolean breached) {}

    private List<Case> cases(LimitRule rule, int origins) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Case> cases = new ArrayList<>();
            List<ListServers.Entry> servers = new ListServers(workspace).run();
            for (int i = 0; i < servers.size(); i++) {
                int server = i;
                for (ResourceKind kind : ResourceKind.values()) {
                    fleet.daily(servers.get(i).server().id(), kind, Statistic.P95)
                            .ifPresent(p95 -> fleet.limit(servers.get(server).server(), kind, p95.unit(), rule)
                                    .ifPresent(limit -> addOrigins(cases, server, p95, limit, origins)));
                }
            }
            return cases;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static void addOrigins(
            List<Case> cases, int server, FleetSeries.Daily p95, CapacityLimit limit, int origins) {
        int length = p95.series().length();
        Plan plan = LONG.origins(length, 1).isEmpty() ? SHORT : LONG;
        plan.origins(length, origins).forEach(training -> cases.add(new Case(server, p95, limit, plan, training)));
    }

    /// One outcome for each of the horizons.
    private static List<Outcome> replay(Case origin) {
        ForecastRequest request =
                ForecastRequest.dailyP95("-", ResourceKind.CPU, origin.plan().reach());
        FleetSeries.Daily known = new FleetSeries.Daily(
                origin.series().slice(0, origin.training()), origin.p95().unit());
        FitOutcome outcome = new ModelCatalog().fit(known.series(), request.spec(), request.seed());
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            return List.of();
        }
        return BreachAssessor.assess(
                        known.bounded(fitted.model())
                                .simulate(new Horizon(origin.plan().reach()), PATHS, request.seed()),
                        origin.limit(),
                        origin.plan().horizons())
                .stream()
                .filter(risk -> observed(origin, risk.horizonDays()) >= LEAST_OBSERVED * risk.horizonDays())
                .map(risk -> new Outcome(
                        origin.server(), risk.horizonDays(), risk.probability(), breached(origin, risk.horizonDays())))
                .toList();
    }

    private static long observed(Case origin, int days) {
        return IntStream.range(origin.training(), origin.training() + days)
                .filter(i -> !Double.isNaN(origin.series().value(i)))
                .count();
    }

    private static boolean breached(Case origin, int days) {
        return IntStream.range(origin.training(), origin.training() + days)
                .anyMatch(i -> origin.series().value(i) > origin.limit().value());
    }
}
