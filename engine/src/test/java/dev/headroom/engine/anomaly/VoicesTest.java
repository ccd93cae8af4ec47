package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VoicesTest {
    @Test
    void aRankedWindowIsTheSortedLastValues() {
        Random random = new Random(1);
        RankedWindow window = new RankedWindow(50);
        Deque<Double> last = new ArrayDeque<>();
        for (int i = 0; i < 2000; i++) {
            double value = i % 3 == 0 ? random.nextInt(4) : random.nextGaussian();
            window.add(value);
            last.addLast(value);
            if (last.size() > 50) {
                last.removeFirst();
            }
            double[] sorted =
                    last.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double[] kept = new double[window.size()];
            Arrays.setAll(kept, window::at);
            assertThat(kept).isEqualTo(sorted);
            double asked = random.nextInt(4);
            assertThat(window.atLeast(asked)).isEqualTo((int)
                    Arrays.stream(sorted).filter(one -> one >= asked).count());
        }
        assertThat(window.quantile(0)).isEqualTo(window.at(0));
        assertThat(window.quantile(1)).isEqualTo(window.at(49));
        assertThat(window.quantile(0.5)).isEqualTo((window.at(24) + window.at(25)) / 2);
    }

    /// The search leaves most shapes out; what it finds must be what a look at all of them finds.
    @Test
    void theSecondNearestShapeIsFoundAsByLookingAtAll() {
        for (ShapeVoice.Norm norm : ShapeVoice.Norm.values()) {
            int width = norm == ShapeVoice.Norm.ABSOLUTE ? 4 : 12;
            int each = norm == ShapeVoice.Norm.ABSOLUTE ? 1 : 3;
            int every = 2;
            int memory = 120;
            ShapeVoice voice = new ShapeVoice(width, each, norm, memory, every);
            RecentValues recent = new RecentValues(width * each);
            TailHistory tail = new TailHistory();
            Random random = new Random(5);
            List<double[]> shapes = new ArrayList<>();
            List<Integer> rows = new ArrayList<>();
            double[] values = new double[900];
            for (int row = 0; row < values.length; row++) {
                values[row] = 10 * Math.sin(row / 15.0) + random.nextGaussian();
                recent.add(values[row]);
                double surprise = voice.surprise(recent);
                if (row + 1 < width * each) {
                    assertThat(surprise).isZero();
                    continue;
                }
                double[] now = new double[width];
                for (int i = 0; i < width; i++) {
                    for (int lag = i * each; lag < (i + 1) * each; lag++) {
                        now[i] += values[row - lag];
                    }
                    now[i] /= each;
                }
                List<Double> distances = new ArrayList<>();
                for (int i = 0; i < shapes.size(); i++) {
                    if (row - rows.get(i) >= width * each) {
                        distances.add(distance(norm, shapes.get(i), now));
                    }
                }
                distances.sort(null);
                double expected = distances.size() < 30 ? 0 : tail.surprise(distances.get(1));
                assertThat(surprise).as("row " + row + " " + norm).isCloseTo(expected, within(1e-9));
                if ((row + 1) % every == 0) {
                    shapes.add(now);
                    rows.add(row);
                    if (shapes.size() > memory) {
                        shapes.removeFirst();
                        rows.removeFirst();
                    }
                }
            }
        }
    }

    private static double distance(ShapeVoice.Norm norm, double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - other[i];
            sum += norm == ShapeVoice.Norm.ABSOLUTE ? Math.abs(difference) : difference * difference;
        }
        return norm == ShapeVoice.Norm.ABSOLUTE ? sum / one.length : Math.sqrt(sum / one.length);
    }

    /// Of values that fall off exponentially, one in a thousand has a surprise of 3.
    @Test
    void tailsAreThatOfTheDistribution() {
        Random random = new Random(11);
        TailHistory tail = new TailHistory();
        BulkTail bulk = new BulkTail(5000);
        for (int i = 0; i < 5000; i++) {
            double value = -Math.log(1 - random.nextDouble());
            tail.surprise(value);
            bulk.add(value);
        }
        assertThat(bulk.surprise(-Math.log(1e-3))).isCloseTo(3, within(0.15));
        assertThat(bulk.surprise(-Math.log(0.5))).isCloseTo(Math.log10(2), within(0.05));
        assertThat(bulk.surprise(1e9)).isEqualTo(8);
        // The fitted shape is at least 0.2, so that far values are believed less.
        assertThat(tail.surprise(-Math.log(1e-2))).isCloseTo(2, within(0.15));
        assertThat(tail.surprise(-Math.log(1e-3))).isBetween(2.3, 3.0);
    }

    @Test
    void aNoisySeriesMustSpeakLouder() {
        Episodes episodes = new Episodes(Sensitivity.STANDARD);
        long hour = 3600;
        assertThat(episodes.next(0, 1.5).alert()).isTrue();
        assertThat(episodes.next(hour, 2.8))
                .isEqualTo(new Episodes.Verdict(false, 1, java.util.Optional.of(Severity.HIGH)));
        assertThat(episodes.next(2 * hour, 1.4)).isEqualTo(Episodes.Verdict.QUIET);
        assertThat(episodes.next(13 * hour, 1.6).alert()).isFalse();
        assertThat(episodes.next(13 * hour, 1.75).alert()).isTrue();
        assertThat(episodes.next(26 * hour, 1.8).alert()).isFalse();
        assertThat(episodes.next(60 * 24 * hour, 1.55).alert()).isTrue();
    }
}
