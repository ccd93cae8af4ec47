package dev.headroom.app.usecase;

import dev.headroom.engine.series.Resampler;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.SeriesInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses from which stored series the daily or hourly values of a statistic are made. Mean, max and p95 are
/// series of their own: a mean is made of means, a max of maxima. A p95 is made of readings of at most
/// [Resampler#READINGS], else of the p95 values of shorter steps, else of longer means, which hide their
/// peaks; the note says so.
///
/// @param note empty when nothing has to be said
record DailySource(SeriesInfo info, Optional<String> note) {
    /// @param stored what the workspace holds, by key
    /// @param step days or hours
    static Optional<DailySource> of(
            Map<SeriesKey, List<SeriesInfo>> stored, String resource, String metric, Statistic statistic, Step step) {
        Finer finer = new Finer(stored, resource, metric, step);
        return switch (statistic) {
            case P95 ->
                finer.shortest(Statistic.MEAN)
                        .or(() -> finer.shortest(Statistic.LAST))
                        .filter(info -> info.step().typicalLength().compareTo(Resampler.READINGS) <= 0)
                        .map(info -> new DailySource(info, Optional.empty()))
                        .or(() -> finer.shortest(Statistic.P95)
                                .map(info -> noted(
                                        info,
                                        "made of the p95 values of "
                                                + info.step().code() + " steps")))
                        .or(() -> finer.shortest(Statistic.MEAN)
                                .map(info -> noted(
                                        info,
                                        "made of means of " + info.step().code() + ", which hide shorter peaks")));
            case MEAN, MAX, MIN, SUM, LAST ->
                finer.shortest(statistic)
                        .filter(info -> Resampler.supports(info.key().statistic(), statistic))
                        .map(info -> new DailySource(info, Optional.empty()));
        };
    }

    private static DailySource noted(SeriesInfo info, String note) {
        return new DailySource(info, Optional.of(note));
    }

    private record Finer(Map<SeriesKey, List<SeriesInfo>> stored, String resource, String metric, Step step) {
        Optional<SeriesInfo> shortest(Statistic statistic) {
            return stored.getOrDefault(new SeriesKey(resource, metric, statistic), List.of()).stream()
                    .filter(info -> info.step() instanceof Step.Physical)
                    .filter(info -> info.step().typicalLength().compareTo(step.typicalLength()) < 0)
                    .min(Comparator.comparing((SeriesInfo info) -> info.step().typicalLength()));
        }
    }
}
