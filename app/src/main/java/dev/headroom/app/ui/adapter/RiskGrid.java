package dev.headroom.app.ui.adapter;

import dev.headroom.app.usecase.ServerRisk;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.engine.capacity.BreachRisk;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The risks of a fleet as a heatmap: servers down, metric and horizon across.
public final class RiskGrid {
    private static final List<Integer> HORIZONS = List.of(30, 60, 90);
    private static final ResourceKind[] KINDS = ResourceKind.values();

    private RiskGrid() {}

    /// @param group the group of a server's row
    /// @param order the order of the servers within their groups; groups follow their first server
    public static HeatmapData of(
            List<ServerRisk> risks, Function<Server, String> group, Comparator<List<ServerRisk>> order) {
        Map<String, List<ServerRisk>> byServer = new LinkedHashMap<>();
        for (ServerRisk risk : risks) {
            byServer.computeIfAbsent(risk.server().id(), id -> new ArrayList<>())
                    .add(risk);
        }
        List<List<ServerRisk>> sorted = byServer.values().stream().sorted(order).toList();
        List<HeatmapData.Row> rows = new ArrayList<>();
        double[][] values = new double[sorted.size()][];
        for (int i = 0; i < values.length; i++) {
            Server server = sorted.get(i).getFirst().server();
            rows.add(new HeatmapData.Row(server.id(), server.name(), group.apply(server)));
            values[i] = cells(sorted.get(i));
        }
        List<HeatmapData.ColumnGroup> columns = Arrays.stream(KINDS)
                .map(kind -> new HeatmapData.ColumnGroup(
                        kind.label(), HORIZONS.stream().map(days -> days + " d").toList()))
                .toList();
        return new HeatmapData(rows, columns, values);
    }

    /// Servers with the highest probability of any cell first, then by name.
    public static Comparator<List<ServerRisk>> highestFirst() {
        return Comparator.comparingDouble((List<ServerRisk> cells) -> cells.stream()
                        .mapToDouble(ServerRisk::probability)
                        .max()
                        .orElse(0))
                .reversed()
                .thenComparing(cells -> cells.getFirst().server().name());
    }

    private static double[] cells(List<ServerRisk> risks) {
        double[] cells = new double[KINDS.length * HORIZONS.size()];
        Arrays.fill(cells, Double.NaN);
        for (ServerRisk risk : risks) {
            for (BreachRisk breach : risk.risks()) {
                int column = HORIZONS.indexOf(breach.horizonDays());
                if (column >= 0) {
                    cells[risk.kind().ordinal() * HORIZONS.size() + column] = breach.probability();
                }
            }
        }
        return cells;
    }

    /// The resource that a cell is about.
    public static ResourceKind kind(HeatmapData.Cell cell) {
        return KINDS[cell.columnIndex() / HORIZONS.size()];
    }

    /// The horizon of a cell in days.
    public static int horizon(HeatmapData.Cell cell) {
        return HORIZONS.get(cell.columnIndex() % HORIZONS.size());
    }
}
