package dev.headroom.engine.model.catalog;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.ensemble.Pool;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/// The model families for series that are forecast together, so that `auto` and `global` learn from all of them.
///
/// Input: series, how far they will be forecast, and a seed. Output: a fitter for each of them; the same input gives
/// the same forecasts, whatever the order of the series and the number of threads. Errors: those of the families.
/// What a fit at an earlier origin learns from the other series ends as long before their ends as that origin lies
/// before the end of its own. Source: see [Pool]. Departures: see there.
public final class PooledCatalog {
    private final Map<Step, List<TimeSeries>> series;
    private final Horizon horizon;
    private final long seed;
    private final int threads;
    private final Fitter alone = new ModelCatalog();
    private final ConcurrentMap<Learned, Fitter> learned = new ConcurrentHashMap<>();

    /// What a pool depends on.
    ///
    /// @param cut how many of the last values are not seen
    private record Learned(Step step, SeasonLengths seasons, int cut) {}

    /// Learns on all processors.
    public PooledCatalog(List<TimeSeries> series, Horizon horizon, long seed) {
        this(series, horizon, seed, Runtime.getRuntime().availableProcessors());
    }

    /// @param threads how many threads may learn at a time, 1 or more; makes no difference to the forecasts
    public PooledCatalog(List<TimeSeries> series, Horizon horizon, long seed, int threads) {
        this.series =
                series.stream().collect(Collectors.groupingBy(one -> one.grid().step()));
        this.horizon = horizon;
        this.seed = seed;
        this.threads = threads;
    }

    /// Fits the first values of one of the series.
    public Fitter of(TimeSeries whole) {
        return (known, spec, chosen) -> fit(known, spec, chosen, whole.length() - known.length());
    }

    private FitOutcome fit(TimeSeries known, ModelSpec spec, long chosen, int cut) {
        Optional<SeasonLengths> seasons = switch (spec) {
            case ModelSpec.Auto auto -> Optional.of(auto.seasons());
            case ModelSpec.Global global -> Optional.of(global.seasons());
            default -> Optional.empty();
        };
        return seasons.map(lengths ->
                        learned.computeIfAbsent(new Learned(known.grid().step(), lengths, cut), this::learn))
                .orElse(alone)
                .fit(known, spec, chosen);
    }

    private Fitter learn(Learned what) {
        List<TimeSeries> seen = series.getOrDefault(what.step(), List.of()).stream()
                .filter(one -> one.length() > what.cut())
                .map(one -> one.slice(0, one.length() - what.cut()))
                .toList();
        return new ModelCatalog(Pool.of(seen, what.seasons(), horizon, seed, threads));
    }
}
