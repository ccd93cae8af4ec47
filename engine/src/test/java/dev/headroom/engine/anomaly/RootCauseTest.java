package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RootCauseTest {
    private static final int FIRST = 70;
    private static final RootCause.Place OLD = new RootCause.Place("EC2", "prod", "eu", "BoxUsage");
    private static final RootCause.Place NEW = new RootCause.Place("NAT", "prod", "eu", "NatGateway-Bytes");
    private static final RootCause.Place FALLING = new RootCause.Place("S3", "dev", "us", "Requests");

    private static double[] days(double usual, double then) {
        double[] days = new double[FIRST + 2];
        Arrays.fill(days, 0, FIRST, usual);
        Arrays.fill(days, FIRST, days.length, then);
        return days;
    }

    @Test
    void sharesAreSignedRankedAndAddUpToTheImpact() {
        List<RootCause.Share> shares = RootCause.of(
                Map.of(OLD, days(100, 100), NEW, days(0, 60), FALLING, days(50, 40)), FIRST, FIRST + 1, 100);

        assertThat(shares).extracting(RootCause.Share::place).containsExactly(NEW, FALLING, OLD);
        assertThat(shares.getFirst().contribution()).isEqualTo(120);
        assertThat(shares.getFirst().share()).isEqualTo(1.2);
        assertThat(shares.get(1).share()).isEqualTo(-0.2);
        assertThat(shares.stream().mapToDouble(RootCause.Share::contribution).sum())
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void whatTheWholeExpectedMoreIsSpreadBySize() {
        List<RootCause.Share> shares =
                RootCause.of(Map.of(OLD, days(100, 150), FALLING, days(50, 50)), FIRST, FIRST, 35);

        assertThat(shares.stream().mapToDouble(RootCause.Share::contribution).sum())
                .isCloseTo(35, within(1e-9));
        assertThat(shares.getFirst().contribution()).isCloseTo(40, within(1e-9));
        assertThat(shares.get(1).contribution()).isCloseTo(-5, within(1e-9));
    }

    @Test
    void theSameWeekdayIsWhatIsExpected() {
        double[] weekly = new double[FIRST + 1];
        for (int day = 0; day < weekly.length; day++) {
            weekly[day] = day % 7 == FIRST % 7 ? 10 : 100;
        }
        weekly[FIRST] = 30;
        assertThat(RootCause.of(Map.of(OLD, weekly), FIRST, FIRST, 20)
                        .getFirst()
                        .expected())
                .isEqualTo(10);
    }

    @Test
    void withoutAnImpactThereIsNothingToDivide() {
        assertThatThrownBy(() -> RootCause.of(Map.of(OLD, days(1, 1)), FIRST, FIRST, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("impact (0.0)");
    }
}
