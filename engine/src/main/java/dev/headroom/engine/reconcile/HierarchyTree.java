package dev.headroom.engine.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes hierarchies from what they are usually given as: a parent for each node, or labels of each leaf.
public final class HierarchyTree {
    /// The name of the sum of all leaves.
    public static final String TOTAL = "total";

    private HierarchyTree() {}

    /// A node and what it is a part of.
    ///
    /// @param parent empty for the node at the top
    public record Node(String name, String parent) {}

    /// A leaf with one label a level, such as its account and its tag.
    public record Leaf(String name, List<String> labels) {
        public Leaf {
            labels = List.copyOf(labels);
        }
    }

    /// The hierarchy of nodes that name their parents, in any order; nodes without parts are the leaves.
    ///
    /// @throws IllegalArgumentException when a name comes twice, a parent is unknown (an orphan), nodes go
    ///     round in a circle, or there is not exactly one top
    public static Hierarchy ofParents(Collection<Node> nodes) {
        Hierarchy.requireDistinct(nodes.stream().map(Node::name).toList());
        Map<String, String> parentOf = new LinkedHashMap<>();
        nodes.forEach(node -> parentOf.put(node.name(), node.parent()));
        List<String> tops = nodes.stream()
                .filter(node -> node.parent().isEmpty())
                .map(Node::name)
                .toList();
        for (Node node : nodes) {
            if (!node.parent().isEmpty() && !parentOf.containsKey(node.parent())) {
                throw new IllegalArgumentException(
                        "node (" + node.name() + ") is an orphan: there is no node " + node.parent() + ".");
            }
        }
        Map<String, Integer> depths = new LinkedHashMap<>();
        for (Node node : nodes) {
            depths.put(node.name(), depth(node.name(), parentOf));
        }
        if (tops.size() != 1) {
            throw new IllegalArgumentException("One node must be at the top, there are " + tops + ".");
        }
        Set<String> withParts = new LinkedHashSet<>(parentOf.values());
        List<String> aggregates = new ArrayList<>(
                parentOf.keySet().stream().filter(withParts::contains).toList());
        aggregates.sort(Comparator.comparing(depths::get));
        List<String> leaves = parentOf.keySet().stream()
                .filter(name -> !withParts.contains(name))
                .toList();
        if (aggregates.isEmpty()) {
            throw new IllegalArgumentException("The node " + tops.getFirst() + " must have parts.");
        }
        return ordered(aggregates, leaves, parentOf);
    }

    private static int depth(String name, Map<String, String> parentOf) {
        Set<String> passed = new LinkedHashSet<>();
        String at = name;
        while (!at.isEmpty()) {
            if (!passed.add(at)) {
                throw new IllegalArgumentException(
                        "Nodes go round in a circle: " + String.join(" < ", passed) + " < " + at + ".");
            }
            at = parentOf.getOrDefault(at, "");
        }
        return passed.size();
    }

    private static Hierarchy ordered(List<String> aggregates, List<String> leaves, Map<String, String> parentOf) {
        List<String> names = new ArrayList<>(aggregates);
        names.addAll(leaves);
        Map<String, Integer> index = new LinkedHashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        int[] parents = new int[names.size()];
        List<List<Integer>> members = new ArrayList<>();
        aggregates.forEach(aggregate -> members.add(new ArrayList<>()));
        for (int i = 0; i < parents.length; i++) {
            parents[i] = index.getOrDefault(parentOf.getOrDefault(names.get(i), ""), Hierarchy.NONE);
            int leaf = i - aggregates.size();
            for (int above = parents[i]; leaf >= 0 && above != Hierarchy.NONE; above = parents[above]) {
                members.get(above).add(leaf);
            }
        }
        int[][] lists = members.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return Hierarchy.tree(names, lists, parents);
    }

    /// A tree by labels: the total, the first level, the second within the first, down to the leaves. Nodes
    /// are named `account=shop/tag=web`.
    ///
    /// @throws IllegalArgumentException when a name comes twice or a leaf has too few labels
    public static Hierarchy nested(List<String> levels, List<Leaf> leaves) {
        requireLabels(levels, leaves);
        Map<String, String> parentOf = new LinkedHashMap<>();
        parentOf.put(TOTAL, "");
        List<Node> ends = new ArrayList<>();
        for (Leaf leaf : leaves) {
            String above = TOTAL;
            String path = "";
            for (int i = 0; i < levels.size(); i++) {
                path = (path.isEmpty() ? "" : path + "/")
                        + label(levels.get(i), leaf.labels().get(i));
                parentOf.put(path, above);
                above = path;
            }
            ends.add(new Node(leaf.name(), above));
        }
        List<Node> nodes = new ArrayList<>();
        parentOf.forEach((name, parent) -> nodes.add(new Node(name, parent)));
        nodes.addAll(ends);
        return ofParents(nodes);
    }

    /// Groups that cross: the total, and each label of each level on its own, named `tag=web`.
    ///
    /// @throws IllegalArgumentException when a name comes twice or a leaf has too few labels
    public static Hierarchy grouped(List<String> levels, List<Leaf> leaves) {
        requireLabels(levels, leaves);
        List<Hierarchy.Aggregate> aggregates = new ArrayList<>();
        List<String> names = leaves.stream().map(Leaf::name).toList();
        Hierarchy.requireDistinct(names);
        aggregates.add(new Hierarchy.Aggregate(TOTAL, Set.copyOf(names)));
        for (int i = 0; i < levels.size(); i++) {
            Map<String, Set<String>> groups = new TreeMap<>();
            for (Leaf leaf : leaves) {
                groups.computeIfAbsent(label(levels.get(i), leaf.labels().get(i)), key -> new TreeSet<>())
                        .add(leaf.name());
            }
            groups.forEach((name, group) -> aggregates.add(new Hierarchy.Aggregate(name, group)));
        }
        return Hierarchy.crossing(aggregates, names);
    }

    private static String label(String level, String value) {
        return level + "=" + value;
    }

    private static void requireLabels(List<String> levels, List<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            if (leaf.labels().size() != levels.size()) {
                throw new IllegalArgumentException("leaf (" + leaf.name() + ") must have one label for each of "
                        + levels + ", it has " + Arrays.toString(leaf.labels().toArray()) + ".");
            }
        }
    }
}
