package dev.headroom.app.usecase;

import dev.headroom.engine.explore.SeriesFigures;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one resource of all servers, to browse them and to compare their archetypes.
public final class ExploreFleet {
    /// How many of the last days are kept of each server.
    static final int RECENT_DAYS = 366;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public ExploreFleet(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @throws UseCaseException of kind CANCELLED when the user asked to stop
    public FleetExploration run(ResourceKind kind, Progress progress) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<ListServers.Entry> entries = new ListServers(workspace).run();
            List<FleetExploration.Member> members = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                if (progress.cancelled()) {
                    throw new UseCaseException(UseCaseException.Kind.CANCELLED, "HR-3001", "Stopped.");
                }
                ListServers.Entry entry = entries.get(i);
                Optional<FleetSeries.Daily> days =
                        ExploreSeries.days(fleet, entry.server().id(), kind);
                days.filter(known -> known.series().missing() < known.series().length())
                        .ifPresent(known -> members.add(new FleetExploration.Member(
                                entry.server(),
                                known.unit(),
                                recent(known.series()),
                                SeriesFigures.of(known.series()))));
                progress.report("Reading the series", i + 1L, entries.size());
            }
            return new FleetExploration(kind, members);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static TimeSeries recent(TimeSeries days) {
        return days.slice(Math.max(0, days.length() - RECENT_DAYS), days.length());
    }
}
