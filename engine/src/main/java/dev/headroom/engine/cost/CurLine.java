package dev.headroom.engine.cost;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// The columns of one AWS Cost and Usage Report line that decide its amortised cost. A column that the report
/// does not have, or that is blank, is empty.
///
/// @param lineItemType `line_item_line_item_type`, such as `Usage`, `DiscountedUsage`,
///     `SavingsPlanCoveredUsage`
/// @param unblendedCost `line_item_unblended_cost`
/// @param operation `line_item_operation`; blank when not given
/// @param description `line_item_line_item_description`; blank when not given
/// @param reservationArn `reservation_reservation_a_r_n`; blank when not given
/// @param savingsPlanArn `savings_plan_savings_plan_a_r_n`; blank when not given
/// @param savingsPlan the Savings Plan amounts of the line
/// @param reservation the reservation amounts of the line
public record CurLine(
        String lineItemType,
        BigDecimal unblendedCost,
        String operation,
        String description,
        String reservationArn,
        String savingsPlanArn,
        SavingsPlan savingsPlan,
        Reservation reservation) {
    public CurLine {
        Objects.requireNonNull(lineItemType, "lineItemType");
        Objects.requireNonNull(unblendedCost, "unblendedCost");
        Objects.requireNonNull(savingsPlan, "savingsPlan");
        Objects.requireNonNull(reservation, "reservation");
    }

    /// A line that no commitment touches.
    public static CurLine plain(String lineItemType, BigDecimal unblendedCost) {
        return new CurLine(lineItemType, unblendedCost, "", "", "", "", SavingsPlan.NONE, Reservation.NONE);
    }

    /// @param effectiveCost `savings_plan_savings_plan_effective_cost`
    /// @param totalCommitmentToDate `savings_plan_total_commitment_to_date`
    /// @param usedCommitment `savings_plan_used_commitment`
    public record SavingsPlan(
            Optional<BigDecimal> effectiveCost,
            Optional<BigDecimal> totalCommitmentToDate,
            Optional<BigDecimal> usedCommitment) {
        public static final SavingsPlan NONE = new SavingsPlan(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param effectiveCost `reservation_effective_cost`
    /// @param unusedUpfront `reservation_unused_amortized_upfront_fee_for_billing_period`
    /// @param unusedRecurring `reservation_unused_recurring_fee`
    public record Reservation(
            Optional<BigDecimal> effectiveCost,
            Optional<BigDecimal> unusedUpfront,
            Optional<BigDecimal> unusedRecurring) {
        public static final Reservation NONE = new Reservation(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
