package dev.headroom.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostSummaryTest {
    @Test
    void currenciesAreKeptApartAndExact() {
        CostSummary summary = CostSummary.of(
                List.of(
                        charge("a", "0.10", "0.1", "USD", ""),
                        charge("a", "0.20", "0.2", "USD", ""),
                        charge("b", "5", "5", "EUR", "")),
                CostBasis.BILLED);
        assertThat(summary.totals())
                .containsExactly(
                        Map.entry(new CurrencyCode("EUR"), new BigDecimal("5")),
                        Map.entry(CurrencyCode.USD, new BigDecimal("0.30")));
        assertThat(summary.unknown()).isZero();
    }

    @Test
    void anUnknownAmountIsCountedAndNotTakenAsZero() {
        CostSummary summary = CostSummary.of(
                List.of(charge("a", "1", "", "USD", ""), charge("a", "2", "1.5", "USD", "")), CostBasis.EFFECTIVE);
        assertThat(summary.totals()).containsEntry(CurrencyCode.USD, new BigDecimal("1.5"));
        assertThat(summary.unknown()).isEqualTo(1);
    }

    @Test
    void noChargesHaveNoTotals() {
        assertThat(CostSummary.of(List.of(), CostBasis.LIST).totals()).isEmpty();
    }

    @Test
    void theCommitmentShareIsCoveredEffectiveUsageOverAll() {
        Map<String, Double> shares = CostSummary.commitmentShares(List.of(
                charge("a", "0", "3", "USD", "plan-1"),
                charge("a", "1", "1", "USD", ""),
                charge("b", "2", "2", "USD", ""),
                charge("unknown", "2", "", "USD", ""),
                charge("mixed", "2", "2", "USD", ""),
                charge("mixed", "2", "2", "EUR", ""),
                charge("", "2", "2", "USD", "plan-1")));
        assertThat(shares).containsOnlyKeys("a", "b");
        assertThat(shares.get("a")).isCloseTo(0.75, within(1e-12));
        assertThat(shares.get("b")).isZero();
    }

    private static ChargeRecord charge(
            String resource, String billed, String effective, String currency, String commitment) {
        ChargeLine line = ChargeLine.of(ChargeCategory.USAGE, new CurrencyCode(currency))
                .provider("AWS")
                .billingAccount("1")
                .subAccount("2")
                .service("EC2")
                .serviceCategory("Compute")
                .region("us-east-1")
                .resource(resource)
                .usageType("BoxUsage")
                .commitment(commitment)
                .build();
        return new ChargeRecord(
                line,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T01:00:00Z"),
                YearMonth.of(2026, 1),
                new ChargeRecord.Amounts(
                        new BigDecimal(billed),
                        effective.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(effective)),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
    }
}
