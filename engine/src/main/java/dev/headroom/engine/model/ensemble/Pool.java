package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.Magnitude;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.regression.PooledModel;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What many series have taught together: a member of the combination of each of them.
///
/// There are two models. The present one has seen all values and makes the forecast. The earlier one has seen only
/// what came before the inner origins, and is tried there. Immutable.
public final class Pool {
    /// Why there is none, in words.
    static final String ABSENT = "The model learns from many series together; give it a file of at least two series of"
            + " one step, long enough for 1,000 examples, on a machine where LightGBM loads.";

    private static final double MOST_TRUST = 5;
    private static final double HALF_TRUST_SERIES = 40;

    private final PooledModel present;
    private final PooledModel earlier;
    private final int series;
    private final int steps;

    private Pool(PooledModel present, PooledModel earlier, int series, int steps) {
        this.present = present;
        this.earlier = earlier;
        this.series = series;
        this.steps = steps;
    }

    /// Learns from series on grids of the same step, whatever their order.
    ///
    /// @param seasons their seasons
    /// @param horizon how far they will be forecast
    /// @param threads how many threads may learn at a time; makes no difference to the result
    /// @return empty where there are too few series or values, or LightGBM does not load
    public static Optional<Pool> of(
            List<TimeSeries> series, SeasonLengths seasons, Horizon horizon, long seed, int threads) {
        if (series.size() < 2) {
            return Optional.empty();
        }
        FrequencyClass frequency = FrequencyClass.of(series.getFirst().grid().step(), seasons);
        SeasonPlan plan = SeasonPlan.of(frequency, seasons);
        List<PooledModel.Seen> whole = new ArrayList<>();
        List<PooledModel.Seen> before = new ArrayList<>();
        for (TimeSeries one :
                series.stream().sorted(Comparator.comparing(TimeSeries::key)).toList()) {
            Prepared prepared = Prepared.of(one);
            double[] values = prepared.values();
            if (values.length > 0 && Magnitude.refusal(one).isEmpty()) {
                PooledModel.Seen seen = new PooledModel.Seen(values, values.length, prepared.position());
                whole.add(seen);
                before.add(seen.until(beforeOrigins(values.length, frequency, plan, horizon)));
            }
        }
        Stream<List<PooledModel.Seen>> tasks = Stream.of(before, whole);
        List<Optional<PooledModel>> models = (threads > 1 ? tasks.parallel() : tasks)
                .map(seen -> PooledModel.of(seen, plan.shortLength(), horizon.steps(), seed))
                .toList();
        return models.get(1)
                .flatMap(present ->
                        models.getFirst().map(earlier -> new Pool(present, earlier, whole.size(), horizon.steps())));
    }

    private static int beforeOrigins(int length, FrequencyClass frequency, SeasonPlan plan, Horizon horizon) {
        int[] origins =
                InnerOrigins.of(frequency, plan, length, horizon.steps()).origins();
        return origins.length == 0 ? length : Math.max(origins[origins.length - 1], length / 2);
    }

    /// Whether it can forecast so far.
    boolean reaches(int horizon) {
        return horizon <= steps;
    }

    /// How many series it has learned from.
    int series() {
        return series;
    }

    /// By how much its weight counts more than its errors at a few origins say: what many series agree on is less
    /// by chance.
    double trust() {
        return MOST_TRUST * series / (series + HALF_TRUST_SERIES);
    }

    /// Forecasts what follows the values that are seen.
    double[] forecast(PooledModel.Seen seen, int horizon) {
        return (seen.end() == seen.values().length ? present : earlier).forecast(seen, horizon);
    }
}
