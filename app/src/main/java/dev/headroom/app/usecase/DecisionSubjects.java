package dev.headroom.app.usecase;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.commitment.PurchaseOption;
import dev.headroom.engine.plan.Action;
import dev.headroom.engine.quantity.AverageMonth;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.SavingEstimate;
import dev.headroom.engine.schedule.ScheduleAdvice;
import dev.headroom.engine.waste.JoinedWaste;
import dev.headroom.engine.waste.Waste;
import dev.headroom.engine.waste.WasteKind;
import java.util.Optional;

/// What decisions about schedules, waste, shared machines, commitments, actions and other resources are about.
public final class DecisionSubjects {
    private DecisionSubjects() {}

    /// A server that stays on leaves nothing to decide.
    public static DecisionSubject of(ScheduleAdvice advice) {
        Optional<ScheduleAdvice.Off> off =
                advice instanceof ScheduleAdvice.Off known ? Optional.of(known) : Optional.empty();
        return new DecisionSubject(
                AdviceKind.SCHEDULE,
                advice.server().id(),
                advice.server().name(),
                "",
                off.map(known -> "off " + known.schedule().offHours() + " hours a week"),
                off.flatMap(ScheduleAdvice.Off::saving).map(SavingEstimate::gross),
                off.isPresent() ? "schedule" : "stay on");
    }

    /// @param days how many days the finding was looked for
    public static DecisionSubject of(Waste waste, long days) {
        return new DecisionSubject(
                AdviceKind.WASTE,
                waste.resource(),
                waste.resource(),
                waste.service(),
                Optional.of(waste.kind().words()),
                Optional.of(AverageMonth.ofDays(waste.saving(), days)),
                waste.kind().action());
    }

    /// What nobody uses is decided about as waste, so that one decision holds in both places.
    public static DecisionSubject of(Advice advice) {
        Optional<WasteKind> waste = advice instanceof Advice.Remove remove
                ? Optional.of(JoinedWaste.kind(remove.idleness()))
                : Optional.empty();
        return new DecisionSubject(
                waste.isPresent() ? AdviceKind.WASTE : AdviceKind.RESOURCE,
                advice.asset().id(),
                advice.asset().name(),
                advice.from(),
                waste.map(WasteKind::words).or(advice::target),
                advice.gross(),
                advice.action());
    }

    public static DecisionSubject of(FleetConsolidation.Group group) {
        int machines = group.plan().machines().size();
        return new DecisionSubject(
                AdviceKind.CONSOLIDATION,
                group.place(),
                group.place(),
                group.servers() + " servers",
                Optional.of(machines == 1 ? "1 machine" : machines + " machines"),
                Optional.of(group.saving()),
                "share machines");
    }

    /// An option that buys nothing leaves nothing to decide.
    public static DecisionSubject of(PurchaseOption option) {
        return new DecisionSubject(
                AdviceKind.COMMITMENT,
                id(option),
                option.rate().words() + ", for " + option.pool().words(),
                "",
                option.isNothing() ? Optional.empty() : Optional.of(option.commitmentHour() + " an hour"),
                Optional.of(option.expectedSavingMonth()),
                "commit");
    }

    /// What an option is called by, such as `compute-sp/1y/none/all compute of AWS`.
    static String id(PurchaseOption option) {
        return String.join(
                "/",
                option.rate().kind().code(),
                option.rate().term().code(),
                option.rate().payment().code(),
                option.pool().words());
    }

    public static DecisionSubject of(Action action) {
        return new DecisionSubject(
                AdviceKind.ACTION,
                action.resource(),
                action.resource(),
                action.kind(),
                Optional.of(action.words().isEmpty() ? action.kind() : action.words()),
                Optional.of(action.saving().times(InstanceShape.HOURS_PER_MONTH)),
                action.kind());
    }
}
