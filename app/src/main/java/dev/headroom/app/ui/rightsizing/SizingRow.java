package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingRisk;
import dev.headroom.engine.rightsizing.Standing;
import dev.headroom.engine.rightsizing.UsageChange;
import java.util.Optional;

/// One recommendation as a line of the table.
///
/// @param standing what was decided about it
public record SizingRow(Recommendation recommendation, Standing standing) implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubject.of(recommendation);
    }

    public String server() {
        return recommendation.server().name();
    }

    public String id() {
        return recommendation.server().id();
    }

    public String from() {
        return recommendation.from().map(InstanceShape::instanceType).orElse("unknown");
    }

    public String to() {
        return switch (recommendation) {
            case Recommendation.Keep keep -> "keep";
            case Recommendation.Stop stop -> "stop";
            case Recommendation.Undecided undecided -> Formats.UNKNOWN;
            case Recommendation.Resize resize ->
                resize.to().map(InstanceShape::instanceType).orElse(Formats.UNKNOWN);
        };
    }

    /// The p95 of the processor before the change in percent; NaN when it is not measured.
    public double before() {
        return cpu().map(UsageChange::p95BeforePercent).orElse(Double.NaN);
    }

    /// The same load on the recommended type.
    public double after() {
        return recommendation instanceof Recommendation.Stop
                ? Double.NaN
                : cpu().map(UsageChange::p95AfterPercent).orElse(Double.NaN);
    }

    private Optional<UsageChange> cpu() {
        return recommendation.assessment().stream()
                .flatMap(assessment -> assessment.usage().stream())
                .filter(change -> change.kind() == ResourceKind.CPU)
                .findFirst();
    }

    /// The gross saving a month; a negative one is extra cost.
    public Optional<Money> gross() {
        return recommendation.monthlySavingGross();
    }

    /// The saving that is left after commitments that go on; empty when they are not known.
    public Optional<Money> net() {
        return recommendation.monthlySavingNet();
    }

    public double netOrder() {
        return net().map(money -> money.amount().doubleValue()).orElse(Double.NEGATIVE_INFINITY);
    }

    public double grossOrder() {
        return gross().map(money -> money.amount().doubleValue()).orElse(Double.NEGATIVE_INFINITY);
    }

    public Optional<SizingRisk.Level> risk() {
        return recommendation.risk().map(SizingRisk::level);
    }

    public int riskOrder() {
        return recommendation.risk().map(SizingRisk::maximum).orElse(-1);
    }

    public Tone tone() {
        return risk().map(level -> switch (level) {
                    case LOW -> Tone.GOOD;
                    case MEDIUM -> Tone.WATCH;
                    case HIGH -> Tone.BAD;
                })
                .orElse(Tone.NEUTRAL);
    }

    public double confidence() {
        return recommendation.confidence();
    }

    /// One word: how much work the move is; a stop is the least.
    public String effort() {
        return switch (recommendation) {
            case Recommendation.Resize resize -> resize.effort().words();
            case Recommendation.Stop stop -> "least";
            case Recommendation.Keep keep -> Formats.UNKNOWN;
            case Recommendation.Undecided undecided -> Formats.UNKNOWN;
        };
    }

    /// What changes for the software that runs there, such as `Another family; needs a restart`.
    public Optional<String> effortWords() {
        return switch (recommendation) {
            case Recommendation.Resize resize ->
                Optional.of(Words.capital(resize.effort().because()) + "; needs a restart");
            case Recommendation.Stop stop -> Optional.of("Switched off; nothing is changed");
            case Recommendation.Keep keep -> Optional.empty();
            case Recommendation.Undecided undecided -> Optional.empty();
        };
    }

    /// The least effort first.
    public int effortOrder() {
        return switch (recommendation) {
            case Recommendation.Resize resize -> 1 + resize.effort().ordinal();
            case Recommendation.Stop stop -> 0;
            case Recommendation.Keep keep -> Integer.MAX_VALUE;
            case Recommendation.Undecided undecided -> Integer.MAX_VALUE;
        };
    }
}
