package dev.headroom.app.ui;

import dev.headroom.app.usecase.GroundRequest;
import dev.headroom.app.usecase.RunScenarios;
import dev.headroom.app.usecase.ScenarioGround;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.SeededStream;
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
import dev.headroom.engine.scenario.ScopeMembers;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Futures of four invented servers, `da-us-01` the highest, and of a cost of 100 a day.
final class InventedScenarios {
    private static final int PATHS = 50;
    private static final int HISTORY = 100;

    private InventedScenarios() {}

    static RunScenarios on(GroundRequest request) {
        List<Server> servers = InventedFleet.servers().subList(0, 4);
        TimeGrid grid = TimeGrid.utc(InventedFleet.AS_OF, Step.DAY, request.days());
        TimeGrid past = TimeGrid.utc(InventedFleet.AS_OF.minusSeconds(86_400L * HISTORY), Step.DAY, HISTORY);
        List<Baseline.Load> loads = new ArrayList<>();
        List<Machine> machines = new ArrayList<>();
        List<CostPart> parts = new ArrayList<>();
        Map<String, Server> byId = new HashMap<>();
        Map<ScenarioGround.LoadKey, TimeSeries> histories = new HashMap<>();
        ShapeCatalog shapes = Shapes.shipped();
        for (int i = 0; i < servers.size(); i++) {
            Server server = servers.get(i);
            byId.put(server.id(), server);
            machines.add(new Machine(
                    server.id(),
                    server.region(),
                    server.instanceType().flatMap(type -> shapes.find(type, server.region()))));
            parts.add(new CostPart("aws", server.account(), "", server.id(), Map.of(), 0.2, 0.05, 0, 0, 0));
            for (ResourceKind kind : ResourceKind.values()) {
                loads.add(new Baseline.Load(server.id(), kind, paths(grid, 10 * i + kind.ordinal(), 68 - 6.0 * i)));
                double[] values = new double[HISTORY];
                Arrays.fill(values, 66 - 6.0 * i);
                histories.put(
                        new ScenarioGround.LoadKey(server.id(), kind),
                        new TimeSeries(new SeriesKey(server.id(), kind.metric(), Statistic.P95), past, values));
            }
        }
        double[] spent = new double[HISTORY];
        Arrays.fill(spent, 100);
        Baseline baseline = new Baseline(
                grid,
                loads,
                machines,
                Optional.of(new BaselineCost(CurrencyCode.USD, paths(grid, 99, 100), parts)),
                new Provenance(LocalDate.of(2026, 11, 19), "auto", 42, "invented"));
        return new RunScenarios(
                new ScenarioGround(
                        request,
                        BaselineFigures.of(baseline, request.limitPercent()),
                        members(byId),
                        byId,
                        histories,
                        Optional.of(new TimeSeries(new SeriesKey("USD", "cost", Statistic.SUM), past, spent)),
                        List.of()),
                shapes);
    }

    private static ScopeMembers members(Map<String, Server> byId) {
        return new ScopeMembers() {
            @Override
            public boolean server(EventScope scope, String resource) {
                Server server = byId.get(resource);
                return server != null
                        && (scope.resource().isEmpty() || scope.resource().equals(resource))
                        && (scope.account().isEmpty() || scope.account().equals(server.account()));
            }

            @Override
            public boolean cost(EventScope scope, CostPart part) {
                return (scope.resource().isEmpty() || scope.resource().equals(part.resource()))
                        && (scope.account().isEmpty() || scope.account().equals(part.account()));
            }
        };
    }

    private static PathBlock paths(TimeGrid grid, int seed, double level) {
        double[][] paths = new double[PATHS][grid.length()];
        for (int path = 0; path < PATHS; path++) {
            SeededStream stream = new SeededStream(seed, path);
            double stays = 3 * stream.nextGaussian();
            for (int day = 0; day < grid.length(); day++) {
                paths[path][day] = level + 0.04 * day + stays + stream.nextGaussian();
            }
        }
        return PathBlock.of(new SamplePaths(grid, paths), 0, grid, 1);
    }
}
