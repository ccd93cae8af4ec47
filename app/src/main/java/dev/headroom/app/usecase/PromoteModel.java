package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ModelEvent;
import dev.headroom.storage.cache.ModelRegistry;
import dev.headroom.storage.cache.ModelScope;
import dev.headroom.storage.cache.ModelVersion;
import java.time.Clock;
import java.util.List;

/// Promotes a version of the model of a series, or takes the last promotion back.
public final class PromoteModel {
    private final OpenWorkspace workspace;
    private final Clock clock;

    public PromoteModel(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// Makes a version the one that forecasts of its series use.
    ///
    /// @param series its name, `server/metric`
    /// @throws UseCaseException of kind INPUT when there is no such version
    public ModelSummary promote(String series, int version, String reason) throws UseCaseException {
        try {
            ModelVersion chosen = find(workspace, series, version);
            ModelRegistry registry = workspace.storage().models();
            registry.promote(List.of(new ModelRegistry.Promotion(chosen.scope(), version, reason)), clock.instant());
            workspace.models().changed();
            return ModelSummary.of(find(workspace, series, version));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Goes back to the version that was promoted before; from the first one to the automatic model.
    ///
    /// @return what happened
    /// @throws UseCaseException of kind INPUT when nothing is promoted
    public ListModels.Event rollBack(String series, String reason) throws UseCaseException {
        try {
            ModelScope scope = versions(workspace, series).getFirst().scope();
            ModelEvent event = workspace
                    .storage()
                    .models()
                    .rollBack(scope, reason, clock.instant())
                    .orElseThrow(() -> new UseCaseException(
                            UseCaseException.Kind.INPUT,
                            "HR-3053",
                            "No version of " + series + " is promoted, so there is nothing to roll back."));
            workspace.models().changed();
            return new ListModels(workspace).log().get((int) event.number() - 1);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// The versions of a series, the oldest first; at least one.
    static List<ModelVersion> versions(OpenWorkspace workspace, String series) throws UseCaseException {
        List<ModelVersion> versions = workspace.storage().models().versions().stream()
                .filter(version -> version.scope().name().equals(series))
                .toList();
        if (versions.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3052",
                    "There is no version of a model of " + series
                            + "; name a series such as db-1/cpu, see models list, or train one with retrain.");
        }
        return versions;
    }

    static ModelVersion find(OpenWorkspace workspace, String series, int number) throws UseCaseException {
        List<ModelVersion> versions = versions(workspace, series);
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.INPUT,
                        "HR-3052",
                        "There is no version " + number + " of " + series + "; the last one is "
                                + versions.getLast().number() + "."));
    }
}
