package dev.headroom.engine.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitmentCountTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final UsagePool M5 = new UsagePool("AWS", CurrencyCode.USD, "eu-west-1", "m5");

    private static ChargeRecord charge(
            LocalDate day, ChargeLine.Builder line, String billed, @Nullable String effective, @Nullable String list) {
        Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new ChargeRecord(
                line.build(),
                start,
                start.plusSeconds(86_400),
                ChargeRecord.monthOf(start),
                new ChargeRecord.Amounts(
                        new BigDecimal(billed),
                        Optional.ofNullable(effective).map(BigDecimal::new),
                        Optional.ofNullable(list).map(BigDecimal::new),
                        Optional.empty()),
                Optional.empty());
    }

    private static ChargeLine.Builder instance(String resource, String commitment) {
        return ChargeLine.of(ChargeCategory.USAGE, CurrencyCode.USD)
                .provider("AWS")
                .service("AmazonEC2")
                .region("eu-west-1")
                .resource(resource)
                .usageType("EU-BoxUsage:m5.large")
                .commitment(commitment);
    }

    private static ChargeLine.Builder own(ChargeCategory category, String words) {
        return ChargeLine.of(category, CurrencyCode.USD)
                .provider("AWS")
                .service("Savings Plans for AWS Compute usage")
                .description(words)
                .commitment("sp-1");
    }

    private static CommitmentHistory of(List<ChargeRecord> charges) {
        CommitmentCount count = new CommitmentCount();
        charges.forEach(count::add);
        return count.history().orElseThrow();
    }

    /// As FOCUS tells it: a purchase whose effective cost is 0, covered usage, and a row for the unused part.
    @Test
    void coverageAndUtilizationOfFocusRows() {
        CommitmentHistory history = of(List.of(
                charge(FIRST, instance("i-0", ""), "24", "24", "24"),
                charge(FIRST.plusDays(1), own(ChargeCategory.PURCHASE, "1 year, no upfront"), "60", "0", "60"),
                charge(FIRST.plusDays(1), own(ChargeCategory.USAGE, "Unused commitment"), "0", "12", "0"),
                charge(FIRST.plusDays(1), instance("i-1", "sp-1"), "0", "48", "64"),
                charge(FIRST.plusDays(1), instance("i-2", ""), "36", "36", "36")));
        CoverageDay day = java.util.Objects.requireNonNull(history.coverage().get(Usage.ALL))
                .get(1);
        assertThat(day.coverage().orElseThrow()).isCloseTo(0.64, within(1e-12));
        assertThat(day.utilization().orElseThrow()).isCloseTo(0.8, within(1e-12));
        HeldCommitment held = history.held().getFirst();
        assertThat(held.hourly().orElseThrow().amount()).isEqualByComparingTo("2.5");
        assertThat(held.discount().orElseThrow()).isCloseTo(0.25, within(1e-12));
        assertThat(held.expiry()).isInstanceOf(Expiry.Inferred.class);
        assertThat(held.expiry().end()).contains(LocalDate.of(2027, 3, 2));
        // It paid for 64 on demand at 80 % use, so that it can pay for 80 a day.
        assertThat(java.util.Objects.requireNonNull(held.capacity().get(M5))).isCloseTo(80.0 / 24, within(1e-9));
        assertThat(history.capacity(Usage.ALL, LocalDate.of(2027, 2, 27), 5))
                .containsExactly(new double[] {80.0 / 24, 80.0 / 24, 80.0 / 24, 0, 0}, within(1e-9));
        SavingsRate rate = java.util.Objects.requireNonNull(history.rates().get(Usage.ALL));
        // List 124, effective 108 and 12 unused.
        assertThat(rate.percent().orElseThrow().doubleValue()).isCloseTo(100 * 4 / 124.0, within(1e-9));
    }

    /// As the AWS report tells it: covered usage, its negation, and the unused part as the effective cost of
    /// the fee.
    @Test
    void coverageAndUtilizationOfAwsReportRows() {
        CommitmentHistory history = of(List.of(
                charge(FIRST, own(ChargeCategory.PURCHASE, "3 year No Upfront Compute Savings Plan"), "60", "12", null),
                charge(FIRST, instance("i-1", "sp-1"), "64", "48", "64"),
                charge(FIRST, instance("i-1", "sp-1").description("SavingsPlanNegation"), "-64", "0", "0"),
                charge(FIRST, instance("i-2", ""), "36", "36", "36")));
        CoverageDay day = java.util.Objects.requireNonNull(history.coverage().get(Usage.ALL))
                .getFirst();
        assertThat(day.eligible()).contains(new BigDecimal("100"));
        assertThat(day.coverage().orElseThrow()).isCloseTo(0.64, within(1e-12));
        assertThat(day.utilization().orElseThrow()).isCloseTo(0.8, within(1e-12));
        assertThat(history.held().getFirst().expiry()).isInstanceOf(Expiry.Latest.class);
    }

    @Test
    void whatAChargeDoesNotStateIsUnknownAndNotNothing() {
        CommitmentHistory history = of(List.of(
                charge(FIRST, own(ChargeCategory.PURCHASE, "fee"), "60", null, null),
                charge(FIRST, instance("i-1", "sp-1"), "0", null, null)));
        CoverageDay day = java.util.Objects.requireNonNull(history.coverage().get(Usage.ALL))
                .getFirst();
        assertThat(day.coverage()).isEmpty();
        assertThat(day.utilization()).isEmpty();
        assertThat(history.held().getFirst().hourly()).isEmpty();
        assertThat(history.held().getFirst().expiry()).isInstanceOf(Expiry.Unknown.class);
        assertThat(history.daily(M5).value(0)).isNaN();
        assertThat(java.util.Objects.requireNonNull(history.rates().get(Usage.ALL))
                        .percent())
                .isEmpty();
    }

    @Test
    void aStatedEndReplacesWhatTheBillsTell() {
        CommitmentHistory history = of(List.of(
                        charge(FIRST, own(ChargeCategory.PURCHASE, "fee"), "60", "0", null),
                        charge(FIRST, instance("i-1", "sp-1"), "0", "48", "64")))
                .ending(Map.of("sp-1", LocalDate.of(2026, 5, 1)));
        assertThat(history.held().getFirst().expiry()).isEqualTo(new Expiry.Stated(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void aCommitmentThatIsGoneFromTheBillsPaysForNothingMore() {
        CommitmentHistory history = of(List.of(
                charge(FIRST, own(ChargeCategory.PURCHASE, "fee"), "60", "0", null),
                charge(FIRST, instance("i-1", "sp-1"), "0", "48", "64"),
                charge(FIRST.plusDays(10), instance("i-1", ""), "64", "64", "64")));
        assertThat(history.held().getFirst().running()).isFalse();
        assertThat(history.capacity(Usage.ALL, FIRST.plusDays(11), 1)).containsExactly(0);
    }

    @Test
    void onlyRunningHoursOfMachinesAreEligible() {
        CommitmentHistory history = of(List.of(
                charge(FIRST, instance("i-1", ""), "10", "10", "10"),
                charge(FIRST, instance("i-1", "").usageType("EU-SpotUsage:m5.large"), "3", "3", "10"),
                charge(FIRST, instance("v-1", "").usageType("EU-EBS:VolumeUsage.gp3"), "5", "5", "5"),
                charge(FIRST, instance("i-1", "").correction(true), "-10", "-10", "-10"),
                charge(
                        FIRST,
                        instance("db", "").service("AmazonRDS").usageType("EU-InstanceUsage:db.m5.large"),
                        "7",
                        "7",
                        "7")));
        assertThat(history.usage().keySet()).containsExactly(M5);
        assertThat(history.daily(Usage.ALL).value(0)).isEqualTo(10);
    }

    @Test
    void noChargeNoHistory() {
        assertThat(new CommitmentCount().history()).isEmpty();
    }
}
