package dev.headroom.engine.model;

import java.util.List;
import java.util.Objects;

/// What an additive model may be told beyond seasons and country.
///
/// @param seasonality how everything beside the trend acts on it
/// @param holidayDaysBefore how many days before a holiday have an effect of their own, 0 to 30
/// @param holidayDaysAfter how many days after it
/// @param regressors further columns with an effect, known as far as the forecast reaches
public record AdditiveOptions(
        Growth growth,
        Seasonality seasonality,
        int holidayDaysBefore,
        int holidayDaysAfter,
        List<KnownColumn> regressors) {
    private static final int MOST_DAYS = 30;

    public AdditiveOptions {
        Objects.requireNonNull(growth, "growth");
        Objects.requireNonNull(seasonality, "seasonality");
        regressors = List.copyOf(regressors);
        for (int days : new int[] {holidayDaysBefore, holidayDaysAfter}) {
            if (days < 0 || days > MOST_DAYS) {
                throw new IllegalArgumentException("days around a holiday (" + days + ") must lie between 0 and 30.");
            }
        }
        if (regressors.stream().map(KnownColumn::name).distinct().count() < regressors.size()) {
            throw new IllegalArgumentException("regressors ("
                    + regressors.stream().map(KnownColumn::name).toList() + ") must have different names.");
        }
    }

    /// How seasons, ends of periods, holidays and regressors act on the trend.
    public enum Seasonality {
        /// They add to it: swings of even size.
        ADDS,
        /// They multiply it: swings in proportion to the level.
        MULTIPLIES
    }

    /// Linear growth, swings that add, holidays of one day, no regressors.
    public static AdditiveOptions usual() {
        return new AdditiveOptions(new Growth.Linear(), Seasonality.ADDS, 0, 0, List.of());
    }

    public AdditiveOptions withGrowth(Growth other) {
        return new AdditiveOptions(other, seasonality, holidayDaysBefore, holidayDaysAfter, regressors);
    }

    public AdditiveOptions withSeasonality(Seasonality other) {
        return new AdditiveOptions(growth, other, holidayDaysBefore, holidayDaysAfter, regressors);
    }

    public AdditiveOptions withHolidayWindow(int before, int after) {
        return new AdditiveOptions(growth, seasonality, before, after, regressors);
    }

    public AdditiveOptions withRegressors(List<KnownColumn> others) {
        return new AdditiveOptions(growth, seasonality, holidayDaysBefore, holidayDaysAfter, others);
    }
}
