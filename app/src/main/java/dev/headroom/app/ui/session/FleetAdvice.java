package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.app.usecase.FleetSchedules;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.app.usecase.RealiseSavings;
import dev.headroom.app.usecase.ScheduleRequest;
import dev.headroom.app.usecase.SizingHindsight;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;

/// Where money can be saved beside another size: each kind is worked out when it is first looked at.
/// Everything is under its real names; who shows it asks [FleetModel#namesProperty].
public final class FleetAdvice {
    /// How many servers may share a machine unless told otherwise.
    public static final int MOST_SERVERS = 8;
    /// How far back is looked to see what became of earlier advice.
    public static final int HINDSIGHT_DAYS = 30;

    private static final int MEDIUM_RISK = 2;

    private final Asked<ScheduleRequest, FleetSchedules> schedules;
    private final Asked<Integer, FindWaste.Found> waste;
    private final Asked<SizingPolicy, AssetAdvice> others;
    private final Asked<Sharing, FleetConsolidation> consolidation;
    private final Asked<PlanLimits, PlanActions.Report> actions;
    private final Asked<SizingPolicy, SizingHindsight> hindsight;
    private final Fetched<List<RealiseSavings.Realised>> realised;
    private final Fetched<AwsStatement> aws;

    /// How servers may share machines.
    public record Sharing(SizingPolicy policy, int mostServers) {}

    FleetAdvice(AdviceSession session, BackgroundRunner runner) {
        schedules = new Asked<>("Finding off-hours", runner, ScheduleRequest.usual(), session::schedules);
        waste = new Asked<>("Looking for waste", runner, FindWaste.USUAL_DAYS, session::waste);
        others = new Asked<>("Judging other resources", runner, SizingPolicy.standard(), session::others);
        consolidation = new Asked<>(
                "Placing servers together",
                runner,
                new Sharing(SizingPolicy.standard(), MOST_SERVERS),
                (sharing, progress) -> session.consolidation(sharing.policy(), sharing.mostServers(), progress));
        actions = new Asked<>(
                "Choosing the best set", runner, PlanLimits.none().withRiskGrade(MEDIUM_RISK), session::actions);
        hindsight = new Asked<>(
                "Looking back",
                runner,
                SizingPolicy.standard(),
                (policy, progress) -> session.hindsight(policy, HINDSIGHT_DAYS, progress));
        realised = new Fetched<>("Comparing bills", runner, session::realised);
        aws = new Fetched<>("Reading what AWS says", runner, progress -> session.aws());
    }

    public Asked<ScheduleRequest, FleetSchedules> schedules() {
        return schedules;
    }

    /// By the number of days that are looked at.
    public Asked<Integer, FindWaste.Found> waste() {
        return waste;
    }

    /// What to do about what is no server, by policy.
    public Asked<SizingPolicy, AssetAdvice> others() {
        return others;
    }

    public Asked<Sharing, FleetConsolidation> consolidation() {
        return consolidation;
    }

    public Asked<PlanLimits, PlanActions.Report> actions() {
        return actions;
    }

    /// What became of the advice of [#HINDSIGHT_DAYS] days ago, by policy.
    public Asked<SizingPolicy, SizingHindsight> hindsight() {
        return hindsight;
    }

    public Fetched<List<RealiseSavings.Realised>> realised() {
        return realised;
    }

    /// What AWS itself said at the last pull about sizes and commitments.
    public Fetched<AwsStatement> aws() {
        return aws;
    }
}
