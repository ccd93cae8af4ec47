package dev.headroom.engine.model.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.numeric.SeededStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TreeLearnerTest {
    private static final TreeSettings FEW = new TreeSettings(20, 6, 15, 5, 0.1, 0.7);
    private static final TrainingTable TABLE = table(400);

    static List<TreeLearner> learners() {
        return NativeCode.load() ? List.of(new LightGbmLearner(), new SmileLearner()) : List.of(new SmileLearner());
    }

    @ParameterizedTest
    @MethodSource("learners")
    void boostingLearnsASteppedFunction(TreeLearner learner) {
        TreeSum trees = learner.boosting(TABLE, TreeSettings.boosting(), 1);
        assertThat(error(trees)).isLessThan(0.15);
        assertThat(trees.trees()).isEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aForestLearnsASteppedFunction(TreeLearner learner) {
        TreeSum trees = learner.forest(TABLE, TreeSettings.forest(), 1);
        // Trees that may look at half of the columns only miss one of the two that count.
        assertThat(error(trees)).isLessThan(0.35);
        assertThat(trees.trees()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theSameSeedGivesTheSameTreesInAnyThread(TreeLearner learner) {
        double[] row = TABLE.rows()[3];
        double alone = learner.forest(TABLE, FEW, 5).predict(row);
        double boosted = learner.boosting(TABLE, FEW, 5).predict(row);
        assertThat(IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> learner.forest(TABLE, FEW, 5).predict(row))
                        .toList())
                .containsOnly(alone);
        assertThat(IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> learner.boosting(TABLE, FEW, 5).predict(row))
                        .toList())
                .containsOnly(boosted);
        assertThat(learner.forest(TABLE, FEW, 6).predict(row)).isNotEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void sharesOfFeaturesAndTheMeanAddUpToThePrediction(TreeLearner learner) {
        for (TreeSum trees : List.of(learner.boosting(TABLE, FEW, 5), learner.forest(TABLE, FEW, 5))) {
            for (int i = 0; i < 20; i++) {
                double[] row = TABLE.rows()[i];
                double[] shares = new double[row.length];
                double sum = trees.explain(row, 1, shares);
                for (double share : shares) {
                    sum += share;
                }
                assertThat(sum).isCloseTo(trees.predict(row), within(1e-9));
                assertThat(Math.abs(shares[0])).isGreaterThan(Math.abs(shares[3]));
            }
        }
    }

    /// One split on each of two features, worked by hand: half of the rows on either side of each.
    @Test
    void sharesOfATreeOfTwoSplitsAreShapleyValues() {
        TreeSum.Builder builder = new TreeSum.Builder();
        int root = builder.split(0, 0.5, 8);
        int low = builder.leaf(0, 4);
        int second = builder.split(1, 0.5, 4);
        int middle = builder.leaf(10, 2);
        int high = builder.leaf(30, 2);
        builder.join(root, low, second);
        builder.join(second, middle, high);
        builder.root(root);
        double[] shares = new double[2];
        double mean = builder.build(0, 1).explain(new double[] {1, 1}, 1, shares);
        // Known alone: x0 gives 20, x1 gives 0.5 * 30 = 15; both 30; none 10.
        assertThat(mean).isEqualTo(10);
        assertThat(shares[0]).isCloseTo(0.5 * (20 - 10) + 0.5 * (30 - 15), within(1e-12));
        assertThat(shares[1]).isCloseTo(0.5 * (15 - 10) + 0.5 * (30 - 20), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void labelsThatDoNotVaryGiveAConstant(TreeLearner learner) {
        TrainingTable flat = new TrainingTable(TABLE.rows(), new double[TABLE.count()]);
        assertThat(learner.boosting(flat, FEW, 1).predict(TABLE.rows()[0])).isCloseTo(0, within(1e-9));
    }

    private static double error(TreeSum trees) {
        double sum = 0;
        for (int i = 0; i < TABLE.count(); i++) {
            sum += Math.abs(trees.predict(TABLE.rows()[i]) - TABLE.labels()[i]) / TABLE.count();
        }
        return sum;
    }

    private static TrainingTable table(int count) {
        SeededStream stream = new SeededStream(3, 0);
        double[][] rows = new double[count][4];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 4; j++) {
                rows[i][j] = stream.nextGaussian();
            }
            labels[i] = (rows[i][0] > 0.3 ? 1 : -1) + (rows[i][1] > 0 ? 0.5 : 0) + 0.05 * stream.nextGaussian();
        }
        return new TrainingTable(rows, labels);
    }
}
