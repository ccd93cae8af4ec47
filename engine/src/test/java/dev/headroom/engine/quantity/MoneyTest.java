package dev.headroom.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void addingKeepsEveryDecimal() {
        Money sum = Money.of("0.10000000001", "USD").plus(Money.of("-0.1", "USD"));
        assertThat(sum).isEqualTo(Money.of("0.00000000001", "USD"));
    }

    @Test
    void mixedCurrenciesAreRefused() {
        Money dollars = Money.of("1", "USD");
        Money euros = Money.of("1", "EUR");
        assertThatThrownBy(() -> dollars.plus(euros))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD")
                .hasMessageContaining("EUR");
    }

    @Test
    void roundingIsHalfToEven() {
        assertThat(Money.of("2.345", "USD").rounded(2)).isEqualTo(Money.of("2.34", "USD"));
    }
}
