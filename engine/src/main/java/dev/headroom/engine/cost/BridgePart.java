package dev.headroom.engine.cost;

import java.util.Locale;
import java.util.Optional;

/// What can make the billed cost of the cache differ from an invoice, in the order of a bridge.
public enum BridgePart {
    /// Taxes of the bill that the invoice does not hold, or holds apart.
    TAX,
    /// Credits and refunds.
    CREDITS,
    /// Purchases: upfront and recurring fees of commitments, and other fees.
    PURCHASES,
    /// Corrections of earlier bills, and usage of other months on this one.
    OTHER_PERIODS,
    ADJUSTMENTS,
    /// Rows that divide the cost of a machine among its containers and repeat it.
    SPLIT_ROWS,
    /// Days of the month without any charge.
    MISSING_DAYS,
    /// Usage of an account, service or invoice that the invoice file does not name.
    ONLY_IN_LEDGER,
    /// An account, service or invoice that the bills do not hold.
    ONLY_ON_INVOICE,
    /// Less than half of the last place of the invoice's amounts.
    ROUNDING,
    /// What none of the others explains.
    UNEXPLAINED;

    /// The name in tables and JSON, such as `other_periods`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Which part of the bill a charge is; empty for the running usage, which every invoice has.
    static Optional<BridgePart> of(ChargeRecord charge) {
        ChargeLine line = charge.line();
        if (AmortisedCost.isContainerSplitUsage(line.usageType())) {
            return Optional.of(SPLIT_ROWS);
        }
        boolean other =
                line.correction() || !ChargeRecord.monthOf(charge.start()).equals(charge.billingMonth());
        return switch (line.category()) {
            case TAX -> Optional.of(TAX);
            case CREDIT -> Optional.of(CREDITS);
            case PURCHASE -> Optional.of(other ? OTHER_PERIODS : PURCHASES);
            case ADJUSTMENT -> Optional.of(other ? OTHER_PERIODS : ADJUSTMENTS);
            case USAGE -> other ? Optional.of(OTHER_PERIODS) : Optional.empty();
        };
    }
}
