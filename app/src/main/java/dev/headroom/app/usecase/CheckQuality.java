package dev.headroom.app.usecase;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.SeriesQuality;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.Sufficiency;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.SeriesInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges the quality of every series of a workspace.
public final class CheckQuality {
    private final OpenWorkspace workspace;

    public CheckQuality(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// One series and its quality.
    ///
    /// @param sufficiency whether it carries a forecast of the usual horizon
    public record Judged(SeriesKey key, Step step, SeriesQuality quality, Sufficiency sufficiency) {
        /// Such as `db-1/cpu/p95`.
        public String name() {
            return key.resource() + "/" + key.metric() + "/" + key.statistic().code();
        }
    }

    /// Judges all series as of the last observation of the workspace.
    public List<Judged> run(Progress progress) throws UseCaseException {
        return run(Optional.empty(), progress);
    }

    /// @param asOf the time since which a series without observations is old; the last observation of the workspace
    ///     when empty
    public List<Judged> run(Optional<Instant> asOf, Progress progress) throws UseCaseException {
        try {
            List<SeriesInfo> catalog = workspace.storage().series().catalog();
            Instant at = asOf.orElseGet(() -> catalog.stream()
                    .map(SeriesInfo::last)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH));
            List<Judged> judged = new ArrayList<>();
            Parallel.forEach(catalog, info -> judge(info, at), judged::addAll, "Checking quality", progress);
            return judged;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private List<Judged> judge(SeriesInfo info, Instant at) {
        return workspace.storage().series().read(info.key(), info.step()).stream()
                .map(series -> new Judged(
                        info.key(),
                        info.step(),
                        SeriesQuality.of(series, info.unit(), at),
                        Sufficiency.usual(series, at)))
                .toList();
    }
}
