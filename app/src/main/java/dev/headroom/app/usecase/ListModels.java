package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ModelEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists the versions of the models of a workspace, and what happened to them.
public final class ListModels {
    private final OpenWorkspace workspace;

    public ListModels(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// @param series names of series (`server/metric`) or servers; empty for all
    /// @return by series, the oldest version first
    public List<ModelSummary> run(List<String> series) throws UseCaseException {
        try {
            List<ModelSummary> all = workspace.storage().models().versions().stream()
                    .map(ModelSummary::of)
                    .toList();
            Set<String> resources =
                    all.stream().map(model -> model.key().resource()).collect(Collectors.toSet());
            Set<String> names = all.stream().map(ModelSummary::series).collect(Collectors.toSet());
            for (String name : series) {
                if (!resources.contains(name) && !names.contains(name)) {
                    throw new UseCaseException(
                            UseCaseException.Kind.INPUT,
                            "HR-3052",
                            "There is no version of a model of " + name
                                    + "; see models list, or train one with retrain.");
                }
            }
            return all.stream()
                    .filter(model -> series.isEmpty()
                            || series.contains(model.series())
                            || series.contains(model.key().resource()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Something that happened to a version.
    ///
    /// @param version what was registered or is promoted from then on; 0 for the automatic model
    /// @param replaced what was promoted until then; 0 for none
    /// @param hash SHA-256 over the content and the hash of the event before
    public record Event(
            long number,
            String series,
            String event,
            int version,
            int replaced,
            String reason,
            Instant at,
            String hash) {}

    /// Everything that happened, the first event first.
    public List<Event> log() throws UseCaseException {
        try {
            return workspace.storage().models().events().stream()
                    .map(ListModels::event)
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static Event event(ModelEvent event) {
        return new Event(
                event.number(),
                event.scope().name(),
                event.kind().word(),
                event.version(),
                event.replaced(),
                event.reason(),
                event.at(),
                event.hash());
    }
}
