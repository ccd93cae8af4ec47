package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Standing;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ModelRegistry;
import dev.headroom.storage.cache.ModelVersion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Trains models again, all or only those that drifted, and promotes a new version when it is not worse than
/// the model in use at the same origins. A worse one stays a candidate.
public final class RetrainModels {
    /// Which series are trained.
    public enum When {
        ALWAYS,
        /// Only those that drifted, and those without a promoted version.
        IF_DRIFTED
    }

    /// Whether anything is written.
    public enum Effect {
        WRITE,
        /// Only what would be trained is said.
        DRY_RUN
    }

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final Clock clock;

    public RetrainModels(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.clock = clock;
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization
    public RetrainReport run(TrainModels.Request request, When when, Effect effect, Progress progress)
            throws UseCaseException {
        List<SeriesDrift> drifts = new CheckDrift(workspace, shapes).run(request.series(), progress);
        List<SeriesDrift> due =
                drifts.stream().filter(drift -> isDue(drift, when)).toList();
        Map<String, RetrainReport.Row> rows = new HashMap<>();
        if (effect == Effect.WRITE && !due.isEmpty()) {
            train(request, due, progress).forEach(row -> rows.put(row.drift().series(), row));
        }
        return new RetrainReport(
                effect,
                drifts.stream()
                        .map(drift -> Optional.ofNullable(rows.get(drift.series()))
                                .orElseGet(() -> RetrainReport.Row.untrained(drift, due.contains(drift))))
                        .toList());
    }

    private static boolean isDue(SeriesDrift drift, When when) {
        return when == When.ALWAYS || drift.isDrifted() || drift.promoted().isEmpty();
    }

    private List<RetrainReport.Row> train(TrainModels.Request request, List<SeriesDrift> due, Progress progress)
            throws UseCaseException {
        TrainModels training = new TrainModels(workspace, shapes, clock);
        Map<String, SeriesDrift> byName = new HashMap<>();
        due.forEach(drift -> byName.put(drift.series(), drift));
        List<TrainModels.Attempt> done = new ArrayList<>();
        List<RetrainReport.Row> rows = new ArrayList<>();
        Parallel.forEach(
                DailyFleet.of(workspace, shapes, List.copyOf(byName.keySet())),
                named -> training.attempt(named, request),
                attempt -> {
                    if (attempt.best().isPresent()) {
                        done.add(attempt);
                    } else {
                        rows.add(RetrainReport.Row.failed(
                                drift(byName, attempt),
                                attempt.tooShort(request).message()));
                    }
                },
                "Training",
                progress);
        List<ModelVersion> versions = training.register(done, request, reason(due));
        List<ModelRegistry.Promotion> promotions = new ArrayList<>();
        List<RetrainReport.Row> trained = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            TrainModels.Attempt attempt = done.get(i);
            Trial best = attempt.best().orElseThrow();
            Optional<Trial> used = attempt.used();
            boolean promoted = used.isEmpty() || best.isNotWorseThan(used.get());
            String why = comparison(best, used, promoted);
            if (promoted) {
                promotions.add(new ModelRegistry.Promotion(
                        versions.get(i).scope(), versions.get(i).number(), why));
            }
            ModelVersion version = new ModelVersion(
                    versions.get(i).number(),
                    versions.get(i).model(),
                    promoted ? ModelVersion.State.PROMOTED : ModelVersion.State.CANDIDATE);
            trained.add(new RetrainReport.Row(
                    drift(byName, attempt),
                    promoted ? RetrainReport.Outcome.PROMOTED : RetrainReport.Outcome.CANDIDATE,
                    why,
                    Optional.of(ModelSummary.of(version)),
                    used.map(best::error).orElse(best.error(best)),
                    used.map(old -> old.error(best)).orElse(Double.NaN),
                    used.map(old -> pValue(best, old, request, attempt)).orElse(OptionalDouble.empty())));
        }
        promote(promotions);
        rows.addAll(trained);
        return rows;
    }

    private static SeriesDrift drift(Map<String, SeriesDrift> byName, TrainModels.Attempt attempt) {
        return Optional.ofNullable(byName.get(attempt.named().name())).orElseThrow();
    }

    private static String reason(List<SeriesDrift> due) {
        long drifted = due.stream().filter(SeriesDrift::isDrifted).count();
        return drifted == 0 ? "Trained on request." : "Trained with " + drifted + " drifted series.";
    }

    private static OptionalDouble pValue(
            Trial best, Trial old, TrainModels.Request request, TrainModels.Attempt attempt) {
        Standing standing = Trial.standing(
                best, old, request.scoredOn(), attempt.named().daily().series());
        return standing.pValue();
    }

    private static String comparison(Trial best, Optional<Trial> used, boolean promoted) {
        if (used.isEmpty()) {
            return "Nothing to compare with.";
        }
        Trial old = used.get();
        if (best.spec().equals(old.spec()) && best.seed() == old.seed()) {
            return "The same model as in use, on the present data.";
        }
        return String.format(
                Locale.ROOT,
                "%s than %s at the same %d origins: error %.3f instead of %.3f.",
                promoted ? "Not worse" : "Worse",
                old.spec().name(),
                best.scores().shared(old.scores()).size(),
                best.error(old),
                old.error(best));
    }

    private void promote(List<ModelRegistry.Promotion> promotions) throws UseCaseException {
        try {
            workspace.storage().models().promote(promotions, clock.instant());
            workspace.models().changed();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
