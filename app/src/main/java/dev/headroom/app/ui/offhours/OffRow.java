package dev.headroom.app.ui.offhours;

import dev.headroom.app.ui.decision.Decidable;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.SavingEstimate;
import dev.headroom.engine.rightsizing.Standing;
import dev.headroom.engine.schedule.ScheduleAdvice;
import java.util.Optional;

/// What is advised about one server, as a line of the table.
///
/// @param standing what was decided about it
/// @param name under which it is shown
public record OffRow(ScheduleAdvice advice, String name, Standing standing) implements Decidable {
    @Override
    public DecisionSubject about() {
        return DecisionSubjects.of(advice);
    }

    public String id() {
        return advice.server().id();
    }

    public String environment() {
        return advice.server().environment().isBlank()
                ? Formats.UNKNOWN
                : advice.server().environment();
    }

    /// The advice to switch it off; empty when it stays on.
    public Optional<ScheduleAdvice.Off> off() {
        return advice instanceof ScheduleAdvice.Off off ? Optional.of(off) : Optional.empty();
    }

    /// Hours off a week; 0 when it stays on.
    public int hours() {
        return off().map(off -> off.schedule().offHours()).orElse(0);
    }

    public Optional<Money> gross() {
        return off().flatMap(ScheduleAdvice.Off::saving).map(SavingEstimate::gross);
    }

    /// What is left of it after commitments that go on.
    public Optional<Money> net() {
        return off().flatMap(ScheduleAdvice.Off::saving).flatMap(SavingEstimate::net);
    }

    /// NaN when the price is not known.
    public double grossOrder() {
        return gross().map(money -> money.amount().doubleValue()).orElse(Double.NaN);
    }

    /// 0..1; NaN when it stays on.
    public double confidence() {
        return off().map(ScheduleAdvice.Off::confidence).orElse(Double.NaN);
    }

    /// When it is off, or why it stays on.
    public String when() {
        return switch (advice) {
            case ScheduleAdvice.Off off -> off.schedule().words();
            case ScheduleAdvice.On on ->
                switch (on.cause()) {
                    case PRODUCTION -> "Of production";
                    case NO_READINGS -> "No hourly readings";
                    case SHORT_HISTORY -> "Too few weeks";
                    case ALWAYS_QUIET -> "Never used: stop it";
                    case NO_PATTERN -> "No regular hours";
                };
        };
    }
}
