package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import java.time.Instant;
import java.util.Optional;

/// Which cost to add up: the part of the bills, the column, and what was known of them when.
///
/// @param knownOn takes the bills as they were known at this time; empty for what holds now
/// @param into converts everything into one currency; empty keeps the currencies apart
public record CostQuery(Scope scope, CostBasis basis, Optional<Instant> knownOn, Optional<InCurrency> into) {
    /// Each currency on its own.
    public CostQuery(Scope scope, CostBasis basis, Optional<Instant> knownOn) {
        this(scope, basis, knownOn, Optional.empty());
    }

    /// What holds now.
    public CostQuery(Scope scope, CostBasis basis) {
        this(scope, basis, Optional.empty());
    }

    /// The amortised cost of everything.
    public static CostQuery usual() {
        return new CostQuery(Scope.ALL, CostBasis.EFFECTIVE);
    }

    public CostQuery asKnownOn(Optional<Instant> at) {
        return new CostQuery(scope, basis, at, into);
    }
}
