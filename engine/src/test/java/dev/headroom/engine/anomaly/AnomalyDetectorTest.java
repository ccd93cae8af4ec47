package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnomalyDetectorTest {
    private static final long START = 1_700_006_400; // a midnight
    private static final int STEP = 300;
    private static final int DAY = 288;

    /// Days with a peak at noon and some noise, every five minutes.
    private static double[] days(int count) {
        Random random = new Random(7);
        double[] values = new double[count * DAY];
        for (int i = 0; i < values.length; i++) {
            values[i] = 50 + 20 * Math.sin(2 * Math.PI * i / DAY) + random.nextGaussian();
        }
        return values;
    }

    private static List<AnomalyPoint> judged(double[] values) {
        return judged(values, Sensitivity.STANDARD);
    }

    private static List<AnomalyPoint> judged(double[] values, Sensitivity sensitivity) {
        AnomalyDetector detector = AnomalyDetector.of(sensitivity);
        List<AnomalyPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(detector.next(START + (long) i * STEP, values[i]));
        }
        return points;
    }

    private static List<Integer> alerts(List<AnomalyPoint> points) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).alert()) {
                rows.add(i);
            }
        }
        return rows;
    }

    @Test
    void aRowIsJudgedByThePastAlone() {
        double[] values = days(12);
        values[9 * DAY + 17] = 140;
        values[10 * DAY] = Double.NaN;
        List<AnomalyPoint> whole = judged(values);
        for (int length : new int[] {20, 33, 500, 9 * DAY + 18, 10 * DAY + 3}) {
            assertThat(judged(Arrays.copyOf(values, length))).isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    void aBurstOutsideTheUsualIsOneEpisodeWithItsSeverity() {
        double[] values = days(14);
        int from = 12 * DAY + 30;
        for (int i = from; i < from + 24; i++) {
            values[i] += 60;
        }
        List<AnomalyPoint> points = judged(values);
        List<Integer> late =
                alerts(points).stream().filter(row -> row > 8 * DAY).toList();
        assertThat(late).hasSize(1).allSatisfy(row -> assertThat(row).isBetween(from, from + 6));
        AnomalyPoint alert = points.get(late.getFirst());
        assertThat(alert.episode()).isEqualTo(alerts(points).size());
        assertThat(alert.score()).isGreaterThanOrEqualTo(0.9);
        assertThat(points.subList(from, from + 24))
                .anyMatch(point -> !point.alert()
                        && point.episode() == alert.episode()
                        && point.severity().filter(Severity.HIGH::equals).isPresent());
    }

    @Test
    void theBandFollowsTheSeason() {
        double[] values = days(14);
        List<AnomalyPoint> points = judged(values);
        int inside = 0;
        double apart = 0;
        for (int i = 10 * DAY; i < values.length; i++) {
            AnomalyPoint point = points.get(i);
            inside += values[i] >= point.low() && values[i] <= point.high() ? 1 : 0;
            apart = Math.max(apart, Math.abs(point.expected() - 50 - 20 * Math.sin(2 * Math.PI * i / DAY)));
        }
        assertThat(inside / (4.0 * DAY)).isBetween(0.95, 1.0);
        assertThat(apart).isLessThan(3);
    }

    @Test
    void aValueThatStopsToMoveIsAlertedOnce() {
        double[] values = days(10);
        int from = 8 * DAY;
        Arrays.fill(values, from, from + 100, 50);
        assertThat(alerts(judged(values)).stream().filter(row -> row > 7 * DAY))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).isBetween(from, from + 40));
    }

    @Test
    void valuesThatStayAwayAreAlertedOnce() {
        double[] values = days(10);
        Arrays.fill(values, 8 * DAY, 8 * DAY + 30, Double.NaN);
        List<AnomalyPoint> points = judged(values);
        assertThat(alerts(points).stream().filter(row -> row > 7 * DAY)).containsExactly(8 * DAY + 2);
        assertThat(points.get(8 * DAY + 2).severity()).contains(Severity.MEDIUM);
    }

    @Test
    void aConstantSeriesIsQuiet() {
        double[] values = new double[6 * DAY];
        Arrays.fill(values, 42);
        List<AnomalyPoint> points = judged(values);
        assertThat(alerts(points)).isEmpty();
        assertThat(points.getLast().expected()).isEqualTo(42);
        assertThat(points).allSatisfy(point -> assertThat(point.score()).isBetween(0.0, 1.0));
    }

    @Test
    void aMoreSensitiveDetectorAlertsAtLeastAsOften() {
        double[] values = days(20);
        Random random = new Random(3);
        for (int day = 8; day < 20; day++) {
            values[day * DAY + random.nextInt(DAY)] += 10 + random.nextInt(30);
        }
        int low = alerts(judged(values, Sensitivity.LOW)).size();
        int standard = alerts(judged(values, Sensitivity.STANDARD)).size();
        int high = alerts(judged(values, Sensitivity.HIGH)).size();
        assertThat(low).isLessThanOrEqualTo(standard);
        assertThat(standard).isLessThanOrEqualTo(high);
        assertThat(high).isPositive();
    }

    @Test
    void repeatedAndUnorderedTimesAreTakenAsTheyCome() {
        double[] values = days(3);
        AnomalyDetector detector = AnomalyDetector.of(Sensitivity.STANDARD);
        for (int i = 0; i < values.length; i++) {
            long at = START + (long) (i % 50 == 49 ? i - 2 : i) * STEP;
            assertThat(detector.next(at, values[i]).score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void hugeAndTinyScalesAreJudgedAlike() {
        double[] values = days(9);
        values[8 * DAY + 100] += 80;
        List<Integer> usual = alerts(judged(values));
        for (double scale : new double[] {0x1p-60, 0x1p60}) {
            double[] scaled = Arrays.stream(values).map(value -> value * scale).toArray();
            assertThat(alerts(judged(scaled))).isEqualTo(usual);
        }
    }
}
