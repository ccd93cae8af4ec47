package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover.FamilyChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The types that a server could move to, checked one by one.
///
/// Looked at are all sizes of the present family, then the families that the provider still recommends, of
/// the same architecture unless the policy takes any, and not of an older generation. Burstable types are
/// looked at only for servers that are burstable already, and only when the average load stays within the
/// credits. The cheapest type that fits wins, with what the change itself costs counted: the commitments that
/// it leaves unused, where they are known, and the effort of the move ([MigrationEffort]).
final class Candidates {
    private final Sizing sizing;
    private final Money presentMonth;
    private final CommitmentCover cover;
    private final List<Checked> checked;

    Candidates(Sizing sizing, Money presentMonth, ShapeCatalog catalog, CommitmentCover cover) {
        this.sizing = sizing;
        this.presentMonth = presentMonth;
        this.cover = cover;
        InstanceShape present = sizing.present();
        Stream<InstanceShape> family = catalog.family(present.family(), present.region()).stream();
        Stream<InstanceShape> others = catalog.in(present.region()).stream()
                .filter(InstanceShape::currentGeneration)
                .filter(shape -> sizing.policy().anyArchitecture()
                        || shape.architecture().equals(present.architecture()))
                .filter(shape -> !shape.family().equals(present.family()))
                .filter(shape -> present.burstable() || !shape.burstable());
        this.checked = Stream.concat(family, others)
                .filter(shape -> !shape.instanceType().equals(present.instanceType()))
                .map(this::check)
                .toList();
    }

    /// The best type that costs less than the present one, and enough less to be worth it.
    Optional<InstanceShape> cheaper() {
        return best(candidate -> saves(candidate)
                && savingPercent(candidate) >= sizing.policy().minimumChangePercent()
                && sizing.tooRisky(candidate.shape()).isEmpty());
    }

    /// The best type for a server that is too small today, at any price.
    Optional<InstanceShape> roomier() {
        return best(candidate -> true);
    }

    /// What speaks against the types that are cheaper than the choice; the same family first, dearest first.
    /// For a move to a bigger type the smaller ones are left out, unless they fit.
    List<Rejection> rejections(InstanceShape chosen) {
        Money chosenMonth = chosen.onDemandMonth().orElse(presentMonth);
        boolean upwards = chosenMonth.compareTo(presentMonth) > 0;
        List<Rejection> rejections = new ArrayList<>();
        checked.stream()
                .filter(candidate -> !candidate.shape().equals(chosen))
                .filter(candidate -> candidate.month().isEmpty()
                        ? sameFamily(candidate)
                        : candidate.month().get().compareTo(chosenMonth) < 0)
                .filter(candidate -> !upwards || candidate.fits() || !saves(candidate))
                .sorted(Comparator.comparing(this::sameFamily)
                        .thenComparing(candidate -> candidate.month().orElse(presentMonth))
                        .reversed())
                .forEach(candidate -> rejections.add(rejection(candidate, chosen, chosenMonth)));
        return rejections;
    }

    private Optional<InstanceShape> best(Predicate<Checked> wanted) {
        return checked.stream()
                .filter(candidate -> candidate.fits() && wanted.test(candidate))
                .min(Comparator.comparing(this::monthWithChange)
                        .thenComparing(candidate -> candidate.month().orElse(presentMonth))
                        .thenComparing(candidate -> !sameFamily(candidate))
                        .thenComparing(candidate -> -candidate.shape().memoryGib())
                        .thenComparing(candidate -> candidate.shape().instanceType()))
                .map(Checked::shape);
    }

    private Checked check(InstanceShape shape) {
        Optional<Money> month =
                shape.onDemandMonth().filter(price -> price.currency().equals(presentMonth.currency()));
        Optional<Rejection> against = older(shape)
                .or(() -> sizing.shortage(shape))
                .or(() -> credits(shape))
                .or(() -> month.isPresent() ? Optional.empty() : Optional.of(unpriced(shape)));
        return new Checked(shape, month, against);
    }

    private Optional<Rejection> older(InstanceShape shape) {
        int present = sizing.present().generation().orElse(0);
        int generation = shape.generation().orElse(0);
        return generation >= present || shape.family().equals(sizing.present().family())
                ? Optional.empty()
                : Optional.of(new Rejection(
                        shape,
                        Rejection.Bottleneck.GENERATION,
                        shape.instanceType() + " is of generation " + generation + ", older than " + present + "."));
    }

    private Optional<Rejection> credits(InstanceShape shape) {
        if (!shape.burstable()) {
            return Optional.empty();
        }
        OptionalDouble baseline = BurstCredits.baselinePercent(shape);
        Optional<UsageStatistics> cpu = sizing.profile().of(ResourceKind.CPU);
        if (baseline.isEmpty() || cpu.isEmpty()) {
            return Optional.of(new Rejection(
                    shape,
                    Rejection.Bottleneck.BURST_CREDITS,
                    "The processor baseline of " + shape.instanceType() + " is not known."));
        }
        double factor = sizing.toPercent(ResourceKind.CPU, shape).orElseThrow();
        int without = BurstCredits.daysWithout(cpu.get().window(), factor, baseline.getAsDouble());
        return without == 0
                ? Optional.empty()
                : Optional.of(new Rejection(
                        shape,
                        Rejection.Bottleneck.BURST_CREDITS,
                        shape.instanceType() + " would average "
                                + Words.percent(cpu.get().mean() * factor)
                                + " CPU at a baseline of " + Words.percent(baseline.getAsDouble())
                                + " and run out of credits on " + Words.count(without) + " of "
                                + Words.count(Math.max(1, Math.round(cpu.get().days()))) + " days."));
    }

    private static Rejection unpriced(InstanceShape shape) {
        return new Rejection(
                shape, Rejection.Bottleneck.PRICE, "The price of " + shape.instanceType() + " is not known.");
    }

    private boolean sameFamily(Checked candidate) {
        return candidate.shape().family().equals(sizing.present().family());
    }

    private Money monthWithChange(Checked candidate) {
        Money month = candidate.month().orElse(presentMonth);
        Money price = month.plus(unused(candidate));
        return price.plus(effortCost(candidate));
    }

    private Money effortCost(Checked candidate) {
        double percent = MigrationEffort.of(sizing.present(), candidate.shape()).percent();
        return presentMonth.times(BigDecimal.valueOf(percent / 100));
    }

    /// The commitment cost that the move leaves unused; zero where it is not known.
    private Money unused(Checked candidate) {
        FamilyChange change = sameFamily(candidate) ? FamilyChange.SAME_FAMILY : FamilyChange.OTHER_FAMILY;
        return cover.stranded(presentMonth, candidate.month().orElse(presentMonth), change)
                .orElse(Money.zero(presentMonth.currency()));
    }

    private boolean saves(Checked candidate) {
        return candidate
                .month()
                .filter(price -> price.compareTo(presentMonth) < 0)
                .isPresent();
    }

    private double savingPercent(Checked candidate) {
        return candidate
                .month()
                .map(price -> new SavingEstimate(presentMonth, price, Optional.empty()).grossPercent())
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private Rejection rejection(Checked candidate, InstanceShape chosen, Money chosenMonth) {
        if (candidate.against().isPresent()) {
            return candidate.against().get();
        }
        if (saves(candidate)) {
            Optional<Rejection> risky = sizing.tooRisky(candidate.shape());
            if (risky.isPresent()) {
                return risky.get();
            }
        }
        String type = candidate.shape().instanceType();
        String less = Words.money(chosenMonth.minus(candidate.month().orElse(chosenMonth))) + " a month less than "
                + chosen.instanceType();
        return chosen.equals(sizing.present())
                ? new Rejection(
                        candidate.shape(),
                        Rejection.Bottleneck.PRICE,
                        type + " fits and costs " + less + ", but " + Words.percent(savingPercent(candidate))
                                + " is below the minimum change of "
                                + Words.percent(sizing.policy().minimumChangePercent()) + ".")
                : new Rejection(
                        candidate.shape(),
                        Rejection.Bottleneck.FAMILY_CHANGE,
                        type + " fits and costs " + less
                                + ", which does not outweigh moving to "
                                + MigrationEffort.of(sizing.present(), candidate.shape())
                                        .because() + " (effort "
                                + Words.money(effortCost(candidate)) + unusedWords(candidate) + ").");
    }

    private String unusedWords(Checked candidate) {
        Money unused = unused(candidate);
        return unused.amount().signum() == 0 ? "" : ", unused commitments " + Words.money(unused);
    }

    /// @param month its monthly price, if known in the currency of the present type
    /// @param against what speaks against it; empty when it fits
    private record Checked(InstanceShape shape, Optional<Money> month, Optional<Rejection> against) {
        boolean fits() {
            return against.isEmpty();
        }
    }
}
