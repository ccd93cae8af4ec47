package dev.headroom.app.usecase;

import dev.headroom.engine.reconcile.Hierarchy;
import dev.headroom.engine.reconcile.HierarchyTree;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.series.SeriesMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts the series of a file under the levels that a second file gives them.
final class HierarchyFile {
    private static final int SHOWN = 5;

    /// A hierarchy and the series of its leaves, on one grid.
    record Placed(Hierarchy hierarchy, List<TimeSeries> leaves) {}

    private HierarchyFile() {}

    /// @throws UseCaseException of kind INPUT when the file cannot be read, names unknown series, leaves one
    ///     out, or the series cannot be added up
    static Placed place(Path map, ForecastHierarchy.Levels structure, List<TimeSeries> series) throws UseCaseException {
        SeriesMap levels = read(map);
        Map<String, TimeSeries> known = new LinkedHashMap<>();
        series.forEach(one -> known.put(one.key().resource(), one));
        List<HierarchyTree.Leaf> leaves = new ArrayList<>();
        for (SeriesMap.Row row : levels.rows()) {
            if (!known.containsKey(row.id())) {
                throw refused(
                        "HR-3110",
                        map,
                        "line " + row.line() + " names the series " + row.id()
                                + ", which the series file does not hold");
            }
            int blank = row.labels().indexOf("");
            if (blank >= 0) {
                throw refused(
                        "HR-3111",
                        map,
                        "line " + row.line() + " gives the series " + row.id() + " no "
                                + levels.levels().get(blank));
            }
            leaves.add(new HierarchyTree.Leaf(row.id(), row.labels()));
        }
        TreeSet<String> missing = new TreeSet<>(known.keySet());
        leaves.forEach(leaf -> missing.remove(leaf.name()));
        if (!missing.isEmpty()) {
            throw refused(
                    "HR-3112",
                    map,
                    "it has no line for " + missing.size() + " series of the series file: "
                            + missing.stream().limit(SHOWN).collect(Collectors.joining(", "))
                            + (missing.size() > SHOWN ? " ..." : ""));
        }
        try {
            Hierarchy hierarchy = switch (structure) {
                case NESTED -> HierarchyTree.nested(levels.levels(), leaves);
                case CROSSING -> HierarchyTree.grouped(levels.levels(), leaves);
            };
            List<TimeSeries> ordered = hierarchy.names().subList(hierarchy.aggregates(), hierarchy.nodes()).stream()
                    .map(name -> Objects.requireNonNull(known.get(name)))
                    .toList();
            return new Placed(hierarchy, onOneGrid(map, ordered));
        } catch (IllegalArgumentException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3113",
                    "The hierarchy " + map + " does not hold: " + e.getMessage(),
                    e);
        }
    }

    private static SeriesMap read(Path map) throws UseCaseException {
        try {
            return SeriesMap.read(map);
        } catch (SourceException e) {
            throw new UseCaseException(UseCaseException.Kind.INPUT, e.code(), e.sentence(), e);
        }
    }

    private static UseCaseException refused(String code, Path map, String why) {
        return new UseCaseException(
                UseCaseException.Kind.INPUT, code, "The hierarchy " + map + " does not fit: " + why + ".");
    }

    /// Series that begin later are missing before.
    private static List<TimeSeries> onOneGrid(Path map, List<TimeSeries> series) throws UseCaseException {
        TimeSeries longest = series.stream()
                .min(Comparator.comparing(one -> one.grid().start()))
                .orElseThrow();
        List<TimeSeries> placed = new ArrayList<>();
        for (TimeSeries one : series) {
            TimeGrid grid = longest.grid();
            int before = grid.length() - one.length();
            boolean fits = before >= 0
                    && grid.step().equals(one.grid().step())
                    && grid.zone().equals(one.grid().zone())
                    && grid.at(before).equals(one.grid().start());
            if (!fits) {
                throw refused(
                        "HR-3114",
                        map,
                        "its series cannot be added up: " + words(longest) + ", but " + words(one)
                                + "; they must have one step and the same last time stamp");
            }
            double[] values = new double[grid.length()];
            Arrays.fill(values, 0, before, Double.NaN);
            System.arraycopy(one.values(), 0, values, before, one.length());
            placed.add(new TimeSeries(one.key(), grid, values));
        }
        return placed;
    }

    private static String words(TimeSeries series) {
        TimeGrid grid = series.grid();
        boolean ordinal = grid.isOrdinal();
        return series.key().resource() + " runs from "
                + (ordinal ? grid.start().getEpochSecond() : grid.start()) + " to "
                + (ordinal ? grid.at(grid.length() - 1L).getEpochSecond() : grid.at(grid.length() - 1L)) + " by "
                + grid.step().code();
    }
}
