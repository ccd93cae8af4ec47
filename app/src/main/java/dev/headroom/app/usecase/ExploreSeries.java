package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at one resource of a server before anything is forecast: its seasons, distribution and parts, and how its
/// resources move together.
public final class ExploreSeries {
    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;

    public ExploreSeries(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace;
        this.shapes = shapes;
    }

    /// @param resource the id of the server
    public record Request(String resource, ResourceKind kind) {
        /// Such as `db-1/cpu`.
        public String name() {
            return resource + "/" + kind.metric();
        }
    }

    /// The series that are meant by names: a server, or a server and a metric such as `db-1/cpu`; all without a name.
    ///
    /// @throws UseCaseException when the workspace holds no utilization, or a name is not known
    public List<Request> find(List<String> names) throws UseCaseException {
        List<Request> found = new ArrayList<>();
        for (DailyFleet.Named named : DailyFleet.of(workspace, shapes, names)) {
            SeriesKey key = named.daily().series().key();
            ResourceKind.ofMetric(key.metric()).ifPresent(kind -> found.add(new Request(key.resource(), kind)));
        }
        return List.copyOf(found);
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no days of the resource
    public SeriesHistory run(Request request) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            Map<ResourceKind, FleetSeries.Daily> days = new EnumMap<>(ResourceKind.class);
            for (ResourceKind kind : ResourceKind.values()) {
                days(fleet, request.resource(), kind).ifPresent(known -> days.put(kind, known));
            }
            FleetSeries.Daily shown = days.get(request.kind());
            if (shown == null || shown.series().missing() == shown.series().length()) {
                throw new UseCaseException(
                        UseCaseException.Kind.NO_DATA,
                        "HR-3070",
                        "The workspace holds no days of " + request.kind().label() + " of " + request.resource()
                                + "; choose another resource or import more.");
            }
            Map<ResourceKind, TimeSeries> metrics = new EnumMap<>(ResourceKind.class);
            days.forEach((kind, known) -> metrics.put(kind, known.series()));
            return new SeriesHistory(
                    request, shown.unit(), hours(fleet, request).map(FleetSeries.Daily::series), metrics);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static Optional<FleetSeries.Daily> hours(FleetSeries fleet, Request request) {
        return fleet.atStep(new SeriesKey(request.resource(), request.kind().metric(), Statistic.MEAN), Step.HOUR);
    }

    /// The daily p95, else the daily mean.
    static Optional<FleetSeries.Daily> days(FleetSeries fleet, String resource, ResourceKind kind) {
        return fleet.daily(resource, kind, Statistic.P95).or(() -> fleet.daily(resource, kind, Statistic.MEAN));
    }
}
