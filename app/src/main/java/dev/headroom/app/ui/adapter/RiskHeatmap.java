package dev.headroom.app.ui.adapter;

import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Lays breach probabilities out as a heatmap: servers in groups down, resources and horizons across.
public final class RiskHeatmap {
    private static final List<Integer> HORIZONS = List.of(30, 60, 90);

    private RiskHeatmap() {}

    /// Groups with the highest risk first, and within a group the server with the highest risk first. What is not known
    /// is NaN.
    public static HeatmapData of(FleetRisk risk, Function<Server, String> group) {
        Map<String, double[]> cells = new LinkedHashMap<>();
        Map<String, Server> servers = new LinkedHashMap<>();
        for (ServerRisk entry : risk.risks()) {
            servers.put(entry.server().id(), entry.server());
            double[] row = cells.computeIfAbsent(entry.server().id(), id -> unknownRow());
            for (BreachRisk breach : entry.risks()) {
                int horizon = HORIZONS.indexOf(breach.horizonDays());
                if (horizon >= 0) {
                    row[entry.kind().ordinal() * HORIZONS.size() + horizon] = breach.probability();
                }
            }
        }
        Map<String, Double> worst = new LinkedHashMap<>();
        Map<String, Double> worstOfGroup = new LinkedHashMap<>();
        cells.forEach((id, row) -> {
            double highest =
                    Arrays.stream(row).filter(p -> !Double.isNaN(p)).max().orElse(0);
            worst.put(id, highest);
            worstOfGroup.merge(group.apply(known(servers, id)), highest, Math::max);
        });
        List<String> order = cells.keySet().stream()
                .sorted(Comparator.comparingDouble((String id) -> -value(worstOfGroup, group.apply(known(servers, id))))
                        .thenComparing(id -> group.apply(known(servers, id)))
                        .thenComparing(id -> -value(worst, id))
                        .thenComparing(id -> known(servers, id).name()))
                .toList();
        List<HeatmapData.Row> rows = order.stream()
                .map(id -> new HeatmapData.Row(id, known(servers, id).name(), group.apply(known(servers, id))))
                .toList();
        List<HeatmapData.ColumnGroup> columns = Arrays.stream(ResourceKind.values())
                .map(kind -> new HeatmapData.ColumnGroup(
                        kind.label(), HORIZONS.stream().map(days -> days + " d").toList()))
                .toList();
        double[][] values = order.stream().map(cells::get).toArray(double[][]::new);
        return new HeatmapData(rows, columns, values);
    }

    /// The words for an archetype: `devtest` becomes "Dev/test", an unknown one "Other".
    public static String archetypeName(Server server) {
        String name = server.archetype();
        if (name.isBlank()) {
            return "Other";
        }
        return name.equals("devtest") ? "Dev/test" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Server known(Map<String, Server> servers, String id) {
        return java.util.Objects.requireNonNull(servers.get(id));
    }

    private static double value(Map<String, Double> values, String key) {
        return values.getOrDefault(key, 0.0);
    }

    private static double[] unknownRow() {
        double[] row = new double[ResourceKind.values().length * HORIZONS.size()];
        Arrays.fill(row, Double.NaN);
        return row;
    }
}
