package dev.headroom.app.usecase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A budget that is kept at AWS, beside the end of the month that Headroom expects.
///
/// @param account whose budget it is
/// @param covers `all` cost of the account, or a `part` of it
/// @param forecast what AWS expects
/// @param ours the expected end of the running month, its middle and the bounds of 80 %; empty when the budget is not
///     of all cost in a month in a currency that has bills. It is without tax, credits and adjustments
/// @param asked when AWS was last asked
public record BudgetBeside(
        String account,
        String name,
        String period,
        String covers,
        Optional<BigDecimal> limit,
        Optional<BigDecimal> actual,
        Optional<BigDecimal> forecast,
        String unit,
        Optional<CostOutlook.MonthEnd> ours,
        Instant asked) {
    /// Whether the budget is expected to hold.
    public enum Outlook {
        HOLDS,
        /// Only the upper bound is above the limit.
        MAY_BREAK,
        BREAKS,
        UNKNOWN
    }

    public Outlook theirs() {
        if (limit.isEmpty() || forecast.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        return forecast.get().compareTo(limit.get()) > 0 ? Outlook.BREAKS : Outlook.HOLDS;
    }

    public Outlook expected() {
        if (limit.isEmpty() || ours.isEmpty() || Double.isNaN(ours.get().median())) {
            return Outlook.UNKNOWN;
        }
        double most = limit.get().doubleValue();
        if (ours.get().median() > most) {
            return Outlook.BREAKS;
        }
        return ours.get().high80() > most ? Outlook.MAY_BREAK : Outlook.HOLDS;
    }
}
