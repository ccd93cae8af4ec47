package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rows around an expectation of 100 with a band from 90 to 110.
final class EpisodeReaderTest {
    private static final double DAY = 86_400;

    private static List<Episode> read(double[] values, Integer... alerts) {
        List<JudgedRow> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean alert = List.of(alerts).contains(i);
            rows.add(new JudgedRow(
                    (long) (i * DAY),
                    values[i],
                    new AnomalyPoint(
                            100,
                            90,
                            110,
                            alert ? 0.95 : 0,
                            alert,
                            alert ? 1 : 0,
                            alert ? Optional.of(Severity.MEDIUM) : Optional.empty())));
        }
        return EpisodeReader.read(rows, DAY);
    }

    private static double[] flat(int length) {
        double[] values = new double[length];
        java.util.Arrays.fill(values, 100);
        return values;
    }

    @Test
    void aSpikeEndsAndKeepsItsLargestImpact() {
        double[] values = flat(20);
        values[5] = 180;
        values[6] = 130;
        values[7] = 85;
        Episode episode = read(values, 5).getFirst();
        assertThat(episode.kind()).isEqualTo(EpisodeKind.SPIKE);
        assertThat(episode.direction()).isEqualTo(Direction.UP);
        assertThat(episode.state()).isEqualTo(Episode.State.RECOVERED);
        assertThat(episode.last()).isEqualTo((long) (7 * DAY));
        assertThat(episode.impact()).isEqualTo(110);
        assertThat(episode.peak().value()).isEqualTo(180);
        assertThat(episode.relative().orElseThrow()).isCloseTo(110 / 300.0, within(1e-9));
    }

    @Test
    void anAlertOnTheLastDayIsOpen() {
        double[] values = flat(20);
        values[19] = 50;
        Episode episode = read(values, 19).getFirst();
        assertThat(episode.kind()).isEqualTo(EpisodeKind.DIP);
        assertThat(episode.direction()).isEqualTo(Direction.DOWN);
        assertThat(episode.state()).isEqualTo(Episode.State.OPEN);
    }

    @Test
    void whatStaysOutsideIsALevelShiftAndFurtherAlertsBelongToIt() {
        double[] values = flat(30);
        java.util.Arrays.fill(values, 10, 30, 150);
        List<Episode> episodes = read(values, 10, 14);
        assertThat(episodes).hasSize(1);
        assertThat(episodes.getFirst().kind()).isEqualTo(EpisodeKind.LEVEL_SHIFT);
        assertThat(episodes.getFirst().state()).isEqualTo(Episode.State.OPEN);
    }

    @Test
    void anAlertOfTheOtherDirectionIsAnotherEpisode() {
        double[] values = flat(20);
        values[5] = 180;
        values[6] = 40;
        assertThat(read(values, 5, 6)).extracting(Episode::direction).containsExactly(Direction.UP, Direction.DOWN);
    }

    @Test
    void nothingExpectedHasNoPercentage() {
        Episode episode = read(flat(5), 4).getFirst();
        assertThat(new Episode(
                                0,
                                0,
                                episode.peak(),
                                EpisodeKind.SPIKE,
                                Direction.UP,
                                Episode.State.OPEN,
                                Severity.LOW,
                                1,
                                5,
                                0,
                                1,
                                List.of())
                        .relative())
                .isEmpty();
    }

    @Test
    void missingDaysAreOneEpisodeWithoutADirection() {
        double[] values = flat(40);
        AnomalyDetector detector = AnomalyDetector.of(DAY, Sensitivity.STANDARD);
        List<JudgedRow> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double value = i >= 45 && i < 50 ? Double.NaN : values[i % 40];
            rows.add(new JudgedRow((long) (i * DAY), value, detector.next((long) (i * DAY), value)));
        }
        assertThat(EpisodeReader.read(rows, DAY)).singleElement().satisfies(episode -> {
            assertThat(episode.kind()).isEqualTo(EpisodeKind.MISSING);
            assertThat(episode.direction()).isEqualTo(Direction.NONE);
            assertThat(episode.start()).isEqualTo((long) (47 * DAY));
            assertThat(episode.last()).isEqualTo((long) (49 * DAY));
        });
    }

    @Test
    void anIncompleteRowIsNeverTooLowButMayBeTooHigh() {
        AnomalyDetector detector = AnomalyDetector.of(DAY, Sensitivity.STANDARD);
        AnomalyDetector other = AnomalyDetector.of(DAY, Sensitivity.STANDARD);
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 100; i++) {
            double value = 100 * Math.exp(0.02 * random.nextGaussian());
            detector.next((long) (i * DAY), value);
            other.next((long) (i * DAY), value);
        }
        assertThat(detector.nextIncomplete((long) (100 * DAY), 20).alert()).isFalse();
        assertThat(detector.nextIncomplete((long) (101 * DAY), 200).alert()).isTrue();
        assertThat(other.next((long) (100 * DAY), 20).alert()).isTrue();
    }
}
