package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.scenario.Baseline;
import dev.headroom.engine.scenario.BaselineCost;
import dev.headroom.engine.scenario.BaselineFigures;
import dev.headroom.engine.scenario.CostPart;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.Machine;
import dev.headroom.engine.scenario.PathBlock;
import dev.headroom.engine.scenario.Provenance;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.DayTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the futures that scenarios change: the daily p95 of each resource of each server of a view, and its
/// daily cost. The models are those of risk and of the cost forecast; what was fitted before is not fitted
/// again.
public final class PrepareScenarios {
    /// How many values are kept at most, so that a fleet and a single server need about the same memory.
    private static final int VALUES = 16_000_000;

    private static final int FEWEST_PATHS = 200;
    private static final int HUNDRED = 100;
    /// Series that ended longer ago say nothing about the days ahead.
    private static final int OLDEST_DAYS = 60;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final RiskModels models;

    public PrepareScenarios(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.models = new RiskModels(workspace);
    }

    /// @throws UseCaseException of kind NO_DATA when the view holds neither utilization nor bills
    public ScenarioGround run(GroundRequest request, Progress progress) throws UseCaseException {
        try {
            List<Server> inventory = new ListServers(workspace)
                    .run().stream().map(ListServers.Entry::server).toList();
            ScenarioScopes members = new ScenarioScopes(new ListScopes(workspace).run(), inventory);
            List<String> left = new ArrayList<>();
            List<Fitted> loads = fit(found(request, inventory, members, left), left, progress);
            Optional<Cost> cost = cost(request);
            Instant start = Stream.concat(
                            loads.stream().map(load -> load.series().grid().end()),
                            cost.stream().map(one -> one.history().grid().end()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> empty(request));
            return ground(request, loads, cost, start, inventory, members, left);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static UseCaseException empty(GroundRequest request) {
        return new UseCaseException(
                UseCaseException.Kind.NO_DATA,
                "HR-3285",
                "The workspace holds neither utilization nor bills of "
                        + request.view().words() + "; import some, or look at something else.");
    }

    /// A series with what makes it a percentage of the capacity.
    private record Found(Server server, ResourceKind kind, FleetSeries.Daily daily, double factor) {}

    /// The same with its model.
    private record Fitted(Server server, ResourceKind kind, TimeSeries series, double factor, FittedModel model) {}

    /// The cost so far in the currency that has most of it.
    private record Cost(
            CurrencyCode currency, TimeSeries history, LocalDate last, CostQuery query, FittedModel model) {}

    private List<Found> found(
            GroundRequest request, List<Server> inventory, ScenarioScopes members, List<String> left) {
        FleetSeries fleet = new FleetSeries(workspace, shapes);
        List<Found> found = new ArrayList<>();
        for (Server server : inventory) {
            if (request.reach() == GroundRequest.Reach.VIEW && !members.server(request.view(), server.id())) {
                continue;
            }
            for (ResourceKind kind : ResourceKind.values()) {
                Optional<FleetSeries.Daily> daily = fleet.daily(server.id(), kind, Statistic.P95);
                if (daily.isPresent()) {
                    Optional<CapacityLimit> limit =
                            fleet.limit(server, kind, daily.get().unit(), request.limitPercent());
                    limit.ifPresentOrElse(
                            known -> found.add(new Found(server, kind, daily.get(), 100 / known.capacity())),
                            () -> left.add(server.id() + " " + kind.metric() + ": its capacity is unknown"));
                }
            }
        }
        return found;
    }

    private List<Fitted> fit(List<Found> found, List<String> left, Progress progress) throws UseCaseException {
        Instant last = found.stream()
                .map(one -> one.daily().series().grid().end())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        List<Fitted> fitted = new ArrayList<>();
        List<Found> fresh = new ArrayList<>();
        for (Found one : found) {
            TimeSeries series = one.daily().series();
            if (ChronoUnit.DAYS.between(series.grid().end(), last) > OLDEST_DAYS) {
                left.add(one.server().id() + " " + one.kind().metric() + ": no data since "
                        + LocalDate.ofInstant(series.grid().end(), ZoneOffset.UTC));
            } else {
                fresh.add(one);
            }
        }
        Parallel.forEach(
                fresh,
                one -> Map.entry(one, outcome(one)),
                entry -> {
                    Found one = entry.getKey();
                    if (entry.getValue() instanceof FitOutcome.Fitted done) {
                        fitted.add(new Fitted(
                                one.server(),
                                one.kind(),
                                one.daily().series(),
                                one.factor(),
                                one.daily().bounded(done.model())));
                    } else {
                        left.add(one.server().id() + " " + one.kind().metric() + ": "
                                + RiskModels.why(entry.getValue()));
                    }
                },
                "Preparing",
                progress);
        return fitted;
    }

    private FitOutcome outcome(Found one) {
        return models.fit(RiskModels.request(one.server().id(), one.kind()), one.daily());
    }

    private Optional<Cost> cost(GroundRequest request) throws UseCaseException {
        CostQuery query = new CostQuery(ScenarioScopes.of(request.view()), request.basis());
        Map<CurrencyCode, List<DayTotal>> byCurrency =
                CostDays.of(workspace, query).days(ForecastCost.filter(query.scope())).stream()
                        .collect(Collectors.groupingBy(DayTotal::currency, TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(CostSeries::complete))
                .max(Comparator.comparingDouble(entry -> entry.getValue().stream()
                        .mapToDouble(day -> day.sum().doubleValue())
                        .sum()))
                .map(entry -> {
                    TimeSeries history = ForecastCost.history(entry.getKey(), entry.getValue());
                    LocalDate next = LocalDate.ofInstant(history.grid().end(), ZoneOffset.UTC);
                    return new Cost(
                            entry.getKey(), history, next.minusDays(1), query, ForecastCost.model(workspace, history));
                });
    }

    private ScenarioGround ground(
            GroundRequest request,
            List<Fitted> loads,
            Optional<Cost> cost,
            Instant start,
            List<Server> inventory,
            ScenarioScopes members,
            List<String> left)
            throws UseCaseException {
        int paths = Math.clamp(
                VALUES / Math.max(1L, (long) loads.size() * request.days()) / HUNDRED * HUNDRED,
                FEWEST_PATHS,
                ForecastSeries.PATHS);
        List<Baseline.Load> made = new ArrayList<>();
        Parallel.forEach(
                loads,
                load -> new Baseline.Load(
                        load.server().id(),
                        load.kind(),
                        block(load.model(), load.series().grid(), start, request.days(), paths, load.factor())),
                made::add,
                "Preparing",
                Progress.NONE);
        Map<ScenarioGround.LoadKey, TimeSeries> histories = new HashMap<>();
        loads.forEach(load -> histories.put(
                new ScenarioGround.LoadKey(load.server().id(), load.kind()), scaled(load.series(), load.factor())));
        Optional<BaselineCost> base = Optional.empty();
        if (cost.isPresent()) {
            base = base(cost.get(), start, request.days(), inventory, members, left);
        }
        Map<String, Server> servers = new HashMap<>();
        loads.forEach(load -> servers.put(load.server().id(), load.server()));
        Baseline baseline = new Baseline(
                TimeGrid.utc(start, Step.DAY, request.days()),
                made,
                machines(inventory),
                base,
                provenance(request, loads, cost, start));
        return new ScenarioGround(
                request,
                BaselineFigures.of(baseline, request.limitPercent()),
                members,
                servers,
                histories,
                base.isEmpty() ? Optional.empty() : cost.map(Cost::history),
                left);
    }

    /// Futures that begin at `start`, whenever the series ends. The first 90 days are those that risk looks at, so that
    /// both say the same; those after them are of the longer forecast, each path drawn from the same stream.
    private static PathBlock block(
            FittedModel model, TimeGrid history, Instant start, int days, int paths, double factor) {
        int skip = (int) Math.max(0, ChronoUnit.DAYS.between(history.end(), start));
        int near = ForecastSeries.RISK_HORIZONS.getLast();
        TimeGrid grid = TimeGrid.utc(start, Step.DAY, days);
        long seed = ForecastRequest.DEFAULT_SEED;
        if (skip + days <= near) {
            return PathBlock.of(model.simulate(new Horizon(near), paths, seed), skip, grid, factor);
        }
        PathBlock far = PathBlock.of(model.simulate(new Horizon(skip + days), paths, seed), skip, grid, factor);
        return skip >= near ? far : far.beginning(model.simulate(new Horizon(near), paths, seed), skip, factor);
    }

    private Optional<BaselineCost> base(
            Cost cost, Instant start, int days, List<Server> inventory, ScenarioScopes members, List<String> left)
            throws UseCaseException {
        if (ChronoUnit.DAYS.between(cost.history().grid().end(), start) > OLDEST_DAYS) {
            left.add("cost: no bills since " + cost.last());
            return Optional.empty();
        }
        List<CostPart> parts = CostShares.of(
                workspace,
                cost.query(),
                cost.currency(),
                cost.last(),
                inventory.stream().map(Server::id).collect(Collectors.toSet()),
                members);
        if (parts.isEmpty()) {
            left.add("cost: nothing was charged in the last " + CostShares.DAYS + " days of the bills");
            return Optional.empty();
        }
        return Optional.of(new BaselineCost(
                cost.currency(),
                block(cost.model(), cost.history().grid(), start, days, ForecastSeries.PATHS, 1),
                parts));
    }

    private List<Machine> machines(List<Server> inventory) {
        return inventory.stream()
                .map(server -> new Machine(
                        server.id(),
                        server.region(),
                        server.instanceType().flatMap(type -> shapes.find(type, server.region()))))
                .toList();
    }

    private static TimeSeries scaled(TimeSeries series, double factor) {
        double[] values = series.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new TimeSeries(series.key(), series.grid(), values);
    }

    private Provenance provenance(GroundRequest request, List<Fitted> loads, Optional<Cost> cost, Instant start) {
        TreeSet<String> models = new TreeSet<>();
        StringBuilder content =
                new StringBuilder().append(request.days()).append('|').append(request.basis());
        for (Fitted load : loads) {
            models.add(load.model().provenance().spec().name());
            content.append('|')
                    .append(load.server().id())
                    .append('/')
                    .append(load.kind().metric())
                    .append('=')
                    .append(load.model().provenance().dataHash())
                    .append('@')
                    .append(load.model().provenance().spec().text())
                    .append('#')
                    .append(load.model().provenance().seed());
        }
        cost.ifPresent(one -> {
            models.add(one.model().provenance().spec().name());
            content.append("|cost=").append(one.model().provenance().dataHash());
        });
        EventScope view = request.view();
        content.append('|').append(view);
        return new Provenance(
                LocalDate.ofInstant(start, ZoneOffset.UTC).minusDays(1),
                String.join(", ", models),
                ForecastRequest.DEFAULT_SEED,
                ContentDigest.sha256(content.toString()));
    }
}
