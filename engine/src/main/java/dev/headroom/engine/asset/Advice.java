package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.quantity.Money;
import java.util.Objects;
import java.util.Optional;

/// What to do with an asset. Amounts are list prices of a month of 730 hours, unrounded; what is not known is
/// empty.
public sealed interface Advice {
    Asset asset();

    /// What it is now, in words, such as `gp2 500 GiB`.
    String from();

    /// The reasoning in words, with numbers, window and statistic.
    String reason();

    /// What it costs now.
    default Optional<Money> month() {
        return switch (this) {
            case Keep keep -> keep.cost();
            case Change change -> Optional.of(change.saving().currentMonth());
            case Remove remove -> remove.cost();
            case Undecided _ -> Optional.empty();
        };
    }

    /// What it shall be, in words; empty for all but [Change].
    default Optional<String> target() {
        return switch (this) {
            case Change change -> Optional.of(change.to());
            case Keep _, Remove _, Undecided _ -> Optional.empty();
        };
    }

    /// What is saved each month; empty for [Keep] and [Undecided], and where the price is not known.
    default Optional<Money> gross() {
        return switch (this) {
            case Change change -> Optional.of(change.saving().gross());
            case Remove remove -> remove.cost();
            case Keep _, Undecided _ -> Optional.empty();
        };
    }

    /// Empty for [Undecided].
    default Optional<Evidence> proof() {
        return switch (this) {
            case Keep keep -> Optional.of(keep.evidence());
            case Change change -> Optional.of(change.evidence());
            case Remove remove -> Optional.of(remove.evidence());
            case Undecided _ -> Optional.empty();
        };
    }

    /// One word for tables: `keep`, `change`, `delete` or `undecided`.
    default String action() {
        return switch (this) {
            case Keep _ -> "keep";
            case Change _ -> "change";
            case Remove _ -> "delete";
            case Undecided _ -> "undecided";
        };
    }

    /// It is right as it is.
    ///
    /// @param cost empty when its price is not known
    record Keep(Asset asset, String from, Optional<Money> cost, Evidence evidence, String reason) implements Advice {}

    /// Another type, class or size is better: a cheaper one, or a larger one at extra cost.
    ///
    /// @param relievesShortage true when what it has is too little, so that this is about safety and not
    ///     about saving
    record Change(
            Asset asset,
            String from,
            String to,
            MonthlySaving saving,
            boolean relievesShortage,
            Evidence evidence,
            String reason)
            implements Advice {}

    /// Nobody uses it.
    ///
    /// @param idleness what was found
    /// @param cost empty when its price is not known
    record Remove(Asset asset, String from, Idleness idleness, Optional<Money> cost, Evidence evidence, String reason)
            implements Advice {
        public Remove {
            Objects.requireNonNull(idleness, "idleness");
        }
    }

    /// No advice can be given; the reason says what is missing.
    record Undecided(Asset asset, String from, String reason) implements Advice {}
}
