package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.feature.SeasonalProfile;
import dev.headroom.engine.feature.SeasonalityTest;
import dev.headroom.engine.model.regression.PooledModel;

/// The first points of a series as the components see them: divided by their mean size, plain and on
/// logarithms, with the seasonal profile taken off.
final class Window {
    private static final double OFFSET = 0.02;
    private static final int RECENT_SEASONS = 12;
    private static final int FEWEST_RECENT = 60;

    /// The values on one scale.
    ///
    /// @param values the values on this scale
    /// @param profile their seasonal profile
    /// @param adjusted the values less the profile
    record Side(double[] values, SeasonalProfile profile, double[] adjusted) {
        int length() {
            return values.length;
        }
    }

    private final double[] series;
    private final int end;
    private final SeasonPlan plan;
    private final double[] values;
    private final double size;
    private final SeasonPlan seasons;
    private final boolean seasonal;
    private final boolean logarithmic;
    private final double offset;
    private final double lowest;
    private final double highest;
    private final Side plain;
    private final Side log;

    /// @param series values without gaps; the first `end` are seen, 1 or more, of which the last as many as
    ///     the plan remembers are used
    Window(double[] series, int end, SeasonPlan plan) {
        this(series, Math.max(0, end - plan.memory()), end, plan);
    }

    private Window(double[] series, int start, int end, SeasonPlan plan) {
        this.series = series;
        this.end = end;
        this.plan = plan;
        int length = end - start;
        double sum = 0;
        for (int t = start; t < end; t++) {
            sum += Math.abs(series[t]) / length;
        }
        size = sum > 0 ? sum : 1;
        values = new double[length];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < length; t++) {
            values[t] = series[start + t] / size;
            low = Math.min(low, values[t]);
            high = Math.max(high, values[t]);
        }
        seasons = plan.within(length);
        seasonal = isSeasonal();
        logarithmic = low >= 0;
        offset = low > OFFSET ? 0 : OFFSET;
        double range = high - low;
        lowest = logarithmic ? Math.max(0, low - range) : low - range;
        highest = high + 1.5 * range;
        plain = side(values);
        log = logarithmic ? side(logarithms()) : plain;
    }

    private boolean isSeasonal() {
        return SeasonalityTest.isSeasonal(values, seasons.shortLength())
                || (seasons.hasLong() && SeasonalityTest.exceedsLimit(values, seasons.longLength()));
    }

    private double[] logarithms() {
        double[] logs = new double[values.length];
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Math.log(values[t] + offset);
        }
        return logs;
    }

    private Side side(double[] y) {
        SeasonalProfile profile =
                seasonal ? SeasonalProfile.of(y, seasons.shortLength(), seasons.longest()) : SeasonalProfile.flat();
        double[] adjusted = y.clone();
        if (seasonal) {
            for (int t = 0; t < y.length; t++) {
                adjusted[t] -= profile.at(t);
            }
        }
        return new Side(y, profile, adjusted);
    }

    int length() {
        return values.length;
    }

    /// The last twelve seasons alone, at least 60 points; the window itself where it is not longer.
    Window recent() {
        int count = Math.max(RECENT_SEASONS * plan.shortLength(), FEWEST_RECENT);
        return count < values.length ? new Window(series, end - count, end, plan) : this;
    }

    SeasonPlan seasons() {
        return seasons;
    }

    /// True when a season was found by the test.
    boolean seasonal() {
        return seasonal;
    }

    Side side(Component.Scale scale) {
        return switch (scale) {
            case PLAIN -> plain;
            case LOG -> log;
        };
    }

    /// The forecast of what many series taught, in the units of the series and within its usual range.
    ///
    /// @param position of the first value of the series, in steps since the start of 1970
    double[] pooled(Pool pool, long position, int steps) {
        double[] forecast = pool.forecast(new PooledModel.Seen(series, end, position), steps);
        for (int k = 0; k < steps; k++) {
            forecast[k] = Math.clamp(forecast[k], lowest * size, highest * size);
        }
        return forecast;
    }

    /// Brings forecasts of a component back to the units of the series, within its usual range.
    void restore(Component.Scale scale, double[] forecast) {
        double last = values[values.length - 1];
        for (int k = 0; k < forecast.length; k++) {
            double value = forecast[k];
            if (scale == Component.Scale.LOG && logarithmic) {
                value = Math.exp(value) - offset;
            }
            if (Double.isNaN(value)) {
                value = last;
            }
            forecast[k] = Math.max(lowest, Math.min(highest, value)) * size;
        }
    }
}
