package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.InventedFleet;
import dev.headroom.app.ui.InventedStatement;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
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
        Recommendation ours = InventedFleet.rightsizing(
                        SizingPolicy.standard(), Decisions.none(LocalDate.of(2026, 11, 20)))
                .recommendations()
                .getFirst();
        SizeBeside size = new SizeBeside(
                ours.server().id(),
                Optional.of(ours),
                Optional.of(InventedStatement.size(ours.server().id(), "Overprovisioned", "t3.nano", "70.08")));
        AwsAdviceTable table = AwsAdviceTable.sizes(List.of(size));
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("agreement", "same-direction")
                        .containsEntry("our_type", ours.to().orElseThrow().instanceType())
                        .containsEntry("their_type", "t3.nano"));
        assertThat(table.csv()).contains("70.08", "compute-optimizer");
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
