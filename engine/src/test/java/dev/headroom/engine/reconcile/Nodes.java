package dev.headroom.engine.reconcile;

import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Hierarchies and base forecasts for tests.
final class Nodes {
    static final int STEPS = 3;

    private Nodes() {}

    /// A hierarchy of any shape: leaves with two or three random labels, nested or crossing.
    static Hierarchy random(long seed) {
        SeededStream stream = new SeededStream(seed, 0);
        int leaves = 2 + (int) (stream.nextDouble() * 12);
        int levels = 1 + (int) (stream.nextDouble() * 3);
        List<String> names =
                IntStream.range(0, levels).mapToObj(i -> "level" + i).toList();
        List<HierarchyTree.Leaf> all = new ArrayList<>();
        for (int j = 0; j < leaves; j++) {
            List<String> labels = names.stream()
                    .map(name -> "g" + (int) (stream.nextDouble() * 3))
                    .toList();
            all.add(new HierarchyTree.Leaf("leaf" + j, labels));
        }
        return seed % 2 == 0 ? HierarchyTree.nested(names, all) : HierarchyTree.grouped(names, all);
    }

    static Hierarchy of(double[][] summing) {
        List<String> leaves =
                IntStream.range(0, summing[0].length).mapToObj(j -> "leaf" + j).toList();
        List<Hierarchy.Aggregate> aggregates = IntStream.range(0, summing.length)
                .mapToObj(a -> new Hierarchy.Aggregate("sum" + a, members(summing[a], leaves)))
                .toList();
        return Hierarchy.crossing(aggregates, leaves);
    }

    private static Set<String> members(double[] row, List<String> leaves) {
        return IntStream.range(0, row.length)
                .filter(j -> row[j] != 0)
                .mapToObj(leaves::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Incoherent forecasts, paths and errors of any size, reproducible.
    static List<NodeForecast> forecasts(Hierarchy hierarchy, int paths, long seed) {
        SeededStream stream = new SeededStream(seed, 1);
        List<NodeForecast> nodes = new ArrayList<>();
        for (int i = 0; i < hierarchy.nodes(); i++) {
            double size = 10 * hierarchy.size(i);
            double[] point = draws(stream, STEPS, size, size / 5);
            double[][] drawn = new double[paths][];
            Arrays.setAll(drawn, p -> draws(stream, STEPS, size, size / 3));
            double[][] errors = new double[6][];
            Arrays.setAll(errors, o -> draws(stream, STEPS, 0, size / 4));
            if (i % 3 == 1) {
                errors[2][1] = Double.NaN;
            }
            nodes.add(node(draws(stream, 20, size, 1), point, drawn, errors));
        }
        return nodes;
    }

    static NodeForecast node(double[] history, double[] point, double[][] paths, double[][] errors) {
        return new NodeForecast(
                history, point, new SamplePaths(TimeGrid.ordinal(history.length, point.length), paths), errors);
    }

    private static double[] draws(SeededStream stream, int count, double centre, double spread) {
        double[] values = new double[count];
        Arrays.setAll(values, k -> centre + spread * stream.nextGaussian());
        return values;
    }

    /// The largest distance of an aggregate from the sum of its leaves.
    static double gap(Hierarchy hierarchy, double[] values) {
        double[] sums = values.clone();
        hierarchy.addUp(sums);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i] - sums[i]))
                .max()
                .orElseThrow();
    }
}
