package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.SeededStream;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;

/// Made-up series for the tests of this package.
final class Series {
    private Series() {}

    /// A day of 24 hours with fewer values at weekends, persistent noise, never negative.
    static double[] hourly(int length, long seed) {
        SeededStream stream = new SeededStream(seed, 0);
        double[] values = new double[length];
        double error = 0;
        for (int t = 0; t < length; t++) {
            error = 0.8 * error + stream.nextGaussian();
            double day = 10 * Math.sin(2 * Math.PI * t / 24) + (t / 24 % 7 >= 5 ? -8 : 0);
            values[t] = Math.max(0, 40 + day + 2 * error);
        }
        return values;
    }

    /// A growing series with a season and noise.
    static double[] seasonal(int length, int season, long seed) {
        SeededStream stream = new SeededStream(seed, 1);
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            double wave = season > 1 ? 12 * Math.sin(2 * Math.PI * t / season) : 0;
            values[t] = 100 + 0.3 * t + wave + 4 * stream.nextGaussian();
        }
        return values;
    }

    static double[] scaled(double[] values, double factor, double shift) {
        double[] changed = values.clone();
        for (int t = 0; t < changed.length; t++) {
            changed[t] = factor * changed[t] + shift;
        }
        return changed;
    }

    static CombinationModel fit(int season, double... values) {
        TimeSeries series = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.MEAN), TimeGrid.ordinal(1, values.length), values);
        FitOutcome outcome = new CombinationFitter().fit(series, new ModelSpec.Auto(SeasonLengths.of(season)), 7);
        return (CombinationModel) ((FitOutcome.Fitted) outcome).model();
    }
}
