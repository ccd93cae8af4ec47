package dev.headroom.app.usecase;

import java.util.List;

/// The cost that was asked for.
///
/// @param outlooks one a currency, the largest total first; empty when no charge in the scope states the basis
/// @param charges how many charges the scope holds
/// @param unknown how many of them do not state the basis; their days are missing, never 0
/// @param rates what was converted with; empty when each currency stands on its own
public record FleetCost(
        CostQuery query, List<CostOutlook> outlooks, long charges, long unknown, List<RatesUsed> rates) {
    public FleetCost {
        outlooks = List.copyOf(outlooks);
        rates = List.copyOf(rates);
    }

    /// Each currency on its own.
    public FleetCost(CostQuery query, List<CostOutlook> outlooks, long charges, long unknown) {
        this(query, outlooks, charges, unknown, List.of());
    }

    /// True when there are charges and none of them states the basis.
    public boolean basisMissing() {
        return charges > 0 && outlooks.isEmpty();
    }
}
