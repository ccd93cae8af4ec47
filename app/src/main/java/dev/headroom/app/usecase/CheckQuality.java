package dev.headroom.app.usecase;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.SeriesQuality;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.SeriesInfo;
import java.util.ArrayList;
import java.util.List;

/// Judges the quality of every series of a workspace.
public final class CheckQuality {
    private final OpenWorkspace workspace;

    public CheckQuality(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// One series and its quality.
    public record Judged(SeriesKey key, Step step, SeriesQuality quality) {}

    public List<Judged> run(Progress progress) throws UseCaseException {
        try {
            List<SeriesInfo> catalog = workspace.storage().series().catalog();
            List<Judged> judged = new ArrayList<>();
            Parallel.forEach(catalog, this::judge, judged::addAll, "Checking quality", progress);
            return judged;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private List<Judged> judge(SeriesInfo info) {
        return workspace.storage().series().read(info.key(), info.step()).stream()
                .map(series -> new Judged(info.key(), info.step(), SeriesQuality.of(series, info.unit())))
                .toList();
    }
}
