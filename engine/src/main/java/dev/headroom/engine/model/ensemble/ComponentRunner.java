package dev.headroom.engine.model.ensemble;

import dev.headroom.engine.model.theta.OptimisedTheta;
import dev.headroom.engine.model.theta.StandardTheta;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs the components of a pool on windows of one series. The first run keeps the fitted parameters; later
/// runs start their searches there.
final class ComponentRunner {
    private static final double[] NOTHING = {};
    private static final int DAYS = 7;
    private static final int WEEKS = 4;

    private final List<Component> pool;
    private final Optional<Pool> taught;
    private final long position;
    private final Map<Component, double[]> parameters = new EnumMap<>(Component.class);

    ComponentRunner(List<Component> pool) {
        this(pool, Optional.empty(), 0);
    }

    /// @param taught what [Component#POOLED] needs
    /// @param position of the first value of the series, in steps since the start of 1970
    ComponentRunner(List<Component> pool, Optional<Pool> taught, long position) {
        this.position = position;
        this.pool = pool;
        this.taught = taught;
    }

    /// The parameters of the first run by component; components without fitted parameters are absent.
    Map<Component, double[]> parameters() {
        return parameters;
    }

    /// Forecasts of all components: `result[c][k]` for component `c` of the pool at step `k`, in units of the
    /// series.
    double[][] forecast(Window window, int steps) {
        double[][] all = new double[pool.size()][steps];
        for (int c = 0; c < all.length; c++) {
            Component component = pool.get(c);
            if (component == Component.POOLED) {
                all[c] = window.pooled(taught.orElseThrow(), position, steps);
                continue;
            }
            double[] start = parameters.getOrDefault(component, NOTHING);
            Window seen = component.kind() == Component.Kind.AR_DIFFERENCES_RECENT ? window.recent() : window;
            double[] fitted = run(component.kind(), seen, seen.side(component.scale()), start, all[c]);
            seen.restore(component.scale(), all[c]);
            if (fitted.length > 0) {
                parameters.putIfAbsent(component, fitted);
            }
        }
        return all;
    }

    private static double[] run(Component.Kind kind, Window window, Window.Side side, double[] start, double[] out) {
        SeasonPlan seasons = window.seasons();
        return switch (kind) {
            case SEASONAL_ARIMA -> SeasonalArima.forecast(side, start, out);
            case DAMPED_HOLT -> HoltWinters.damped(side, start, out);
            case HOLT_WINTERS -> HoltWinters.seasonal(side, start, out);
            case COMPLEX_SMOOTHING -> ComplexSmoothing.forecast(side, start, out);
            case THETA -> theta(side, start, out);
            case DYNAMIC_THETA -> dynamicTheta(side, start, out);
            case AR_DIFFERENCES,
                    AR_DIFFERENCES_RECENT,
                    AGGREGATED_THETA,
                    LAG_REGRESSION,
                    SEASONAL_ERROR,
                    PROFILE_DAY,
                    PROFILE_DAY_LEVEL,
                    PROFILE_WEEK,
                    PROFILE_WEEK_LEVEL,
                    LEVEL_DAY,
                    NAIVE,
                    SEASONAL_NAIVE,
                    SEASONAL_NAIVE_LONG,
                    POOLED -> {
                runClosed(kind, seasons, side, out);
                yield NOTHING;
            }
        };
    }

    /// Components without a parameter search.
    private static void runClosed(Component.Kind kind, SeasonPlan seasons, Window.Side side, double[] out) {
        int day = seasons.shortLength();
        int week = seasons.longest();
        int weekCycles = seasons.hasLong() ? WEEKS : DAYS;
        switch (kind) {
            case AR_DIFFERENCES, AR_DIFFERENCES_RECENT -> ArDifferences.forecast(side, out);
            case LAG_REGRESSION -> LagRegression.forecast(side, seasons, out);
            case AGGREGATED_THETA -> AggregatedTheta.forecast(side, day, out);
            case SEASONAL_ERROR -> SeasonalError.forecast(side, week, out);
            case PROFILE_DAY -> MedianProfile.forecast(side, day, DAYS, out);
            case PROFILE_DAY_LEVEL -> MedianProfile.atLevel(side, day, DAYS, day, out);
            case PROFILE_WEEK -> MedianProfile.forecast(side, week, weekCycles, out);
            case PROFILE_WEEK_LEVEL -> MedianProfile.atLevel(side, week, weekCycles, day, out);
            case LEVEL_DAY -> MedianProfile.level(side, day, out);
            case NAIVE -> MedianProfile.forecast(side, 1, 1, out);
            case SEASONAL_NAIVE -> MedianProfile.forecast(side, day, 1, out);
            case SEASONAL_NAIVE_LONG -> MedianProfile.forecast(side, week, 1, out);
            case SEASONAL_ARIMA, DAMPED_HOLT, HOLT_WINTERS, COMPLEX_SMOOTHING, THETA, DYNAMIC_THETA, POOLED ->
                throw new IllegalArgumentException("kind (" + kind + ") is not closed.");
        }
    }

    private static double[] theta(Window.Side side, double[] start, double[] out) {
        StandardTheta fit = start.length == 1
                ? StandardTheta.fitNear(side.adjusted(), side.length(), start[0])
                : StandardTheta.fit(side.adjusted(), side.length());
        fit.forecast(out);
        addProfile(side, out);
        return new double[] {fit.smoothing().alpha()};
    }

    private static double[] dynamicTheta(Window.Side side, double[] start, double[] out) {
        OptimisedTheta fit = start.length == 1
                ? OptimisedTheta.dynamicNear(side.adjusted(), side.length(), start[0])
                : OptimisedTheta.dynamic(side.adjusted(), side.length());
        fit.forecast(out);
        addProfile(side, out);
        return new double[] {fit.alpha()};
    }

    private static void addProfile(Window.Side side, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] += side.profile().at(side.length() + k);
        }
    }
}
