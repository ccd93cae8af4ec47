package dev.headroom.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateTableTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode GBP = new CurrencyCode("GBP");

    private static DatedRate rate(String day, CurrencyCode from, CurrencyCode to, String rate) {
        return new DatedRate(LocalDate.parse(day), from, to, new BigDecimal(rate));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void aDayHasItsOwnRateOrTheLastBeforeAndNeverALaterOne() {
        RateTable table = new RateTable(List.of(
                rate("2026-09-04", CurrencyCode.USD, EUR, "0.9"), rate("2026-09-07", CurrencyCode.USD, EUR, "0.8")));
        assertThat(table.on(day("2026-09-03"), CurrencyCode.USD, EUR)).isEmpty();
        assertThat(table.on(day("2026-09-04"), CurrencyCode.USD, EUR))
                .contains(new RateTable.Quote(day("2026-09-04"), new BigDecimal("0.9"), false));
        RateTable.Quote sunday =
                table.on(day("2026-09-06"), CurrencyCode.USD, EUR).orElseThrow();
        assertThat(sunday.day()).isEqualTo(day("2026-09-04"));
        assertThat(sunday.age(day("2026-09-06"))).isEqualTo(2);
        assertThat(table.on(day("2027-01-01"), CurrencyCode.USD, EUR)
                        .orElseThrow()
                        .rate())
                .isEqualTo("0.8");
        assertThat(table.first(EUR, CurrencyCode.USD)).contains(day("2026-09-04"));
        assertThat(table.first(GBP, EUR)).isEmpty();
    }

    @Test
    void amountsAreExactAndOnlyAPairTheOtherWayRoundIsRounded() {
        RateTable table = new RateTable(
                List.of(rate("2026-09-04", CurrencyCode.USD, EUR, "0.9123"), rate("2026-09-04", EUR, GBP, "0.8")));
        assertThat(table.on(day("2026-09-04"), CurrencyCode.USD, EUR)
                        .orElseThrow()
                        .convert(new BigDecimal("1.0000000001")))
                .isEqualTo("0.91230000009123");
        RateTable.Quote inverted = table.on(day("2026-09-04"), GBP, EUR).orElseThrow();
        assertThat(inverted.inverted()).isTrue();
        assertThat(inverted.convert(new BigDecimal("1"))).isEqualByComparingTo("1.25");
        assertThat(inverted.convert(new BigDecimal("1")).precision()).isLessThanOrEqualTo(34);
        // Not over the euro: the two rates could be of different days.
        assertThat(table.on(day("2026-09-04"), CurrencyCode.USD, GBP)).isEmpty();
        assertThat(table.on(day("1999-01-01"), GBP, GBP).orElseThrow().convert(BigDecimal.TEN))
                .isEqualByComparingTo("10");
    }

    @Test
    void theLaterOfBothDirectionsHoldsAndTheStraightOneOfTheSameDay() {
        RateTable table = new RateTable(List.of(
                rate("2026-09-01", CurrencyCode.USD, EUR, "0.9"),
                rate("2026-09-02", EUR, CurrencyCode.USD, "1.25"),
                rate("2026-09-03", EUR, CurrencyCode.USD, "2"),
                rate("2026-09-03", CurrencyCode.USD, EUR, "0.7")));
        assertThat(table.on(day("2026-09-02"), CurrencyCode.USD, EUR)
                        .orElseThrow()
                        .convert(BigDecimal.ONE))
                .isEqualByComparingTo("0.8");
        assertThat(table.on(day("2026-09-03"), CurrencyCode.USD, EUR)
                        .orElseThrow()
                        .convert(BigDecimal.ONE))
                .isEqualByComparingTo("0.7");
    }

    @Test
    void ofSeveralForADayTheLastOneHolds() {
        RateTable table = new RateTable(List.of(
                rate("2026-09-01", CurrencyCode.USD, EUR, "0.9"), rate("2026-09-01", CurrencyCode.USD, EUR, "0.95")));
        assertThat(table.on(day("2026-09-01"), CurrencyCode.USD, EUR)
                        .orElseThrow()
                        .rate())
                .isEqualTo("0.95");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> rate("2026-09-01", EUR, EUR, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate("2026-09-01", EUR, GBP, "0")).isInstanceOf(IllegalArgumentException.class);
    }
}
