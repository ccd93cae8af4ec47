package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;

/// Which cost to add up: the part of the bills, and the column.
public record CostQuery(Scope scope, CostBasis basis) {
    /// The amortised cost of everything.
    public static CostQuery usual() {
        return new CostQuery(Scope.ALL, CostBasis.EFFECTIVE);
    }
}
