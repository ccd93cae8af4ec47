package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.PoolForecast;
import dev.headroom.engine.plan.ActionPlan;
import dev.headroom.engine.plan.ActionPlanner;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the best set of actions: what the presets of rightsizing recommend for each server, and the
/// commitment that goes with it, under limits. Of what the presets say about a server at most one is done;
/// servers of which people dismissed, snoozed or did one are not looked at, nor is a schedule that they did.
public final class PlanActions {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final Clock clock;

    public PlanActions(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.clock = clock;
    }

    /// What came out.
    ///
    /// @param commitments what the forecast of the usage and the rates rest on
    public record Report(ActionPlan plan, CommitmentReport commitments) {
        /// The actions as what can be decided about: those of the set, then the first that was left out of each other
        /// resource.
        public List<DecisionSubject> subjects() {
            Map<String, DecisionSubject> found = new LinkedHashMap<>();
            Stream.concat(
                            plan.chosen().stream().map(ActionPlan.Chosen::action),
                            plan.left().stream().map(ActionPlan.LeftOut::action))
                    .map(DecisionSubjects::of)
                    .forEach(subject -> found.putIfAbsent(subject.resource(), subject));
            return List.copyOf(found.values());
        }

        /// The result in one sentence.
        public String sentence() {
            String purchase = plan.commitment()
                    .map(bought -> " and a " + bought.rate().words() + " of " + bought.hourly() + " an hour")
                    .orElse("");
            return "%d actions%s save %s over %d days, at most %.2f %% less than any other set"
                    .formatted(plan.chosen().size(), purchase, plan.saving(), plan.days(), plan.gapPercent());
        }
    }

    /// @param request the term and the rates of the commitment
    /// @throws UseCaseException of kind NO_DATA when the workspace holds no servers, no bills, or too few
    ///     days of usage
    public Report run(AdviseCommitments.Request request, PlanLimits limits, Progress progress) throws UseCaseException {
        CandidateActions candidates = new CandidateActions(new DecideRecommendation(workspace, clock).current());
        RightsizeFleet rightsizing = new RightsizeFleet(workspace, shapes, clock, request.knownOn());
        for (SizingPolicy policy : SizingPolicy.presets().values()) {
            candidates.add(rightsizing.run(policy, progress));
        }
        candidates.add(new ScheduleFleet(workspace, shapes).run(ScheduleRequest.usual(), progress));
        CommitmentReport commitments = new AdviseCommitments(workspace).run(request, Optional.empty(), progress);
        PoolForecast forecast = commitments.forecasts().stream()
                .filter(one -> one.pool().isWhole())
                .max(Comparator.comparingDouble(
                        one -> one.usage().meanLeft(request.term().days())))
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3253",
                        "The usage on the bills cannot be forecast, so that no set of actions can be chosen; import"
                                + " at least a month of bills with running hours of machines."));
        List<CommitmentRate> rates = commitments.rates().stream()
                .filter(rate -> rate.fits(forecast.pool()) && rate.term() == request.term())
                .toList();
        progress.report("Choosing the best set", 0, 0);
        ActionPlan plan = new ActionPlanner(
                        forecast.pool(), forecast.usage(), request.term().days(), limits)
                .choose(candidates.actions(), rates);
        return new Report(plan, commitments);
    }
}
