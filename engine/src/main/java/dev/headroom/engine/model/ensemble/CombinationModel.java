package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.feature.PeriodEndProfile;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The automatic combination fitted to one series.
///
/// The weights depend on the horizon, because components are tried on forecasts of the same reach. So the
/// work is done when a horizon is asked for, and the last horizon is kept; the result is a function of
/// series, specification and horizon only. [#explanation()] speaks of a usual reach: two seasons for
/// sub-daily grids, 14 days, 13 weeks, 12 months, 8 quarters, 6 years.
public final class CombinationModel implements FittedModel {
    private final TimeGrid grid;
    private final FrequencyClass frequency;
    private final SeasonPlan plan;
    private final ModelProvenance provenance;
    private final PeriodEndProfile ends;
    private final double[] values;
    private final long position;
    private final Members members;
    private volatile @Nullable Computed last;

    private record Computed(int steps, CombinationForecast forecast) {}

    CombinationModel(TimeSeries series, ModelSpec spec, long seed, Prepared prepared, Members members) {
        this.grid = series.grid();
        this.ends = prepared.ends();
        this.values = prepared.values();
        this.position = prepared.position();
        this.members = members;
        this.frequency = members.frequency();
        this.plan = members.plan();
        this.provenance = ModelProvenance.of(series, spec, seed, Map.of());
    }

    @Override
    public ModelProvenance provenance() {
        return provenance;
    }

    /// The members and weights that a forecast of this reach uses.
    public Combination combination(Horizon horizon) {
        return computed(horizon).combination();
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        CombinationForecast forecast = computed(horizon);
        TimeGrid future = grid.next(horizon.steps());
        PeriodEndProfile.Days days = ends.over(future);
        double[] sorted = Arrays.stream(levels).sorted().distinct().toArray();
        double[][] quantiles = new double[sorted.length][];
        for (int i = 0; i < sorted.length; i++) {
            quantiles[i] = days.applyTo(forecast.quantile(sorted[i]));
        }
        return new QuantileForecast(future, days.applyTo(forecast.point()), sorted, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        TimeGrid future = grid.next(horizon.steps());
        PeriodEndProfile.Days days = ends.over(future);
        double[][] drawn = computed(horizon).simulate(paths, seed);
        return new SamplePaths(future, Arrays.stream(drawn).map(days::applyTo).toArray(double[][]::new));
    }

    @Override
    public String explanation() {
        return explanation(new Horizon(frequency.usualSteps(plan.shortLength())));
    }

    /// What was chosen and why for a forecast of this reach, in plain sentences.
    public String explanation(Horizon horizon) {
        return CombinationWords.describe(computed(horizon).combination(), ends);
    }

    private CombinationForecast computed(Horizon horizon) {
        Computed known = last;
        if (known != null && known.steps() == horizon.steps()) {
            return known.forecast();
        }
        CombinationForecast forecast = CombinationForecast.of(values, position, members, horizon.steps());
        last = new Computed(horizon.steps(), forecast);
        return forecast;
    }
}
