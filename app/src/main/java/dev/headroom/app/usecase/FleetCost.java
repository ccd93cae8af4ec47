package dev.headroom.app.usecase;

import java.util.List;

/// The cost that was asked for.
///
/// @param outlooks one a currency, the largest total first; empty when no charge in the scope states the basis
/// @param charges how many charges the scope holds
/// @param unknown how many of them do not state the basis; their days are missing, never 0
public record FleetCost(CostQuery query, List<CostOutlook> outlooks, long charges, long unknown) {
    public FleetCost {
        outlooks = List.copyOf(outlooks);
    }

    /// True when there are charges and none of them states the basis.
    public boolean basisMissing() {
        return charges > 0 && outlooks.isEmpty();
    }
}
