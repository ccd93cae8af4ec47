package dev.headroom.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What reconciliation is for: smaller errors and joint paths.
class ReconciliationGainTest {
    private static final int ORIGINS = 60;

    /// Forecasts of all nodes err independently, with sizes as they are seen at earlier origins; the truth
    /// adds up.
    @Test
    void reconciledForecastsErrLessThanBaseForecasts() {
        Map<ReconciliationMethod, Double> squares = new EnumMap<>(ReconciliationMethod.class);
        double base = 0;
        for (long seed = 0; seed < 60; seed++) {
            Hierarchy hierarchy = Nodes.random(2 * seed);
            SeededStream stream = new SeededStream(seed, 3);
            double[] truth = new double[hierarchy.nodes()];
            Arrays.setAll(truth, i -> 100 + 50 * stream.nextDouble());
            hierarchy.addUp(truth);
            List<NodeForecast> nodes = new ArrayList<>();
            for (int i = 0; i < truth.length; i++) {
                double size = 2 + 10 * stream.nextDouble();
                double[][] errors = new double[ORIGINS][];
                Arrays.setAll(errors, o -> new double[] {size * stream.nextGaussian()});
                double point = truth[i] + size * stream.nextGaussian();
                base += (point - truth[i]) * (point - truth[i]);
                nodes.add(Nodes.node(new double[1], new double[] {point}, new double[][] {{point}}, errors));
            }
            for (ReconciliationMethod method : ReconciliationMethod.values()) {
                CoherentForecasts result =
                        new Reconciliation(hierarchy, method, Reconciliation.Floor.NONE).run(nodes, seed);
                for (int i = 0; i < truth.length; i++) {
                    squares.merge(method, Math.pow(result.point(i)[0] - truth[i], 2), Double::sum);
                }
            }
        }
        assertThat(squares.get(ReconciliationMethod.OLS)).isLessThan(0.9 * base);
        assertThat(squares.get(ReconciliationMethod.WLS_VARIANCE)).isLessThan(0.75 * base);
        assertThat(squares.get(ReconciliationMethod.MINT)).isLessThan(0.75 * base);
        assertThat(squares.get(ReconciliationMethod.MINT)).isLessThan(squares.get(ReconciliationMethod.BOTTOM_UP));
    }

    /// Two leaves whose errors were always equal: the spread of their sum is twice that of one, not √2 times.
    @Test
    void pathsMoveTogetherAsTheErrorsDid() {
        assertThat(spreadOfSum(1)).isCloseTo(20, within(0.6));
        assertThat(spreadOfSum(-1)).isLessThan(2);
    }

    @Test
    void unrelatedErrorsAddUpAsSquares() {
        assertThat(spreadOfSum(0)).isCloseTo(10 * Math.sqrt(2), within(1.5));
    }

    /// @param sign of the second error relative to the first, or 0 for an independent one
    private static double spreadOfSum(int sign) {
        SeededStream stream = new SeededStream(11, 0);
        int rows = 200;
        double[][] first = new double[rows][1];
        double[][] second = new double[rows][1];
        for (int t = 0; t < rows; t++) {
            first[t][0] = stream.nextGaussian();
            second[t][0] = sign == 0 ? stream.nextGaussian() : sign * first[t][0];
        }
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        CoherentForecasts result = new Reconciliation(pair, ReconciliationMethod.BOTTOM_UP, Reconciliation.Floor.NONE)
                .run(List.of(normal(first, 1), normal(first, 2), normal(second, 3)), 5);
        double[] sums = new double[result.paths(0).count()];
        Arrays.setAll(sums, i -> result.paths(0).value(i, 0));
        double mean = Arrays.stream(sums).average().orElseThrow();
        return Math.sqrt(Arrays.stream(sums)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static NodeForecast normal(double[][] errors, long seed) {
        SeededStream stream = new SeededStream(seed, 9);
        double[][] paths = new double[2000][];
        Arrays.setAll(paths, i -> new double[] {100 + 10 * stream.nextGaussian()});
        return Nodes.node(new double[1], new double[] {100}, paths, errors);
    }

    /// Paths are reordered as wholes, so each leaf keeps exactly the values that its model drew.
    @Test
    void aLeafKeepsItsOwnPathsWhenNothingIsMoved() {
        Hierarchy hierarchy = Nodes.random(4);
        List<NodeForecast> nodes = Nodes.forecasts(hierarchy, 50, 4);
        CoherentForecasts result =
                new Reconciliation(hierarchy, ReconciliationMethod.BOTTOM_UP, Reconciliation.Floor.NONE).run(nodes, 4);
        int leaf = hierarchy.nodes() - 1;
        List<double[]> before = new ArrayList<>();
        List<double[]> after = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            before.add(nodes.get(leaf).paths().path(i));
            after.add(result.paths(leaf).path(i));
        }
        assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        assertThat(result.forecast(leaf, 0.9, 0.1).quantile(0.1)[0])
                .isLessThan(result.forecast(leaf, 0.9).quantile(0.9)[0]);
    }

    @Test
    void theSameSeedJoinsThePathsTheSameWay() {
        Hierarchy hierarchy = Nodes.random(6);
        List<NodeForecast> nodes = Nodes.forecasts(hierarchy, 30, 6);
        Reconciliation mint = new Reconciliation(hierarchy, ReconciliationMethod.MINT, Reconciliation.Floor.ZERO);
        assertThat(mint.run(nodes, 8).paths(0).path(3))
                .isEqualTo(mint.run(nodes, 8).paths(0).path(3));
        assertThat(mint.run(nodes, 8).paths(0).path(3))
                .isNotEqualTo(mint.run(nodes, 9).paths(0).path(3));
    }
}
