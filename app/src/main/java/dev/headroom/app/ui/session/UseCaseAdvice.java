package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.AdviseAssets;
import dev.headroom.app.usecase.AdviseCommitments;
import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.AwsAdvice;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.ConsolidateFleet;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.app.usecase.FleetSchedules;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.RealiseSavings;
import dev.headroom.app.usecase.RightsizeFleet;
import dev.headroom.app.usecase.ScheduleFleet;
import dev.headroom.app.usecase.ScheduleRequest;
import dev.headroom.app.usecase.SizingHindsight;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Advice from the use cases on an open workspace.
final class UseCaseAdvice implements AdviceSession {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final Clock clock;

    UseCaseAdvice(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.clock = clock;
    }

    @Override
    public FleetSchedules schedules(ScheduleRequest request, Progress progress) throws UseCaseException {
        return new ScheduleFleet(workspace, shapes).run(request, progress);
    }

    @Override
    public FindWaste.Found waste(int days, Progress progress) throws UseCaseException {
        return new FindWaste(workspace, clock).run(days, Optional.empty());
    }

    @Override
    public AssetAdvice others(SizingPolicy policy, Progress progress) throws UseCaseException {
        return new AdviseAssets(workspace, clock)
                .run(EnumSet.allOf(AssetKind.class), policy, AdviseAssets.USUAL_SNAPSHOT_DAYS);
    }

    @Override
    public FleetConsolidation consolidation(SizingPolicy policy, int mostServers, Progress progress)
            throws UseCaseException {
        return new ConsolidateFleet(workspace, shapes).run(policy, mostServers, progress);
    }

    @Override
    public PlanActions.Report actions(PlanLimits limits, Progress progress) throws UseCaseException {
        return new PlanActions(workspace, shapes, clock).run(AdviseCommitments.Request.usual(), limits, progress);
    }

    @Override
    public SizingHindsight hindsight(SizingPolicy policy, int days, Progress progress) throws UseCaseException {
        return new RightsizeFleet(workspace, shapes, clock).hindsight(policy, days, progress);
    }

    @Override
    public AwsStatement aws() throws UseCaseException {
        return new AwsAdvice(workspace).statement();
    }

    @Override
    public Decisions decisions() throws UseCaseException {
        return new DecideRecommendation(workspace, clock).current();
    }

    @Override
    public List<RealiseSavings.Realised> realised(Progress progress) throws UseCaseException {
        return new RealiseSavings(workspace, clock).run(progress);
    }
}
