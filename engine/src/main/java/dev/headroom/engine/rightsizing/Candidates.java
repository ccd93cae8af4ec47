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
/// the same architecture and not of an older generation. Burstable types are looked at only for servers that
/// are burstable already, and only when the average load stays within the credits. The cheapest type that
/// fits wins, with what the change itself costs counted: the commitments that it leaves unused, where they are
/// known, and for a type of another family an effort of [#MIGRATION_EFFORT_PERCENT] of the present cost.
final class Candidates {
    /// What testing and moving to another family is taken to cost, in percent of the present monthly cost. Our
    /// own figure, as large as the usual smallest saving that is worth a change at all.
    static final double MIGRATION_EFFORT_PERCENT = 10;

    private final Sizing sizing;
    private final Money presentMonth;
    private final Money migrationEffort;
    private final CommitmentCover cover;
    private final List<Checked> checked;

    Candidates(Sizing sizing, Money presentMonth, ShapeCatalog catalog, CommitmentCover cover) {
        this.sizing = sizing;
        this.presentMonth = presentMonth;
        this.migrationEffort = presentMonth.times(BigDecimal.valueOf(MIGRATION_EFFORT_PERCENT / 100));
        this.cover = cover;
        InstanceShape present = sizing.present();
        Stream<InstanceShape> family = catalog.family(present.family(), present.region()).stream();
        Stream<InstanceShape> others = catalog.currentGeneration(present.architecture(), present.region()).stream()
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
        double average = sizing.profile()
                .of(ResourceKind.CPU)
                .map(cpu ->
                        cpu.mean() * sizing.toPercent(ResourceKind.CPU, shape).orElseThrow())
                .orElse(Double.NaN);
        if (baseline.isPresent() && average <= baseline.getAsDouble()) {
            return Optional.empty();
        }
        String limit = baseline.isPresent()
                ? "more than its baseline of " + Words.percent(baseline.getAsDouble())
                : "and its baseline is not known";
        return Optional.of(new Rejection(
                shape,
                Rejection.Bottleneck.BURST_CREDITS,
                shape.instanceType() + " would average " + Words.percent(average) + " CPU, " + limit + "."));
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
        return sameFamily(candidate) ? price : price.plus(migrationEffort);
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
                                + ", which does not outweigh moving to another family (effort "
                                + Words.money(migrationEffort) + unusedWords(candidate) + ").");
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
