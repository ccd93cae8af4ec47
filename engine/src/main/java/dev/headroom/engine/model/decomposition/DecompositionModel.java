package dev.headroom.engine.model.decomposition;

import dev.headroom.engine.feature.Mstl;
import dev.headroom.engine.feature.SeasonNames;
import dev.headroom.engine.feature.Stl;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.Rewindable;
import dev.headroom.engine.model.ets.EtsModel;
import dev.headroom.engine.series.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The seasons of a decomposition, continued with their last round, on top of a model of the adjusted
/// series.
///
/// @param values of the series by point of the grid, NaN = missing
/// @param bridged the values without gaps
/// @param adjusted the model of the series without its seasons
record DecompositionModel(
        TimeGrid grid,
        double[] values,
        double[] bridged,
        Mstl seasons,
        Stl.Weighting weighting,
        EtsModel adjusted,
        ModelProvenance provenance,
        String explanation)
        implements ExplainedModel, Rewindable {
    @Override
    public double optimism() {
        return adjusted.optimism();
    }

    /// Decomposes what was known then anew; only the parameters of the smoothing have seen more.
    @Override
    public FittedModel asOf(int trainingLength) {
        double[] known = Arrays.copyOf(bridged, trainingLength);
        Mstl then = Mstl.of(known, seasons.lengths(), weighting);
        TimeGrid shorter = grid.slice(0, trainingLength);
        double[] rest = new double[trainingLength];
        Arrays.setAll(rest, t -> values[t] - then.at(t));
        return new DecompositionModel(
                shorter,
                Arrays.copyOf(values, trainingLength),
                known,
                then,
                weighting,
                adjusted.over(shorter, rest),
                provenance,
                explanation);
    }

    @Override
    public QuantileForecast forecast(Horizon horizon, double... levels) {
        QuantileForecast inner = adjusted.forecast(horizon, levels);
        double[] known = inner.levels();
        double[][] quantiles = new double[known.length][];
        Arrays.setAll(quantiles, i -> withSeasons(inner.quantile(known[i])));
        return new QuantileForecast(inner.grid(), withSeasons(inner.point()), known, quantiles);
    }

    @Override
    public SamplePaths simulate(Horizon horizon, int paths, long seed) {
        SamplePaths inner = adjusted.simulate(horizon, paths, seed);
        double[][] drawn = new double[paths][];
        Arrays.setAll(drawn, i -> withSeasons(inner.path(i)));
        return new SamplePaths(inner.grid(), drawn);
    }

    @Override
    public List<Contribution> contributions(int from, int to) {
        int n = grid.length();
        double[] trend = new double[to - from];
        double[] ahead = to > n ? adjusted.forecast(new Horizon(to - n)).point() : new double[0];
        Arrays.setAll(trend, i -> from + i < n ? level(from + i) : ahead[from + i - n]);
        List<Contribution> parts = new ArrayList<>(List.of(new Contribution("trend", trend)));
        SeasonNames names = new SeasonNames(grid);
        for (int s = 0; s < seasons.lengths().size(); s++) {
            int season = s;
            double[] values = new double[to - from];
            Arrays.setAll(values, i -> seasons.at(season, from + i));
            parts.add(new Contribution(names.of(seasons.lengths().get(s)), values));
        }
        return parts;
    }

    /// The trend of the decomposition; without seasons the series itself.
    private double level(int t) {
        return seasons.lengths().isEmpty() ? bridged[t] : seasons.trend(t);
    }

    private double[] withSeasons(double[] values) {
        double[] sum = values.clone();
        Arrays.setAll(sum, k -> values[k] + seasons.at(grid.length() + k));
        return sum;
    }
}
