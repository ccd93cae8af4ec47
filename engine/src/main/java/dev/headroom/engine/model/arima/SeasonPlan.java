package dev.headroom.engine.model.arima;

import dev.headroom.engine.feature.SeasonalProfile;
import dev.headroom.engine.model.SeasonLengths;
import java.util.Arrays;

/// Which season the model has terms for, and which longer one is taken off as a fixed pattern before.
///
/// Input: values and season lengths. Output: the season of the model, the shortest one up to [#LONGEST] steps, and the
/// pattern of the longest season on top of it, which is the shrunk [SeasonalProfile]. The state of a model grows with
/// its season: a season of 168 or 365 steps is cheap and safe as a pattern only. A season of the model needs more than
/// two rounds of observations, a pattern 2.2. Errors: none.
///
/// @param seasonLength 1 for none
/// @param pattern by phase of the longer season, in the unit of the series; a single 0 for none
record SeasonPlan(int seasonLength, double[] pattern) {
    /// The longest season with terms of its own.
    static final int LONGEST = 60;

    private static final double PATTERN_ROUNDS = 2.2;

    static SeasonPlan of(double[] values, SeasonLengths seasons) {
        long observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        int own = 1;
        int longer = 1;
        for (int length : seasons.values()) {
            if (length <= LONGEST && own == 1 && observed > 2L * length) {
                own = length;
            } else if (length > LONGEST && observed >= PATTERN_ROUNDS * length && length % own == 0) {
                longer = length;
            }
        }
        if (longer == 1) {
            return new SeasonPlan(own, new double[1]);
        }
        SeasonalProfile profile = SeasonalProfile.of(values, own > 1 ? own : longer, longer);
        if (own > 1) {
            return new SeasonPlan(own, profile.longPart());
        }
        double[] pattern = new double[longer];
        Arrays.setAll(pattern, profile::at);
        return new SeasonPlan(own, pattern);
    }

    double at(long t) {
        return pattern[(int) (t % pattern.length)];
    }
}
