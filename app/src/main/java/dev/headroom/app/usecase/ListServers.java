package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.SeriesInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists the servers of a workspace and the series that it holds of each. A resource with series but without
/// an inventory entry is listed with what its series tell; what the inventory knows as something else is no
/// server.
public final class ListServers {
    private final OpenWorkspace workspace;

    public ListServers(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    public List<Entry> run() throws UseCaseException {
        try {
            Map<String, List<SeriesInfo>> byResource = new LinkedHashMap<>();
            for (SeriesInfo info : workspace.storage().series().catalog()) {
                byResource
                        .computeIfAbsent(info.key().resource(), key -> new ArrayList<>())
                        .add(info);
            }
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (Server server : workspace.storage().inventory().servers()) {
                entries.put(server.id(), entry(server, byResource.getOrDefault(server.id(), List.of())));
            }
            for (Asset asset : workspace.storage().assets().all()) {
                byResource.remove(asset.id());
            }
            byResource.forEach(
                    (resource, infos) -> entries.computeIfAbsent(resource, id -> entry(unlisted(id), infos)));
            return List.copyOf(entries.values());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// What to say when there is no server to decide about.
    static UseCaseException none() {
        return new UseCaseException(
                UseCaseException.Kind.NO_DATA,
                "HR-3004",
                "The workspace holds no servers; import an inventory and utilization first.");
    }

    private static Entry entry(Server server, List<SeriesInfo> infos) {
        return new Entry(
                server,
                infos.stream()
                        .map(info -> new Held(
                                info.key(), info.step(), info.unit(), info.first(), info.last(), info.observations()))
                        .toList());
    }

    private static Server unlisted(String id) {
        return new Server(id, id, "", "", "", "", "", List.of(), Map.of());
    }

    /// A server and its series.
    public record Entry(Server server, List<Held> series) {
        public Entry {
            series = List.copyOf(series);
        }
    }

    /// One series that the workspace holds.
    public record Held(SeriesKey key, Step step, MeasureUnit unit, Instant first, Instant last, long observations) {}
}
