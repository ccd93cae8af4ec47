package dev.headroom.engine.reconcile;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Which series are sums of which others: leaves, and aggregates of leaves. Groups may cross, as accounts and
/// tags do.
///
/// Nodes are numbered: the aggregates first, from the total down, then the leaves. The summing matrix is kept
/// as the list of leaves of each aggregate, so that thousands of leaves cost what their memberships cost.
public final class Hierarchy {
    /// The parent of the node at the top, and of all nodes where groups cross.
    static final int NONE = -1;

    private final List<String> names;
    private final int[][] members;
    private final int[] parents;
    private final boolean tree;

    private Hierarchy(List<String> names, int[][] members, int[] parents, boolean tree) {
        this.names = List.copyOf(names);
        this.members = members;
        this.parents = parents;
        this.tree = tree;
    }

    static Hierarchy tree(List<String> names, int[][] members, int[] parents) {
        return new Hierarchy(names, members, parents, true);
    }

    /// Aggregates that may cross.
    ///
    /// @param aggregates the first one must be the total; each names its leaves
    /// @throws IllegalArgumentException when a name comes twice, an aggregate is empty or names an unknown
    ///     leaf, or the first one is not the total
    public static Hierarchy crossing(List<Aggregate> aggregates, List<String> leaves) {
        List<String> names =
                new ArrayList<>(aggregates.stream().map(Aggregate::name).toList());
        names.addAll(leaves);
        requireDistinct(names);
        int[][] members =
                aggregates.stream().map(aggregate -> indexes(aggregate, leaves)).toArray(int[][]::new);
        if (members.length == 0 || members[0].length != leaves.size() || leaves.isEmpty()) {
            throw new IllegalArgumentException("The first aggregate must hold all leaves (" + leaves.size() + ").");
        }
        int[] parents = new int[names.size()];
        Arrays.fill(parents, NONE);
        return new Hierarchy(names, members, parents, false);
    }

    /// A sum of leaves.
    public record Aggregate(String name, Set<String> leaves) {
        public Aggregate {
            leaves = Set.copyOf(leaves);
        }
    }

    private static int[] indexes(Aggregate aggregate, List<String> leaves) {
        List<Integer> found = new ArrayList<>();
        for (int j = 0; j < leaves.size(); j++) {
            if (aggregate.leaves().contains(leaves.get(j))) {
                found.add(j);
            }
        }
        if (found.isEmpty() || found.size() != aggregate.leaves().size()) {
            throw new IllegalArgumentException("aggregate (" + aggregate.name() + ") must hold known leaves only, and"
                    + " at least one; it names " + aggregate.leaves().size() + " and " + found.size() + " are known.");
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    static void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank() || !seen.add(name)) {
                throw new IllegalArgumentException("name (" + name + ") must be given, and only once.");
            }
        }
    }

    /// The names of all nodes, aggregates first.
    public List<String> names() {
        return names;
    }

    public int nodes() {
        return names.size();
    }

    public int aggregates() {
        return members.length;
    }

    public int leaves() {
        return names.size() - members.length;
    }

    /// True when every node but the total is a part of exactly one other.
    public boolean isTree() {
        return tree;
    }

    /// The node that a node is a direct part of; `NONE` for the total and where groups cross.
    int parent(int node) {
        return parents[node];
    }

    /// The leaves of an aggregate, counted from 0.
    public int[] members(int aggregate) {
        return members[aggregate].clone();
    }

    /// The same, not to be changed.
    int[] membersOf(int aggregate) {
        return members[aggregate];
    }

    /// How many leaves a node adds up.
    int size(int node) {
        return node < members.length ? members[node].length : 1;
    }

    /// Overwrites the aggregates with the sums of their leaves.
    ///
    /// @param values one a node
    public void addUp(double[] values) {
        int first = members.length;
        for (int a = 0; a < first; a++) {
            double sum = 0;
            for (int leaf : members[a]) {
                sum += values[first + leaf];
            }
            values[a] = sum;
        }
    }

    /// The series of all nodes from those of the leaves. An aggregate is missing where one of its leaves is.
    ///
    /// @param series one a leaf, in the order of the leaves
    /// @throws IllegalArgumentException when the grids differ; the message names two leaves
    public List<TimeSeries> series(List<TimeSeries> series) {
        requireOneGrid(series);
        TimeSeries first = series.getFirst();
        TimeGrid grid = first.grid();
        List<TimeSeries> all = new ArrayList<>();
        for (int a = 0; a < members.length; a++) {
            double[] sums = new double[grid.length()];
            for (int leaf : members[a]) {
                double[] values = series.get(leaf).values();
                for (int t = 0; t < sums.length; t++) {
                    sums[t] += values[t];
                }
            }
            SeriesKey key = first.key();
            all.add(new TimeSeries(new SeriesKey(names.get(a), key.metric(), key.statistic()), grid, sums));
        }
        all.addAll(series);
        return List.copyOf(all);
    }

    private void requireOneGrid(List<TimeSeries> series) {
        if (series.size() != leaves()) {
            throw new IllegalArgumentException(
                    "series (" + series.size() + ") must be as many as the leaves (" + leaves() + ").");
        }
        TimeGrid grid = series.getFirst().grid();
        for (int j = 1; j < series.size(); j++) {
            TimeGrid other = series.get(j).grid();
            if (!Objects.equals(grid, other)) {
                throw new IllegalArgumentException("Leaves must share one grid: " + names.get(members.length) + " has "
                        + words(grid) + ", " + names.get(members.length + j) + " has " + words(other) + ".");
            }
        }
    }

    private static String words(TimeGrid grid) {
        return grid.length() + " points from " + grid.start() + " every "
                + grid.step().code();
    }
}
