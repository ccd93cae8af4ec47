package dev.headroom.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {
    /// Compares with the formulas written out in R with dense matrices; `engine/src/test/oracle/reconcile.R`
    /// made the file. The dual form and its ridge of 1e-10 leave less than 1e-6 of difference.
    @Test
    void projectionsAgreeWithDenseArithmeticInR() throws IOException {
        SoftAssertions soft = new SoftAssertions();
        int rows = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReconciliationTest.class.getResourceAsStream("/oracle/reconcile.csv")),
                StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                Hierarchy hierarchy = Nodes.of(matrix(cells[2]));
                double[] base = numbers(cells[3]);
                double[][] errors = matrix(cells[4]);
                List<NodeForecast> nodes = new ArrayList<>();
                for (int i = 0; i < base.length; i++) {
                    int node = i;
                    double[][] own = Arrays.stream(errors)
                            .map(row -> new double[] {row[node]})
                            .toArray(double[][]::new);
                    nodes.add(Nodes.node(new double[1], new double[] {base[i]}, new double[][] {{base[i]}}, own));
                }
                CoherentForecasts result = new Reconciliation(
                                hierarchy, ReconciliationMethod.parse(cells[1]), Reconciliation.Floor.NONE)
                        .run(nodes, 1);
                double[] wanted = numbers(cells[5]);
                for (int i = 0; i < wanted.length; i++) {
                    soft.assertThat(result.point(i)[0])
                            .as(cells[0] + " " + cells[1])
                            .isCloseTo(wanted[i], within(1e-6));
                }
                rows++;
            }
        }
        soft.assertAll();
        assertThat(rows).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(ReconciliationMethod.class)
    void forecastsAndPathsOfAnyHierarchyAddUp(ReconciliationMethod method) {
        for (long seed = 0; seed < 25; seed++) {
            Hierarchy hierarchy = Nodes.random(seed);
            CoherentForecasts result = new Reconciliation(hierarchy, method, Reconciliation.Floor.ZERO)
                    .run(Nodes.forecasts(hierarchy, 17, seed), seed);
            for (int k = 0; k < Nodes.STEPS; k++) {
                int step = k;
                double[] points = IntStream.range(0, hierarchy.nodes())
                        .mapToDouble(i -> result.point(i)[step])
                        .toArray();
                assertThat(Nodes.gap(hierarchy, points)).isLessThan(1e-9);
                assertThat(Arrays.stream(points).min().orElseThrow()).isNotNegative();
                for (int p = 0; p < 17; p++) {
                    int path = p;
                    double[] values = IntStream.range(0, hierarchy.nodes())
                            .mapToDouble(i -> result.paths(i).value(path, step))
                            .toArray();
                    assertThat(Nodes.gap(hierarchy, values)).isLessThan(1e-9);
                    assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReconciliationMethod.class,
            names = {"BOTTOM_UP", "TOP_DOWN_FORECAST", "OLS", "WLS_STRUCTURAL", "WLS_VARIANCE", "MINT"})
    void forecastsThatAddUpAlreadyStay(ReconciliationMethod method) {
        for (long seed = 0; seed < 20; seed++) {
            Hierarchy hierarchy = Nodes.random(seed);
            List<NodeForecast> nodes = Nodes.forecasts(hierarchy, 2, seed);
            double[][] points = coherent(hierarchy, nodes);
            List<NodeForecast> coherent = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                NodeForecast node = nodes.get(i);
                coherent.add(new NodeForecast(node.history(), points[i], node.paths(), node.errors()));
            }
            CoherentForecasts result =
                    new Reconciliation(hierarchy, method, Reconciliation.Floor.NONE).run(coherent, seed);
            for (int i = 0; i < points.length; i++) {
                assertThat(result.point(i)).containsExactly(points[i], within(1e-7));
            }
        }
    }

    private static double[][] coherent(Hierarchy hierarchy, List<NodeForecast> nodes) {
        double[][] points = new double[nodes.size()][Nodes.STEPS];
        for (int k = 0; k < Nodes.STEPS; k++) {
            double[] values = new double[nodes.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = nodes.get(i).point()[k];
            }
            hierarchy.addUp(values);
            for (int i = 0; i < values.length; i++) {
                points[i][k] = values[i];
            }
        }
        return points;
    }

    /// Averages of 30 and 10 of a total of 40 give shares of 3/4 and 1/4; the shares by day, (1/2 + 5/6) / 2,
    /// 2/3.
    @Test
    void theTotalIsSplitAsByHand() {
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        List<NodeForecast> nodes = List.of(
                single(new double[] {20, 60, Double.NaN}, 100),
                single(new double[] {10, 50, 7}, 30),
                single(new double[] {10, 10, Double.NaN}, 20));
        assertThat(points(pair, ReconciliationMethod.TOP_DOWN, nodes)).containsExactly(100, 75, 25);
        assertThat(points(pair, ReconciliationMethod.TOP_DOWN_AVERAGE_SHARES, nodes))
                .containsExactly(new double[] {100, 200 / 3.0, 100 / 3.0}, within(1e-9));
        assertThat(points(pair, ReconciliationMethod.TOP_DOWN_FORECAST, nodes)).containsExactly(100, 60, 40);
        assertThat(points(pair, ReconciliationMethod.BOTTOM_UP, nodes)).containsExactly(50, 30, 20);
        // All errors count the same: the gap of 50 is shared by three.
        assertThat(points(pair, ReconciliationMethod.OLS, nodes))
                .containsExactly(new double[] {250 / 3.0, 140 / 3.0, 110 / 3.0}, within(1e-6));
    }

    @Test
    void leavesThatWereAlwaysZeroShareEqually() {
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        List<NodeForecast> nodes =
                List.of(single(new double[2], 8), single(new double[2], 0), single(new double[2], 0));
        for (ReconciliationMethod method : ReconciliationMethod.values()) {
            double[] points = points(pair, method, nodes);
            assertThat(points[1]).isEqualTo(points[2]);
            assertThat(points[0]).isEqualTo(points[1] + points[2]);
        }
    }

    @Test
    void aNegativeLeafIsCutAndSummedAgain() {
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        List<NodeForecast> nodes =
                List.of(single(new double[1], 10), single(new double[1], 40), single(new double[1], 1));
        assertThat(points(pair, ReconciliationMethod.OLS, nodes)[2]).isNegative();
        double[] cut = new Reconciliation(pair, ReconciliationMethod.OLS, Reconciliation.Floor.ZERO)
                .run(nodes, 1)
                .point(2);
        assertThat(cut).containsExactly(0);
    }

    /// The exact node keeps its forecast, the uncertain ones move.
    @Test
    // One part in a thousand of the gap of 30 is what the shrunk correlations leave to the exact node.
    void theNodeWithTheLargestErrorsMovesMost() {
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        List<NodeForecast> nodes = List.of(erring(100, 0.01), erring(30, 5), erring(40, 0.5));
        for (ReconciliationMethod method : List.of(ReconciliationMethod.WLS_VARIANCE, ReconciliationMethod.MINT)) {
            double[] points = points(pair, method, nodes);
            assertThat(points[0]).isCloseTo(100, within(0.1));
            assertThat(points[1] - 30).isGreaterThan(9 * (points[2] - 40));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void fewErrorsAreEnough(int origins) {
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        double[][] errors = new double[origins][1];
        List<NodeForecast> nodes = new ArrayList<>();
        for (double point : new double[] {100, 30, 40}) {
            nodes.add(Nodes.node(new double[1], new double[] {point}, new double[][] {{point}}, errors));
        }
        for (ReconciliationMethod method : ReconciliationMethod.values()) {
            assertThat(Nodes.gap(pair, points(pair, method, nodes))).isLessThan(1e-9);
        }
    }

    @Test
    void nodesThatDoNotFitEachOtherAreNamed() {
        Hierarchy pair = Nodes.of(new double[][] {{1, 1}});
        List<NodeForecast> nodes =
                List.of(single(new double[1], 10), single(new double[2], 40), single(new double[1], 1));
        assertThatThrownBy(() -> points(pair, ReconciliationMethod.MINT, nodes))
                .hasMessageContaining("Node leaf0 must have the history");
    }

    @Test
    void thousandsOfLeavesAreReconciledQuickly() {
        double[][] summing = new double[61][3000];
        Arrays.fill(summing[0], 1);
        IntStream.range(0, 3000).forEach(j -> summing[1 + j % 60][j] = 1);
        Hierarchy wide = Nodes.of(summing);
        CoherentForecasts result = new Reconciliation(wide, ReconciliationMethod.MINT, Reconciliation.Floor.ZERO)
                .run(Nodes.forecasts(wide, 20, 1), 1);
        double[] points = IntStream.range(0, wide.nodes())
                .mapToDouble(i -> result.point(i)[0])
                .toArray();
        assertThat(Nodes.gap(wide, points)).isLessThan(1e-6);
    }

    private static double[] points(Hierarchy hierarchy, ReconciliationMethod method, List<NodeForecast> nodes) {
        CoherentForecasts result = new Reconciliation(hierarchy, method, Reconciliation.Floor.NONE).run(nodes, 1);
        return IntStream.range(0, hierarchy.nodes())
                .mapToDouble(i -> result.point(i)[0])
                .toArray();
    }

    private static NodeForecast single(double[] history, double point) {
        return Nodes.node(history, new double[] {point}, new double[][] {{point}}, new double[][] {{1}, {-1}, {1}});
    }

    private static NodeForecast erring(double point, double size) {
        double[][] errors = {{size}, {-size}, {2 * size}, {-size}, {size / 2}};
        return Nodes.node(new double[1], new double[] {point}, new double[][] {{point}}, errors);
    }

    private static double[][] matrix(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .map(ReconciliationTest::numbers)
                .toArray(double[][]::new);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
