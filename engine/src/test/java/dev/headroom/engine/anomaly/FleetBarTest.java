package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FleetBarTest {
    @Test
    void theBarRisesByOneForTenTimesTheSeries() {
        assertThat(new FleetBar(Sensitivity.STANDARD, 1).least()).isEqualTo(1.5);
        assertThat(new FleetBar(Sensitivity.STANDARD, 10).least()).isEqualTo(1.5);
        assertThat(new FleetBar(Sensitivity.STANDARD, 100).least()).isCloseTo(2.5, within(1e-12));
        assertThat(new FleetBar(Sensitivity.HIGH, 1_000).least()).isCloseTo(3.25, within(1e-12));
    }

    @Test
    void manyThatAreEachALittleUnusualPassTogether() {
        FleetBar bar = new FleetBar(Sensitivity.STANDARD, 100);
        assertThat(bar.passedBy(List.of(2.4))).isFalse();
        assertThat(bar.passedBy(List.of(2.5))).isTrue();
        assertThat(bar.passedBy(List.of(2.2, 2.21))).isTrue();
        assertThat(bar.passedBy(List.of(2.4, 0.1))).isFalse();
        assertThat(bar.passedBy(Collections.nCopies(10, 1.5))).isTrue();
        assertThat(bar.passedBy(Collections.nCopies(9, 1.5))).isFalse();
    }

    @Test
    void aMetricIsAsUrgentAsWhatItMeansForItsUsers() {
        assertThat(of(40, 50, 100, Severity.HIGH)).as("some of the room").isEqualTo(Urgency.LOW);
        assertThat(of(40, 75, 100, Severity.HIGH)).as("half of the room").isEqualTo(Urgency.MEDIUM);
        assertThat(of(40, 85, 100, Severity.HIGH)).as("near the limit").isEqualTo(Urgency.HIGH);
        assertThat(of(40, 97, 100, Severity.LOW)).as("at the limit").isEqualTo(Urgency.HIGH);
        assertThat(of(40, 97, 100, Severity.HIGH)).isEqualTo(Urgency.CRITICAL);
        assertThat(of(89.5, 91, 100, Severity.HIGH)).as("always near the limit").isEqualTo(Urgency.LOW);
        assertThat(of(60, 40, 100, Severity.HIGH)).as("away from the limit").isEqualTo(Urgency.LOW);
        assertThat(of(60, 1, 100, Severity.LOW)).as("stopped").isEqualTo(Urgency.HIGH);
        assertThat(of(2, 0, 100, Severity.HIGH)).as("hardly used before").isEqualTo(Urgency.LOW);
        assertThat(of(200, 1_100, Double.NaN, Severity.HIGH))
                .as("five times as much, without a limit")
                .isEqualTo(Urgency.HIGH);
        assertThat(of(200, 450, Double.NaN, Severity.HIGH)).isEqualTo(Urgency.MEDIUM);
        assertThat(of(200, 300, Double.NaN, Severity.HIGH)).isEqualTo(Urgency.LOW);
    }

    private static Urgency of(double expected, double peak, double capacity, Severity severity) {
        AnomalyPoint point =
                new AnomalyPoint(expected, expected - 2, expected + 2, 0.99, true, 1, Optional.of(severity));
        return Urgency.ofMetric(
                new Episode(
                        0,
                        3_600,
                        new JudgedRow(0, peak, point),
                        peak > expected ? EpisodeKind.SPIKE : EpisodeKind.DIP,
                        peak > expected ? Direction.UP : Direction.DOWN,
                        Episode.State.RECOVERED,
                        severity,
                        0.99,
                        peak - expected,
                        expected,
                        1,
                        List.of()),
                capacity);
    }
}
