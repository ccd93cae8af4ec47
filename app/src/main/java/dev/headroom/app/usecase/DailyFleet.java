package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ModelScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The daily p95 series of a workspace, each under the name `server/metric`.
final class DailyFleet {
    private DailyFleet() {}

    /// One series.
    record Named(String name, FleetSeries.Daily daily) {
        ModelScope scope() {
            return new ModelScope(daily.series().key(), Step.DAY);
        }
    }

    /// @param chosen names of series (`server/metric`), or ids or names of servers; empty for all
    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization, of kind INPUT
    ///     when a name is not known
    static List<Named> of(OpenWorkspace workspace, ShapeCatalog shapes, List<String> chosen) throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            List<Named> result = new ArrayList<>();
            Set<String> unknown = new LinkedHashSet<>(chosen);
            boolean any = false;
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Server server = entry.server();
                for (ResourceKind kind : ResourceKind.values()) {
                    String name = server.id() + "/" + kind.metric();
                    List<String> names = List.of(name, server.id(), server.name(), server.name() + "/" + kind.metric());
                    any = any || !entry.series().isEmpty();
                    if (chosen.isEmpty() || names.stream().anyMatch(chosen::contains)) {
                        fleet.daily(server.id(), kind, Statistic.P95).ifPresent(daily -> {
                            names.forEach(unknown::remove);
                            result.add(new Named(name, daily));
                        });
                    }
                }
            }
            check(any, unknown);
            return result;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static void check(boolean any, Set<String> unknown) throws UseCaseException {
        if (!any) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3004",
                    "The workspace holds no utilization; import some files first.");
        }
        if (!unknown.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3050",
                    "The workspace holds no daily series of " + String.join(", ", unknown)
                            + "; name a server, or a server and a metric such as db-1/cpu.");
        }
    }
}
