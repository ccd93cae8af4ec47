package dev.headroom.engine.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HourCountTest {
    // A Monday.
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

    private static ChargeRecord charge(Instant start, Duration length, String cost) {
        BigDecimal amount = new BigDecimal(cost);
        return new ChargeRecord(
                ChargeLine.of(ChargeCategory.USAGE, CurrencyCode.USD)
                        .provider("AWS")
                        .service("AmazonEC2")
                        .usageType("BoxUsage:m5.large")
                        .build(),
                start,
                start.plus(length),
                ChargeRecord.monthOf(start),
                new ChargeRecord.Amounts(amount, Optional.of(amount), Optional.of(amount), Optional.empty()),
                Optional.empty());
    }

    private static HourCount weeks(int days) {
        HourCount hours = new HourCount();
        for (int day = 0; day < days; day++) {
            for (int hour = 0; hour < 24; hour++) {
                Instant at = MONDAY.plus(Duration.ofHours(24L * day + hour));
                hours.add(charge(at, Duration.ofHours(1), hour < 6 ? "3" : "1"));
            }
        }
        return hours;
    }

    @Test
    void theWeightsOfADayHaveTheMeanOne() {
        HourShape shape = weeks(14).shape(Usage.ALL);
        assertThat(shape.isLevel()).isFalse();
        assertThat(shape.days()).isEqualTo(14);
        assertThat(shape.weight(0, 0)).isCloseTo(2, within(1e-9));
        assertThat(shape.weight(6, 23)).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(shape.weight(7, 0)).isEqualTo(shape.weight(0, 0));
    }

    @Test
    void tooFewDaysAndLongerLinesSayNothing() {
        assertThat(weeks(13).shape(Usage.ALL).isLevel()).isTrue();
        HourCount daily = new HourCount();
        for (int day = 0; day < 30; day++) {
            daily.add(charge(MONDAY.plus(Duration.ofDays(day)), Duration.ofDays(1), "24"));
        }
        assertThat(daily.days()).isZero();
        assertThat(daily.shape(Usage.ALL).isLevel()).isTrue();
    }

    @Test
    void aDayWithoutUsageIsLevel() {
        double[] sums = new double[168];
        sums[0] = 5;
        HourShape shape = HourShape.of(sums, 20);
        assertThat(shape.weight(0, 0)).isEqualTo(24);
        assertThat(shape.weight(1, 5)).isEqualTo(1);
        assertThatThrownBy(() -> HourShape.of(new double[24], 20)).hasMessageContaining("168");
    }
}
