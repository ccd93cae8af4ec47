package dev.headroom.engine.cost;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A difference of two amounts, divided into what explains it. The steps add up to the difference to the last
/// decimal; what nothing explains is a step of its own.
///
/// @param difference billed minus invoiced
/// @param steps in the order of [BridgePart], each part once, none of 0
public record VarianceBridge(BigDecimal difference, List<Step> steps) {
    public VarianceBridge {
        steps = List.copyOf(steps);
        BigDecimal sum = steps.stream().map(Step::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(difference) != 0) {
            throw new IllegalArgumentException(
                    "steps (" + sum + ") must add up to the difference (" + difference + ").");
        }
    }

    /// How sure it is that a step is what it is called. The later one is the less sure.
    public enum Certainty {
        /// The amounts agree to rounding with this part left out or added.
        EXACT,
        /// This part, left out or added, takes away at least nine tenths of the difference.
        LIKELY,
        /// Not an amount of the bill: extrapolated.
        ESTIMATED,
        /// Nothing speaks for anything.
        UNKNOWN
    }

    /// @param amount signed as the difference
    public record Step(BridgePart part, BigDecimal amount, Certainty certainty) {
        public Step {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(certainty, "certainty");
        }
    }

    /// A bridge from steps that add up; steps of the same part become one, which is as sure as the least sure.
    static VarianceBridge of(Collection<Step> steps) {
        Map<BridgePart, Step> merged = new EnumMap<>(BridgePart.class);
        for (Step step : steps) {
            merged.merge(
                    step.part(),
                    step,
                    (one, other) -> new Step(
                            one.part(),
                            one.amount().add(other.amount()),
                            one.certainty().compareTo(other.certainty()) < 0 ? other.certainty() : one.certainty()));
        }
        List<Step> kept = merged.values().stream()
                .filter(step -> step.amount().signum() != 0)
                .toList();
        return new VarianceBridge(kept.stream().map(Step::amount).reduce(BigDecimal.ZERO, BigDecimal::add), kept);
    }

    /// The bridge of the sum of the differences.
    static VarianceBridge sum(Collection<VarianceBridge> bridges) {
        return of(bridges.stream().flatMap(bridge -> bridge.steps().stream()).toList());
    }
}
