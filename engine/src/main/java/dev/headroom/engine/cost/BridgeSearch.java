package dev.headroom.engine.cost;

import dev.headroom.engine.cost.VarianceBridge.Certainty;
import dev.headroom.engine.cost.VarianceBridge.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds which parts of a bill make it differ from an invoice.
///
/// An invoice is a number; whether it holds tax or a credit is not written on it. A part of the bill explains a
/// difference when the amounts agree without it. All sets of parts are tried: the smallest set that leaves no more
/// than rounding is exact; failing that, the smallest set that leaves at most a tenth of the difference is likely.
/// Missing days are an estimate and are only tried when the bill is lower than the invoice. What is left over is
/// unexplained; nothing is made to fit.
final class BridgeSearch {
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private final BigDecimal difference;
    private final BigDecimal rounding;
    private final List<Step> candidates;

    /// @param rounding the most that rounding of the invoice can make
    /// @param candidates parts of the bill and estimates, with the amount that each would explain, none of 0
    BridgeSearch(BigDecimal difference, BigDecimal rounding, List<Step> candidates) {
        this.difference = difference;
        this.rounding = rounding;
        this.candidates = List.copyOf(candidates);
    }

    VarianceBridge run() {
        if (difference.signum() == 0) {
            return VarianceBridge.of(List.of());
        }
        Optional<List<Step>> exact = smallest(rounding, Certainty.EXACT);
        if (exact.isPresent()) {
            return bridge(exact.get(), BridgePart.ROUNDING, Certainty.EXACT);
        }
        Optional<List<Step>> likely = smallest(difference.abs().multiply(TENTH), Certainty.ESTIMATED);
        if (likely.isPresent()) {
            return bridge(
                    likely.get().stream().map(BridgeSearch::likely).toList(),
                    BridgePart.UNEXPLAINED,
                    Certainty.UNKNOWN);
        }
        List<Step> estimates = candidates.stream()
                .filter(step -> step.certainty() == Certainty.ESTIMATED
                        && step.amount().abs().compareTo(difference.abs()) < 0)
                .toList();
        return bridge(estimates, BridgePart.UNEXPLAINED, Certainty.UNKNOWN);
    }

    private static Step likely(Step step) {
        return step.certainty() == Certainty.EXACT ? new Step(step.part(), step.amount(), Certainty.LIKELY) : step;
    }

    private VarianceBridge bridge(List<Step> steps, BridgePart rest, Certainty certainty) {
        BigDecimal left = difference.subtract(sum(steps));
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(rest, left, certainty));
        return VarianceBridge.of(all);
    }

    /// The smallest set that leaves at most `most`, among equals the one that leaves least.
    ///
    /// @param worst the least sure candidate to take
    private Optional<List<Step>> smallest(BigDecimal most, Certainty worst) {
        List<Step> usable = candidates.stream()
                .filter(step -> step.certainty().compareTo(worst) <= 0)
                .toList();
        Optional<List<Step>> best = Optional.empty();
        for (int set = 0; set < 1 << usable.size(); set++) {
            List<Step> tried = new ArrayList<>();
            for (int i = 0; i < usable.size(); i++) {
                if ((set >> i & 1) == 1) {
                    tried.add(usable.get(i));
                }
            }
            boolean fits = left(tried).compareTo(most) <= 0;
            if (fits && best.map(other -> isBetter(tried, other)).orElse(true)) {
                best = Optional.of(tried);
            }
        }
        return best;
    }

    private boolean isBetter(List<Step> one, List<Step> other) {
        return one.size() < other.size()
                || one.size() == other.size() && left(one).compareTo(left(other)) < 0;
    }

    private BigDecimal left(List<Step> steps) {
        return difference.subtract(sum(steps)).abs();
    }

    private static BigDecimal sum(List<Step> steps) {
        return steps.stream().map(Step::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
