package dev.headroom.engine.asset;

import dev.headroom.engine.asset.Evidence.Refusal;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Something that an asset could become.
///
/// @param to in words
/// @param saving empty when its price is not known
/// @param against what speaks against it whatever it costs, one sentence; empty when it fits
/// @param why what else is to be said when it is chosen; may be empty
record Candidate(
        String to,
        Optional<MonthlySaving> saving,
        MigrationEffort effort,
        String effortWords,
        AssetRisk risk,
        Optional<String> against,
        String why) {

    /// The candidate with the lowest cost, with the effort of the change counted as in [MigrationEffort].
    ///
    /// @param atAnyPrice true when what there is now is too small
    static Optional<Candidate> best(List<Candidate> candidates, SizingPolicy policy, boolean atAnyPrice) {
        return candidates.stream()
                .filter(candidate -> candidate.against.isEmpty() && candidate.saving.isPresent())
                .filter(candidate -> atAnyPrice
                        || candidate.tooLittle(policy).isEmpty()
                                && candidate.tooRisky(policy).isEmpty())
                .min(Comparator.comparing(Candidate::monthWithEffort)
                        .thenComparingInt(candidate -> candidate.risk.maximum())
                        .thenComparing(Candidate::to));
    }

    /// What speaks against each of the others that cost less than the choice, or ask for less effort, dearest
    /// first.
    ///
    /// @param chosen empty when nothing is changed
    static List<Refusal> refused(List<Candidate> candidates, Optional<Candidate> chosen, SizingPolicy policy) {
        return candidates.stream()
                .filter(candidate -> chosen.isEmpty() || !candidate.to.equals(chosen.get().to))
                .filter(candidate -> candidate.saving.isEmpty()
                        || candidate.savesMoreThan(chosen)
                        || candidate.isEasierThan(chosen, policy))
                .sorted(Comparator.comparing(candidate ->
                        candidate.saving.map(saving -> saving.gross().amount()).orElse(BigDecimal.ZERO)))
                .map(candidate -> new Refusal(candidate.to, candidate.refusal(chosen, policy)))
                .toList();
    }

    private boolean savesMoreThan(Optional<Candidate> chosen) {
        BigDecimal other = chosen.flatMap(Candidate::saving)
                .map(saving -> saving.gross().amount())
                .orElse(BigDecimal.ZERO);
        return saving.map(own -> own.gross().amount().compareTo(other) > 0).orElse(false);
    }

    /// True for what would do with less effort, and saves enough.
    private boolean isEasierThan(Optional<Candidate> chosen, SizingPolicy policy) {
        return against.isEmpty()
                && tooLittle(policy).isEmpty()
                && tooRisky(policy).isEmpty()
                && chosen.filter(other -> effort.compareTo(other.effort) < 0).isPresent();
    }

    private String refusal(Optional<Candidate> chosen, SizingPolicy policy) {
        if (saving.isEmpty()) {
            return against.orElse("Its price is not known.");
        }
        return against.or(() -> tooRisky(policy))
                .or(() -> tooLittle(policy))
                .orElseGet(() -> savesMoreThan(chosen)
                        ? "It fits, but what it saves beyond "
                                + chosen.map(Candidate::to).orElse("the present") + " does not outweigh the effort ("
                                + effortWords + ")."
                        : "It fits with less effort (" + effortWords + ") and saves "
                                + Words.money(saving.get().gross()) + " a month.");
    }

    private Optional<String> tooLittle(SizingPolicy policy) {
        double percent = saving.map(MonthlySaving::grossPercent).orElse(0.0);
        return percent >= policy.minimumChangePercent() && percent > 0
                ? Optional.empty()
                : Optional.of("It saves " + Words.percent(percent) + ", and "
                        + Words.percent(policy.minimumChangePercent()) + " are worth a change.");
    }

    private Optional<String> tooRisky(SizingPolicy policy) {
        return risk.level().compareTo(policy.maximumRisk()) <= 0
                ? Optional.empty()
                : Optional.of("It fits at " + risk.level().words() + " risk (" + risk.words()
                        + "); the policy takes at most " + policy.maximumRisk().words() + " risk.");
    }

    private BigDecimal monthWithEffort() {
        MonthlySaving known = saving.orElseThrow();
        Money effortCost = known.currentMonth().times(BigDecimal.valueOf(effort.percent() / 100));
        return known.newMonth().plus(effortCost).amount();
    }
}
