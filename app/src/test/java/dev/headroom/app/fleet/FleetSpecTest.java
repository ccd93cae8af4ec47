package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class FleetSpecTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    @Test
    void historyIsWholeYearsUpToTheLastDay() {
        FleetSpec spec = FleetSpec.of(120, 4, 42, LAST);
        assertThat(spec.firstDay()).isEqualTo(LocalDate.of(2022, 11, 21));
        assertThat(spec.days()).isEqualTo(1461);
    }

    @Test
    void hourlyDaysAreAtMostAllDays() {
        FleetSpec spec = FleetSpec.of(1, 1, 42, LAST);
        assertThat(spec.hourlyDays()).isEqualTo(365);
        assertThat(spec.withHourlyDays(60).firstHourlyDay()).isEqualTo(LocalDate.of(2026, 9, 22));
        assertThat(spec.withHourlyDays(0).firstHourlyDay()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    void billHasTheLastMonthsOfWhichAllDaysHaveMetrics() {
        assertThat(FleetSpec.of(1, 4, 42, LAST).firstBillingMonth()).isEqualTo(YearMonth.of(2024, 12));
        assertThat(FleetSpec.of(1, 1, 42, LAST).firstBillingMonth()).isEqualTo(YearMonth.of(2025, 12));
    }

    @Test
    void aLeapDayAsLastDayWorks() {
        FleetSpec spec = FleetSpec.of(1, 1, 42, LocalDate.of(2024, 2, 29));
        assertThat(spec.firstDay()).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(spec.days()).isEqualTo(366);
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        assertThatThrownBy(() -> FleetSpec.of(0, 4, 42, LAST)).hasMessageContaining("servers (0)");
        assertThatThrownBy(() -> FleetSpec.of(1, 21, 42, LAST)).hasMessageContaining("years (21)");
        assertThatThrownBy(() -> FleetSpec.of(1, 1, 42, LAST).withHourlyDays(-1))
                .hasMessageContaining("hourlyDays (-1)");
    }
}
