package dev.headroom.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.reconcile.HierarchyTree.Leaf;
import dev.headroom.engine.reconcile.HierarchyTree.Node;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HierarchyTest {
    private static final List<Leaf> SERVERS = List.of(
            new Leaf("a", List.of("shop", "web")),
            new Leaf("b", List.of("shop", "data")),
            new Leaf("c", List.of("bank", "web")),
            new Leaf("d", List.of("shop", "web")));

    @Test
    void labelsWithinLabelsMakeATree() {
        Hierarchy tree = HierarchyTree.nested(List.of("account", "tag"), SERVERS);
        assertThat(tree.names())
                .containsExactly(
                        "total",
                        "account=shop",
                        "account=bank",
                        "account=shop/tag=web",
                        "account=shop/tag=data",
                        "account=bank/tag=web",
                        "a",
                        "b",
                        "c",
                        "d");
        assertThat(tree.isTree()).isTrue();
        double[] values = {0, 0, 0, 0, 0, 0, 1, 10, 100, 1000};
        tree.addUp(values);
        assertThat(values).containsExactly(1111, 1011, 100, 1001, 10, 100, 1, 10, 100, 1000);
    }

    @Test
    void labelsOnTheirOwnCross() {
        Hierarchy groups = HierarchyTree.grouped(List.of("account", "tag"), SERVERS);
        assertThat(groups.names().subList(0, 5))
                .containsExactly("total", "account=bank", "account=shop", "tag=data", "tag=web");
        double[] values = {0, 0, 0, 0, 0, 1, 10, 100, 1000};
        groups.addUp(values);
        assertThat(values).containsExactly(1111, 100, 1011, 10, 1101, 1, 10, 100, 1000);
    }

    @Test
    void wrongStructuresAreToldWithTheirNames() {
        assertThatThrownBy(() -> HierarchyTree.ofParents(
                        List.of(new Node("top", ""), new Node("a", "b"), new Node("b", "c"), new Node("c", "a"))))
                .hasMessage("Nodes go round in a circle: a < b < c < a.");
        assertThatThrownBy(() -> HierarchyTree.ofParents(List.of(new Node("top", ""), new Node("a", "lost"))))
                .hasMessage("node (a) is an orphan: there is no node lost.");
        assertThatThrownBy(() -> HierarchyTree.ofParents(
                        List.of(new Node("top", ""), new Node("a", "top"), new Node("a", "top"))))
                .hasMessage("name (a) must be given, and only once.");
        assertThatThrownBy(() -> HierarchyTree.ofParents(List.of(new Node("x", ""), new Node("y", ""))))
                .hasMessage("One node must be at the top, there are [x, y].");
        assertThatThrownBy(() -> HierarchyTree.ofParents(List.of(new Node("x", ""))))
                .hasMessageContaining("must have parts");
        assertThatThrownBy(() -> HierarchyTree.nested(List.of("account"), SERVERS))
                .hasMessageContaining("leaf (a) must have one label for each of [account]");
        assertThatThrownBy(() -> HierarchyTree.grouped(
                        List.of("tag"), List.of(new Leaf("tag=x", List.of("x")), new Leaf("b", List.of("x")))))
                .hasMessage("name (tag=x) must be given, and only once.");
        assertThatThrownBy(() ->
                        Hierarchy.crossing(List.of(new Hierarchy.Aggregate("total", Set.of("a"))), List.of("a", "b")))
                .hasMessage("The first aggregate must hold all leaves (2).");
        assertThatThrownBy(() -> Hierarchy.crossing(
                        List.of(
                                new Hierarchy.Aggregate("total", Set.of("a", "b")),
                                new Hierarchy.Aggregate("g", Set.of("z"))),
                        List.of("a", "b")))
                .hasMessageContaining("aggregate (g) must hold known leaves only");
    }

    @Test
    void aSumIsMissingWhereALeafIs() {
        Hierarchy tree =
                HierarchyTree.ofParents(List.of(new Node("a", "all"), new Node("all", ""), new Node("b", "all")));
        List<TimeSeries> all = tree.series(List.of(series("a", 1, 2, Double.NaN), series("b", 10, 20, 30)));
        assertThat(all.getFirst().key().resource()).isEqualTo("all");
        assertThat(all.getFirst().values()).containsExactly(11, 22, Double.NaN);
        assertThat(all.get(2).values()).containsExactly(10, 20, 30);
    }

    @Test
    void leavesOnDifferentGridsAreToldApart() {
        Hierarchy tree =
                HierarchyTree.ofParents(List.of(new Node("a", "all"), new Node("all", ""), new Node("b", "all")));
        assertThatThrownBy(() -> tree.series(List.of(series("a", 1, 2), series("b", 1, 2, 3))))
                .hasMessageContaining("Leaves must share one grid: a has 2 points from")
                .hasMessageContaining("b has 3 points");
        assertThatThrownBy(() -> tree.series(List.of(series("a", 1, 2)))).hasMessageContaining("as many as the leaves");
    }

    private static TimeSeries series(String name, double... values) {
        return new TimeSeries(new SeriesKey(name, "cost", Statistic.SUM), TimeGrid.ordinal(1, values.length), values);
    }
}
