package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.regression.PooledModel;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What many series have taught together: a member of the combination of each of them.
///
/// There are two models. The present one has seen all values and makes the forecast. The earlier one has seen only
/// what came before the inner origins, and is tried there. Immutable.
public final class Pool {
    /// Fewer series than this teach each other too little.
    public static final int FEWEST_SERIES = 20;

    private static final double MOST_TRUST = 4;
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

    /// Learns from series that will be combined with the same specification.
    ///
    /// @return empty where there are too few series or values, and for sub-daily grids
    public static Optional<Pool> of(List<TimeSeries> series, ModelSpec.Auto spec, Horizon horizon, long seed) {
        if (series.size() < FEWEST_SERIES) {
            return Optional.empty();
        }
        FrequencyClass frequency = FrequencyClass.of(series.getFirst().grid().step(), spec.seasons());
        if (frequency == FrequencyClass.SUB_DAILY) {
            return Optional.empty();
        }
        SeasonPlan plan = SeasonPlan.of(frequency, spec.seasons());
        List<PooledModel.Seen> whole = new ArrayList<>();
        List<PooledModel.Seen> before = new ArrayList<>();
        for (TimeSeries one : series) {
            double[] values = Prepared.of(one).values();
            if (values.length > 0) {
                whole.add(new PooledModel.Seen(values, values.length));
                before.add(new PooledModel.Seen(values, beforeOrigins(values.length, frequency, plan, horizon)));
            }
        }
        List<Optional<PooledModel>> models = Stream.of(before, whole)
                .parallel()
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

    /// Forecasts what follows the first `end` values.
    double[] forecast(double[] values, int end, int horizon) {
        return (end == values.length ? present : earlier).forecast(values, end, horizon);
    }
}
