package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsAdviceTableTest {
    private static final Instant ASKED = Instant.parse("2026-11-20T06:05:00Z");

    @Test
    void aSizeStandsBesideOursWithHowTheTwoAgree() {
        SizeBeside size = new SizeBeside(
                "i-1",
                "m5.xlarge",
                "resize",
                Optional.of("m6a.large"),
                Optional.of(new Money(new BigDecimal("71.25"), CurrencyCode.USD)),
                "compute-optimizer",
                "resize",
                Optional.of("m5.large"),
                "Overprovisioned",
                Optional.of(new BigDecimal("70.08")),
                Optional.of(BigDecimal.ONE),
                "USD",
                ASKED);
        AwsAdviceTable table = AwsAdviceTable.sizes(List.of(size));
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("agreement", "other-type")
                        .containsEntry("our_type", "m6a.large")
                        .containsEntry("their_type", "m5.large"));
        assertThat(table.csv()).contains("71.25", "70.08");
    }

    @Test
    void aBudgetWithoutOursIsUnknownToUs() {
        BudgetBeside budget = new BudgetBeside(
                "111122223333",
                "all",
                "MONTHLY",
                "all",
                Optional.of(new BigDecimal("100")),
                Optional.of(new BigDecimal("80")),
                Optional.of(new BigDecimal("120")),
                "USD",
                Optional.empty(),
                ASKED);
        assertThat(AwsAdviceTable.budgets(List.of(budget)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("their_outlook", "breaks")
                        .containsEntry("our_outlook", "unknown"));
    }

    @Test
    void forecastsAreScoredSideBySide() {
        RivalForecast scored = new RivalForecast(
                LocalDate.of(2026, 10, 1),
                "USD",
                30,
                new RivalForecast.Score(0.12, 0.7),
                Optional.of(new RivalForecast.Score(0.08, 0.83)));
        assertThat(AwsAdviceTable.forecasts(List.of(scored)).csv()).contains("2026-10-01,30,0.12,0.08,0.7,0.83,USD");
    }
}
