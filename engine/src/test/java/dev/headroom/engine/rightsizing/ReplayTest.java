package dev.headroom.engine.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void daysAboveTheCeilingAndTheWorstWeeksAreFound() {
        double[] values = new double[100];
        Arrays.fill(values, 20);
        values[10] = 40;
        values[12] = 39; // the same week as day 10
        values[50] = 45;
        values[99] = 36;
        values[70] = Double.NaN;
        Replay replay = Replay.of(ResourceKind.CPU, Fixture.daily(ResourceKind.CPU, values), 1, 2, 70);
        assertThat(replay.daysAbove()).isEqualTo(4);
        assertThat(replay.days()).isEqualTo(99);
        assertThat(replay.highestAfterPercent()).isEqualTo(90);
        assertThat(replay.worst()).extracting(Replay.Window::afterPercent).containsExactly(90.0, 80.0, 72.0);
        assertThat(replay.worst()).extracting(Replay.Window::beforePercent).containsExactly(45.0, 40.0, 36.0);
        Replay.Window first = replay.worst().getFirst();
        assertThat(first.peak()).isEqualTo(day(50));
        assertThat(first.from()).isEqualTo(day(47));
        assertThat(first.to()).isEqualTo(day(54));
        assertThat(replay.worst().getLast().to()).as("cut at the end").isEqualTo(day(100));
    }

    @Test
    void oneDayHasOneWindow() {
        Replay replay = Replay.of(ResourceKind.CPU, Fixture.daily(ResourceKind.CPU, 80), 1, 1, 70);
        assertThat(replay.worst()).hasSize(1);
        assertThat(replay.daysAbove()).isEqualTo(1);
    }

    @Test
    void anUnknownPresentBandwidthLeavesTheBeforeMissing() {
        Replay replay =
                Replay.of(ResourceKind.NETWORK, Fixture.daily(ResourceKind.NETWORK, 50, 60), Double.NaN, 0.1, 80);
        assertThat(replay.before().missing()).isEqualTo(2);
        assertThat(replay.after().value(1)).isCloseTo(6, within(1e-12));
    }

    @Test
    void windowsNeverOverlapAndASmallerMachineHasNoFewerBadDays() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(200, 0, 60).toArray();
            TimeSeries daily = Fixture.daily(ResourceKind.CPU, values);
            int previous = 0;
            for (double factor = 0.5; factor < 4; factor += 0.5) {
                Replay replay = Replay.of(ResourceKind.CPU, daily, 1, factor, 70);
                assertThat(replay.daysAbove())
                        .isGreaterThanOrEqualTo(previous)
                        .isEqualTo(Replay.daysAbove(daily, factor, 70));
                previous = replay.daysAbove();
                for (Replay.Window one : replay.worst()) {
                    for (Replay.Window other : replay.worst()) {
                        assertThat(one == other
                                        || !one.from().isBefore(other.to())
                                        || !other.from().isBefore(one.to()))
                                .isTrue();
                    }
                }
            }
        }
    }

    private static Instant day(int index) {
        return Fixture.START.plus(Duration.ofDays(index));
    }
}
