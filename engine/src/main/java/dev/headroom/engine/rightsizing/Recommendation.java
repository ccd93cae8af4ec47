package dev.headroom.engine.rightsizing;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What to do with the size of a server. Amounts are list prices of a month of 730 hours, unrounded; what is
/// not known is empty.
public sealed interface Recommendation {
    Server server();

    /// The present type; empty when the inventory or the price list does not know it.
    default Optional<InstanceShape> from() {
        return switch (this) {
            case Keep keep -> Optional.of(keep.shape());
            case Resize resize -> Optional.of(resize.present());
            case Stop stop -> Optional.of(stop.shape());
            case Undecided undecided -> undecided.from();
        };
    }

    /// The type to run on: the present one for [Keep], empty for [Stop] and [Undecided].
    default Optional<InstanceShape> to() {
        return switch (this) {
            case Keep keep -> Optional.of(keep.shape());
            case Resize resize -> Optional.of(resize.chosen());
            case Stop stop -> Optional.empty();
            case Undecided undecided -> Optional.empty();
        };
    }

    /// The saving of doing it; empty for [Keep] and [Undecided].
    default Optional<SavingEstimate> saving() {
        return switch (this) {
            case Keep keep -> Optional.empty();
            case Resize resize -> Optional.of(resize.estimate());
            case Stop stop -> Optional.of(stop.estimate());
            case Undecided undecided -> Optional.empty();
        };
    }

    /// Empty for [Undecided].
    default Optional<Assessment> assessment() {
        return switch (this) {
            case Keep keep -> Optional.of(keep.evidence());
            case Resize resize -> Optional.of(resize.evidence());
            case Stop stop -> Optional.of(stop.evidence());
            case Undecided undecided -> Optional.empty();
        };
    }

    /// The reasoning in words, with numbers.
    default String reason() {
        return switch (this) {
            case Keep keep -> keep.evidence().reason();
            case Resize resize -> resize.evidence().reason();
            case Stop stop -> stop.evidence().reason();
            case Undecided undecided -> undecided.reason();
        };
    }

    /// One word for tables: `keep`, `resize`, `stop` or `undecided`.
    default String action() {
        return switch (this) {
            case Keep keep -> "keep";
            case Resize resize -> "resize";
            case Stop stop -> "stop";
            case Undecided undecided -> "undecided";
        };
    }

    /// What the server costs now.
    default Optional<Money> monthlyCost() {
        return from().flatMap(InstanceShape::onDemandMonth);
    }

    /// What it will cost.
    default Optional<Money> newMonthlyCost() {
        return saving().map(SavingEstimate::newMonth).or(() -> to().flatMap(InstanceShape::onDemandMonth));
    }

    default Optional<Money> monthlySavingGross() {
        return saving().map(SavingEstimate::gross);
    }

    /// The saving that is left after commitments that go on; empty when the cover is not known.
    default Optional<Money> monthlySavingNet() {
        return saving().flatMap(SavingEstimate::net);
    }

    default Optional<SizingRisk> risk() {
        return assessment().map(Assessment::risk);
    }

    /// 0..1; 0 for [Undecided].
    default double confidence() {
        return assessment().map(Assessment::confidence).orElse(0.0);
    }

    default List<Rejection> rejections() {
        return assessment().map(Assessment::rejections).orElse(List.of());
    }

    /// The present type is right.
    record Keep(Server server, InstanceShape shape, Assessment evidence) implements Recommendation {}

    /// Another type is better: a smaller one with a saving, or a bigger one with a negative saving.
    ///
    /// @param shortages the resources of which the present type has too little; empty when it is about saving
    record Resize(
            Server server,
            InstanceShape present,
            InstanceShape chosen,
            List<ResourceKind> shortages,
            SavingEstimate estimate,
            Assessment evidence)
            implements Recommendation {
        public Resize {
            shortages = List.copyOf(shortages);
        }

        public MigrationEffort effort() {
            return MigrationEffort.of(present, chosen);
        }

        /// True when the present type is too small, so that this is about safety and not about saving.
        public boolean relievesShortage() {
            return !shortages.isEmpty();
        }
    }

    /// Nobody uses the server.
    record Stop(Server server, InstanceShape shape, SavingEstimate estimate, Assessment evidence)
            implements Recommendation {}

    /// No recommendation can be given.
    ///
    /// @param from the present type, if it is known
    record Undecided(Server server, Optional<InstanceShape> from, Cause cause, String reason)
            implements Recommendation {
        public Undecided {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /// What stands in the way of a recommendation.
    enum Cause {
        UNKNOWN_TYPE,
        UNKNOWN_PRICE,
        NO_CPU_READINGS,
        SHORT_HISTORY,
        NOTHING_FITS
    }
}
