package dev.headroom.engine.model.ensemble;

import static dev.headroom.engine.model.ensemble.Component.*;

import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What kind of grid a series lives on; it decides which components run and what the bands expect beforehand.
public enum FrequencyClass {
    SUB_DAILY(new BandPrior(0.25, 48, 0.45, 4, 1.65, 4.8)),
    DAILY(new BandPrior(0.30, 12, 1.0, 5, 1.6, 3.1)),
    WEEKLY(new BandPrior(0.30, 12, 1.0, 5, 1.75, 3.05)),
    MONTHLY(new BandPrior(0.23, 12, 0.62, 2, 1.75, 3.1)),
    QUARTERLY(new BandPrior(0.40, 12, 1.1, 5, 2.15, 3.9)),
    YEARLY(new BandPrior(0.50, 12, 1.2, 5, 2.15, 3.9));

    private static final List<Component> SUB_DAILY_POOL = List.of(
            AR_DIFFERENCES,
            AR_DIFFERENCES_LOG,
            LAG_REGRESSION_LOG,
            SEASONAL_ARIMA_LOG,
            SEASONAL_ERROR,
            PROFILE_DAY,
            PROFILE_DAY_LEVEL,
            PROFILE_WEEK,
            PROFILE_WEEK_LEVEL,
            LEVEL_DAY,
            NAIVE,
            SEASONAL_NAIVE,
            SEASONAL_NAIVE_LONG);
    private static final List<Component> SHARED = List.of(
            AR_DIFFERENCES,
            AR_DIFFERENCES_LOG,
            DAMPED_HOLT_LOG,
            HOLT_WINTERS,
            HOLT_WINTERS_LOG,
            COMPLEX_SMOOTHING,
            SEASONAL_ERROR_LOG,
            LAG_REGRESSION,
            LAG_REGRESSION_LOG);
    private static final List<Component> MONTHLY_POOL =
            shared(DYNAMIC_THETA, THETA_LOG, DYNAMIC_THETA_LOG, AGGREGATED_THETA_LOG);
    private static final List<Component> YEARLY_POOL =
            shared(DYNAMIC_THETA, THETA, THETA_LOG, DYNAMIC_THETA_LOG, PROFILE_DAY_LEVEL, NAIVE);
    private static final List<Component> OTHER_POOL =
            shared(SEASONAL_ARIMA, AR_DIFFERENCES_RECENT_LOG, THETA, AGGREGATED_THETA, PROFILE_DAY_LEVEL, NAIVE);

    private static List<Component> shared(Component... own) {
        return Stream.concat(SHARED.stream(), Stream.of(own)).toList();
    }

    private final BandPrior prior;

    FrequencyClass(BandPrior prior) {
        this.prior = prior;
    }

    /// What the bands of a class expect before the series has spoken.
    ///
    /// @param growth exponent of the growth with the step
    /// @param growthWeight how many origins the expected growth counts for
    /// @param size mean absolute error of one step in units of the naive difference
    /// @param sizeWeight how many errors the expected size counts for
    /// @param q80 half width of the 80 % band in units of the mean absolute error
    /// @param q95 half width of the 95 % band in the same units
    record BandPrior(double growth, double growthWeight, double size, double sizeWeight, double q80, double q95) {}

    BandPrior prior() {
        return prior;
    }

    /// The components that run for the class, in a fixed order.
    public List<Component> pool() {
        return switch (this) {
            case SUB_DAILY -> SUB_DAILY_POOL;
            case MONTHLY -> MONTHLY_POOL;
            case DAILY, WEEKLY, QUARTERLY -> OTHER_POOL;
            case YEARLY -> YEARLY_POOL;
        };
    }

    /// The reach of a forecast that speaks for the class.
    int usualSteps(int season) {
        return switch (this) {
            case SUB_DAILY -> 2 * Math.max(season, 24);
            case DAILY -> 14;
            case WEEKLY -> 13;
            case MONTHLY -> 12;
            case QUARTERLY -> 8;
            case YEARLY -> 6;
        };
    }

    /// The class of a grid: from its step, or from the told seasons where the step has no name.
    public static FrequencyClass of(Step step, SeasonLengths seasons) {
        if (step instanceof Step.Ordinal) {
            return ofSeason(seasons.shortest());
        }
        Duration length = step.typicalLength();
        if (length.compareTo(Duration.ofHours(20)) < 0) {
            return SUB_DAILY;
        }
        long days = Math.round(length.toHours() / 24.0);
        if (days <= 3) {
            return DAILY;
        }
        if (days <= 14) {
            return WEEKLY;
        }
        if (days <= 62) {
            return MONTHLY;
        }
        return days <= 200 ? QUARTERLY : YEARLY;
    }

    private static FrequencyClass ofSeason(int season) {
        return switch (season) {
            case 1 -> YEARLY;
            case 2, 3, 4 -> QUARTERLY;
            case 5, 6, 7, 28, 30, 31, 365, 366 -> DAILY;
            case 8, 9, 10, 11, 12, 13 -> MONTHLY;
            case 26, 52, 53 -> WEEKLY;
            default -> SUB_DAILY;
        };
    }
}
