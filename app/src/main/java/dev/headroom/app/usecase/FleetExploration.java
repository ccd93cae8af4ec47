package dev.headroom.app.usecase;

import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.explore.GroupFigures;
import dev.headroom.engine.explore.SeriesFigures;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// One resource of all servers.
///
/// @param members the servers with days of the resource, in the order of the inventory
public record FleetExploration(ResourceKind kind, List<Member> members) {
    /// What servers without an archetype are listed under.
    public static final String NO_ARCHETYPE = "unknown";

    public FleetExploration {
        members = List.copyOf(members);
    }

    /// @param recent the last days, a year at most
    /// @param figures of the whole history
    public record Member(Server server, MeasureUnit unit, TimeSeries recent, SeriesFigures figures) {
        public String archetype() {
            return server.archetype().isEmpty() ? NO_ARCHETYPE : server.archetype();
        }
    }

    /// Only the servers that lie inside a part of the fleet.
    public FleetExploration within(Predicate<Server> inside) {
        return new FleetExploration(
                kind,
                members.stream().filter(member -> inside.test(member.server())).toList());
    }

    /// The archetypes against each other, each in the figures of its median server.
    public List<GroupFigures> archetypes() {
        Map<String, List<SeriesFigures>> figures = new TreeMap<>();
        members.forEach(member -> figures.computeIfAbsent(member.archetype(), _ -> new ArrayList<>())
                .add(member.figures()));
        return GroupFigures.of(figures);
    }

    /// The mean over the servers of each archetype, by day of the last year.
    public Map<String, TimeSeries> archetypeMeans() {
        Map<String, List<TimeSeries>> groups = new TreeMap<>();
        members.forEach(member -> groups.computeIfAbsent(member.archetype(), _ -> new ArrayList<>())
                .add(member.recent()));
        Map<String, TimeSeries> means = new TreeMap<>();
        groups.forEach((archetype, series) -> means.put(archetype, mean(archetype, series)));
        return means;
    }

    /// The archetypes' means against each other.
    public CorrelationMatrix correlation() {
        Map<String, TimeSeries> means = archetypeMeans();
        return CorrelationMatrix.of(List.copyOf(means.keySet()), List.copyOf(means.values()));
    }

    private TimeSeries mean(String archetype, List<TimeSeries> series) {
        TimeGrid grid = series.getFirst().grid();
        long first =
                series.stream().mapToLong(one -> one.grid().position(0)).min().orElse(0);
        long end = series.stream()
                .mapToLong(one -> one.grid().position(0) + one.length())
                .max()
                .orElse(0);
        double[] sums = new double[Math.toIntExact(end - first)];
        int[] counts = new int[sums.length];
        for (TimeSeries one : series) {
            int shift = Math.toIntExact(one.grid().position(0) - first);
            for (int t = 0; t < one.length(); t++) {
                if (!Double.isNaN(one.value(t))) {
                    sums[shift + t] += one.value(t);
                    counts[shift + t]++;
                }
            }
        }
        Arrays.setAll(sums, t -> counts[t] == 0 ? Double.NaN : sums[t] / counts[t]);
        TimeGrid all = new TimeGrid(grid.at(first - grid.position(0)), grid.step(), sums.length, grid.zone());
        return new TimeSeries(new SeriesKey(archetype, kind.metric(), Statistic.MEAN), all, sums);
    }
}
