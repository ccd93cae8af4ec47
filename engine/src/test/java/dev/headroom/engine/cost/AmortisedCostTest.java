package dev.headroom.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmortisedCostTest {
    private static final String PLAN = "arn:aws:savingsplans::123456789012:savingsplan/1";
    private static final String RESERVATION = "arn:aws:ec2:us-east-1:123456789012:reserved-instances/1";

    @Test
    void usageUnderASavingsPlanCostsItsEffectiveCost() {
        assertThat(AmortisedCost.of(plan("SavingsPlanCoveredUsage", "0.096", "0.069", null, null)))
                .contains(new BigDecimal("0.069"));
    }

    @Test
    void theRecurringFeeKeepsOnlyTheUnusedCommitment() {
        assertThat(AmortisedCost.of(plan("SavingsPlanRecurringFee", "10", null, "10", "8.25")))
                .contains(new BigDecimal("1.75"));
    }

    @Test
    void negationAndUpfrontFeeCostNothing() {
        assertThat(AmortisedCost.of(CurLine.plain("SavingsPlanNegation", new BigDecimal("-0.096"))))
                .contains(BigDecimal.ZERO);
        assertThat(AmortisedCost.of(CurLine.plain("SavingsPlanUpfrontFee", new BigDecimal("5000"))))
                .contains(BigDecimal.ZERO);
    }

    @Test
    void reservedUsageCostsItsEffectiveCostAndTheFeeItsUnusedParts() {
        assertThat(AmortisedCost.of(reservation("DiscountedUsage", "0", "0.061", null, null)))
                .contains(new BigDecimal("0.061"));
        assertThat(AmortisedCost.of(reservation("RIFee", "44.5", null, "1.5", "2.25")))
                .contains(new BigDecimal("3.75"));
        assertThat(AmortisedCost.of(reservation("RIFee", "44.5", null, null, "2.25")))
                .contains(new BigDecimal("2.25"));
    }

    @Test
    void theUpfrontPaymentOfAReservationCostsNothingButOtherFeesDo() {
        assertThat(AmortisedCost.of(reservation("Fee", "600", null, null, null)))
                .contains(BigDecimal.ZERO);
        assertThat(AmortisedCost.of(CurLine.plain("Fee", new BigDecimal("15")))).contains(new BigDecimal("15"));
    }

    @Test
    void onlyTheRefundOfASavingsPlansOneTimeFeeCostsNothing() {
        assertThat(AmortisedCost.of(refund("Refund for Savings Plan one-time fee", PLAN)))
                .contains(BigDecimal.ZERO);
        assertThat(AmortisedCost.of(refund("Service credit, one-time fee", ""))).contains(new BigDecimal("-100"));
        assertThat(AmortisedCost.of(refund("Refund of recurring fee", PLAN))).contains(new BigDecimal("-100"));
    }

    @Test
    void anythingElseKeepsItsUnblendedCost() {
        for (String type : List.of("Usage", "Tax", "Credit", "EdpDiscount", "BundledDiscount", "SomethingNew")) {
            assertThat(AmortisedCost.of(CurLine.plain(type, new BigDecimal("12.3400"))))
                    .as(type)
                    .contains(new BigDecimal("12.3400"));
        }
    }

    @Test
    void aMissingColumnMakesTheCostUnknownAndNotZero() {
        for (String type : List.of("SavingsPlanCoveredUsage", "SavingsPlanRecurringFee", "DiscountedUsage", "RIFee")) {
            assertThat(AmortisedCost.of(CurLine.plain(type, BigDecimal.TEN)))
                    .as(type)
                    .isEmpty();
        }
    }

    @Test
    void aFullyUsedPlanAmortisesToWhatItsUsageWasWorthUnderThePlan() {
        // One hour: 10 committed, 8 used by two covered lines. Cash: usage 12 - negation 12 + fee 10 = 10.
        List<CurLine> lines = List.of(
                plan("SavingsPlanCoveredUsage", "7", "5", null, null),
                plan("SavingsPlanCoveredUsage", "5", "3", null, null),
                CurLine.plain("SavingsPlanNegation", new BigDecimal("-12")),
                plan("SavingsPlanRecurringFee", "10", null, "10", "8"));
        BigDecimal cash = lines.stream().map(CurLine::unblendedCost).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amortised = lines.stream()
                .map(line -> AmortisedCost.of(line).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amortised).isEqualByComparingTo(cash).isEqualByComparingTo("10");
    }

    @Test
    void containerSplitLinesAreRecognised() {
        CurLine split = new CurLine(
                "Usage", BigDecimal.ONE, "EKSPod-EC2", "", "", "", CurLine.SavingsPlan.NONE, CurLine.Reservation.NONE);
        assertThat(AmortisedCost.isContainerSplit(split)).isTrue();
        assertThat(AmortisedCost.isContainerSplit(CurLine.plain("Usage", BigDecimal.ONE)))
                .isFalse();
    }

    private static CurLine plan(
            String type, String unblended, @Nullable String effective, @Nullable String total, @Nullable String used) {
        return new CurLine(
                type,
                new BigDecimal(unblended),
                "",
                "",
                "",
                PLAN,
                new CurLine.SavingsPlan(decimal(effective), decimal(total), decimal(used)),
                CurLine.Reservation.NONE);
    }

    private static CurLine reservation(
            String type,
            String unblended,
            @Nullable String effective,
            @Nullable String upfront,
            @Nullable String recurring) {
        return new CurLine(
                type,
                new BigDecimal(unblended),
                "",
                "",
                RESERVATION,
                "",
                CurLine.SavingsPlan.NONE,
                new CurLine.Reservation(decimal(effective), decimal(upfront), decimal(recurring)));
    }

    private static CurLine refund(String description, String plan) {
        return new CurLine(
                "Refund",
                new BigDecimal("-100"),
                "",
                description,
                "",
                plan,
                CurLine.SavingsPlan.NONE,
                CurLine.Reservation.NONE);
    }

    private static Optional<BigDecimal> decimal(@Nullable String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }
}
