package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Rightsizer;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recommends an instance type for every server of a workspace.
public final class RightsizeFleet {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final DecideRecommendation decisions;
    private final Optional<Instant> knownOn;
    private List<Input> inputs = List.of();

    /// @param clock tells the day that ends a snooze
    public RightsizeFleet(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock) {
        this(workspace, shapes, clock, Optional.empty());
    }

    /// @param knownOn takes commitments from the bills as they were known at this time; empty for now. Usage is kept
    ///     without versions and is as it is now
    public RightsizeFleet(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock, Optional<Instant> knownOn) {
        this.knownOn = knownOn;
        this.workspace = workspace;
        this.shapes = shapes;
        this.decisions = new DecideRecommendation(workspace, clock);
    }

    /// With the standard policy.
    public FleetRightsizing run(Progress progress) throws UseCaseException {
        return run(SizingPolicy.standard(), progress);
    }

    /// Usage is read once and kept, so that another policy is tried without reading again.
    public FleetRightsizing run(SizingPolicy policy, Progress progress) throws UseCaseException {
        if (inputs.isEmpty()) {
            inputs = read();
        }
        List<Recommendation> recommendations = new ArrayList<>();
        Parallel.forEach(
                inputs,
                input -> Rightsizer.recommend(input.server(), input.usage(), shapes, policy, input.cover()),
                recommendations::add,
                "Rightsizing",
                progress);
        return FleetRightsizing.of(policy, Shapes.priceDate(), recommendations, decisions.current());
    }

    private record Input(Server server, Map<ResourceKind, TimeSeries> usage, CommitmentCover cover) {}

    private List<Input> read() throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            Map<String, CommitmentCover> covers = CommitmentCovers.byResource(workspace, knownOn);
            List<Input> result = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Map<ResourceKind, TimeSeries> usage = new EnumMap<>(ResourceKind.class);
                for (ResourceKind kind : ResourceKind.values()) {
                    // The sizing cuts the history itself, and says so in its reasons.
                    fleet.whole(entry.server().id(), kind, Statistic.P95)
                            .ifPresent(daily -> usage.put(kind, daily.series()));
                }
                result.add(new Input(
                        entry.server(),
                        usage,
                        covers.getOrDefault(entry.server().id(), CommitmentCover.unknown())));
            }
            if (result.isEmpty()) {
                throw new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3004",
                        "The workspace holds no servers; import an inventory and utilization first.");
            }
            return result;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
