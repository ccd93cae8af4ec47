package dev.headroom.app.ui.session;

import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.app.usecase.FleetSchedules;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.RealiseSavings;
import dev.headroom.app.usecase.ScheduleRequest;
import dev.headroom.app.usecase.SizingHindsight;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;

/// Where money can be saved beside another size, as the window asks for it. Every method may take long and is
/// called away from the window's thread.
public interface AdviceSession {
    /// The hours of the week in which servers can be off.
    FleetSchedules schedules(ScheduleRequest request, Progress progress) throws UseCaseException;

    /// What is paid for and not used.
    ///
    /// @param days how many of the last days on the bills
    FindWaste.Found waste(int days, Progress progress) throws UseCaseException;

    /// What to do about volumes, databases, functions and what else is no server.
    AssetAdvice others(SizingPolicy policy, Progress progress) throws UseCaseException;

    /// Which underused servers are alike, and on how few machines they would fit.
    ///
    /// @param mostServers on one machine
    FleetConsolidation consolidation(SizingPolicy policy, int mostServers, Progress progress) throws UseCaseException;

    /// Which actions together save most under limits.
    PlanActions.Report actions(PlanLimits limits, Progress progress) throws UseCaseException;

    /// What became of the recommendations that were possible so many days ago.
    SizingHindsight hindsight(SizingPolicy policy, int days, Progress progress) throws UseCaseException;

    /// What AWS itself said at the last pull about sizes and commitments.
    AwsStatement aws() throws UseCaseException;

    /// What was decided so far.
    Decisions decisions() throws UseCaseException;

    /// What the changes that were made really saved.
    List<RealiseSavings.Realised> realised(Progress progress) throws UseCaseException;
}
