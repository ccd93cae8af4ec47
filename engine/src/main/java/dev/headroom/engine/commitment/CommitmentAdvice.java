package dev.headroom.engine.commitment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What to buy for the usage of one provider in one currency.
///
/// @param whole the pool of all compute
/// @param options every option with its verdict, the recommended one first
/// @param frontier sizes of the options for all compute, by bad case
/// @param ladder the recommended option in parts; empty when nothing is recommended
/// @param orders the recommended option with rightsizing; empty when nothing is recommended or to be
///     rightsized
public record CommitmentAdvice(
        UsagePool whole,
        List<PurchaseOption> options,
        List<FrontierPoint> frontier,
        Optional<Ladder> ladder,
        Optional<OrderComparison> orders) {
    public CommitmentAdvice {
        Objects.requireNonNull(whole, "whole");
        options = List.copyOf(options);
        frontier = List.copyOf(frontier);
    }

    public Optional<PurchaseOption> recommended() {
        return options.stream()
                .filter(option -> option.verdict() == Verdict.RECOMMENDED)
                .findFirst();
    }
}
