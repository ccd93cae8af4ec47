package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetAdvice;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.usecase.RealiseSavings;
import dev.headroom.app.usecase.SizingHindsight;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.RealisedSaving;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Replay;
import dev.headroom.engine.rightsizing.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What the past says about a recommendation: whether the move would have held, had it been made some weeks ago, and
/// what a change that was made really saved.
public final class SizingPast {
    private final FleetModel fleet;
    private final Formats formats;
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();

    SizingPast(FleetModel fleet, Formats formats) {
        this.fleet = fleet;
        this.formats = formats;
        fleet.advice().hindsight().property().addListener((source, before, now) -> change());
        fleet.advice().realised().property().addListener((source, before, now) -> change());
        fleet.policyProperty().addListener((source, before, now) -> {
            if (asked()) {
                lookBack();
            }
        });
    }

    private void change() {
        changed.set(changed.get() + 1);
    }

    /// Counts up each time something new is known.
    public ReadOnlyIntegerProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// Recommends as it was possible then, under the policy of the panel.
    public void lookBack() {
        fleet.advice().hindsight().ask(fleet.policyProperty().get());
        fleet.advice().hindsight().want();
        change();
    }

    private boolean asked() {
        return fleet.advice().hindsight().isWanted();
    }

    /// Whether there is a move to look back at and nobody did yet.
    public boolean canLookBack(SizingRow row) {
        return !asked() && row.recommendation() instanceof Recommendation.Resize;
    }

    /// Such as `Had you moved 30 days ago?`.
    public String question() {
        return "Had you moved " + FleetAdvice.HINDSIGHT_DAYS + " days ago?";
    }

    /// What would have become of the move; empty until it was looked back, and for what is no move.
    public Optional<String> hindsight(SizingRow row) {
        if (!asked() || !(row.recommendation() instanceof Recommendation.Resize)) {
            return Optional.empty();
        }
        String question = question() + " ";
        return Optional.of(question
                + switch (fleet.advice().hindsight().property().get()) {
                    case Loaded.Waiting<SizingHindsight> waiting -> "Looking back …";
                    case Loaded.Failed<SizingHindsight>(var failure) -> failure.message();
                    case Loaded.Known<SizingHindsight>(SizingHindsight known) -> words(row, known);
                });
    }

    private String words(SizingRow row, SizingHindsight known) {
        return known.moves().stream()
                .filter(move -> move.resize().server().id().equals(row.id()))
                .findFirst()
                .map(this::words)
                .orElse("No move was recommended then.");
    }

    private String words(SizingHindsight.Move move) {
        String to = move.resize().chosen().instanceType();
        Optional<Replay> worst = move.worst();
        if (worst.isEmpty()) {
            return to + " was recommended; nothing was observed since.";
        }
        Replay replay = worst.get();
        return "%s was recommended; its %s would have reached %s since then under a limit of %s, %s."
                .formatted(
                        to,
                        replay.kind().label(),
                        formats.percent(replay.highestAfterPercent(), 0),
                        formats.percent(replay.ceilingPercent(), 0),
                        replay.daysAbove() == 0
                                ? "no day above"
                                : replay.daysAbove() + (replay.daysAbove() == 1 ? " day above" : " days above"));
    }

    /// What the change really saved, for what was accepted or done; empty while that is not known.
    public Optional<String> realised(SizingRow row) {
        if (row.status() != Standing.Status.DONE && row.status() != Standing.Status.ACCEPTED) {
            return Optional.empty();
        }
        fleet.advice().realised().want();
        return fleet.advice().realised().property().get().known().stream()
                .flatMap(known -> known.stream())
                .filter(one -> one.event().resource().equals(row.id()))
                .findFirst()
                .map(this::words);
    }

    private String words(RealiseSavings.Realised realised) {
        String since = "Since " + formats.dayYear(realised.changed()) + ": ";
        Optional<RealisedSaving> saving = realised.net().or(realised::gross);
        if (saving.isEmpty() || realised.currency().isEmpty()) {
            return since + "the saving is not known, " + realised.note() + ".";
        }
        String currency = realised.currency().get().value();
        RealisedSaving known = saving.get();
        String expected = realised.event()
                .saving()
                .map(month -> ", " + formats.money(expected(month, known.days()), 0) + " were expected")
                .orElse("");
        return since
                + "saved %s in %d days (80\u00a0%%: %s to %s)%s."
                        .formatted(
                                formats.money(known.saving(), currency, 0),
                                known.days(),
                                formats.money(known.low80(), currency, 0),
                                formats.money(known.high80(), currency, 0),
                                expected);
    }

    private static Money expected(Money month, int days) {
        return month.times(BigDecimal.valueOf(12L * days).divide(BigDecimal.valueOf(365), MathContext.DECIMAL64));
    }
}
