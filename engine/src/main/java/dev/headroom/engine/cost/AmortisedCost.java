package dev.headroom.engine.cost;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The amortised cost of AWS Cost and Usage Report lines: what commitments cost is moved from the day of
/// payment to the usage they cover, and their unused part stays on the fee line.
///
/// | line item type | amortised cost |
/// |---|---|
/// | `SavingsPlanCoveredUsage` | Savings Plan effective cost |
/// | `SavingsPlanRecurringFee` | total commitment to date minus used commitment (the unused part) |
/// | `SavingsPlanNegation`, `SavingsPlanUpfrontFee` | 0 |
/// | `DiscountedUsage` | reservation effective cost |
/// | `RIFee` | unused amortised upfront fee plus unused recurring fee |
/// | `Fee` with a reservation ARN | 0 |
/// | `Refund` of a Savings Plan one-time fee | 0 |
/// | anything else | unblended cost |
///
/// Source: the published queries of the Cloud Intelligence Dashboards.
///
/// Departures: a column that the rule needs and the line does not have makes the amortised cost unknown
/// instead of 0. An unused reservation fee counts when at least one of its two parts is given, because
/// reservations without upfront payment leave the upfront part blank. The refund is told by its Savings Plan
/// ARN and the words "one-time fee" or "upfront" in its description.
public final class AmortisedCost {
    private static final Set<String> SPLIT_OPERATIONS = Set.of("EKSPod-EC2", "ECSTask-EC2");
    private static final Pattern SPLIT_USAGE = Pattern.compile("(^|-)(EKS|ECS)-EC2-(vCPU|GB|GPU)-Hours$");

    private AmortisedCost() {}

    /// The amortised cost of a line in the currency of the line; empty when a needed column is missing.
    public static Optional<BigDecimal> of(CurLine line) {
        return switch (line.lineItemType()) {
            case "SavingsPlanCoveredUsage" -> line.savingsPlan().effectiveCost();
            case "SavingsPlanRecurringFee" -> unusedSavingsPlan(line.savingsPlan());
            case "SavingsPlanNegation", "SavingsPlanUpfrontFee" -> Optional.of(BigDecimal.ZERO);
            case "DiscountedUsage" -> line.reservation().effectiveCost();
            case "RIFee" -> unusedReservation(line.reservation());
            case "Fee" -> Optional.of(line.reservationArn().isBlank() ? line.unblendedCost() : BigDecimal.ZERO);
            case "Refund" -> Optional.of(refundsSavingsPlanUpfront(line) ? BigDecimal.ZERO : line.unblendedCost());
            default -> Optional.of(line.unblendedCost());
        };
    }

    /// True for the lines that divide the cost of a machine among its containers. They repeat cost that the
    /// machine's own line already has and must be left out of every total.
    public static boolean isContainerSplit(CurLine line) {
        return isContainerSplit(line.operation());
    }

    /// True when `line_item_operation` is that of such a line.
    public static boolean isContainerSplit(String operation) {
        return SPLIT_OPERATIONS.contains(operation);
    }

    /// True when a usage type, such as `USE1-EKS-EC2-vCPU-Hours`, is that of such a line.
    public static boolean isContainerSplitUsage(String usageType) {
        return SPLIT_USAGE.matcher(usageType).find();
    }

    private static Optional<BigDecimal> unusedSavingsPlan(CurLine.SavingsPlan plan) {
        return plan.totalCommitmentToDate()
                .flatMap(total -> plan.usedCommitment().map(total::subtract));
    }

    private static Optional<BigDecimal> unusedReservation(CurLine.Reservation reservation) {
        if (reservation.unusedUpfront().isEmpty()
                && reservation.unusedRecurring().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reservation
                .unusedUpfront()
                .orElse(BigDecimal.ZERO)
                .add(reservation.unusedRecurring().orElse(BigDecimal.ZERO)));
    }

    private static boolean refundsSavingsPlanUpfront(CurLine line) {
        String description = line.description().toLowerCase(Locale.ROOT);
        return !line.savingsPlanArn().isBlank()
                && (description.contains("one-time fee") || description.contains("upfront"));
    }
}
