package dev.headroom.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AverageMonthTest {
    @Test
    void aYearIsTwelveMonths() {
        assertThat(AverageMonth.ofDays(Money.of("1200", "USD"), 365).rounded(6))
                .isEqualTo(Money.of("100.000000", "USD"));
        assertThat(AverageMonth.toDays(Money.of("100", "USD"), 365).rounded(6))
                .isEqualTo(Money.of("1200.000000", "USD"));
    }

    @Test
    void thirtyDaysAreAlmostAMonth() {
        assertThat(AverageMonth.ofDays(Money.of("30", "EUR"), 30).rounded(4)).isEqualTo(Money.of("30.4167", "EUR"));
        assertThat(AverageMonth.toDays(AverageMonth.ofDays(Money.of("7", "EUR"), 11), 11)
                        .rounded(6))
                .isEqualTo(Money.of("7.000000", "EUR"));
    }
}
