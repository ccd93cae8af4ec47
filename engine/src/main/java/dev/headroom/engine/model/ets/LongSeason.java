package dev.headroom.engine.model.ets;

import dev.headroom.engine.feature.SeasonalProfile;
import dev.headroom.engine.model.SeasonLengths;
import java.util.Arrays;

/// What is taken out of a series before smoothing because its season is too long for seasonal states.
///
/// Input: values and season lengths. Output: the season length left for the smoothing (1 for none) and the additive
/// profile of the longer season, which is the shrunk [SeasonalProfile]. A season enters only with enough data: two
/// rounds and two observations more for the smoothing, 2.2 rounds for a profile. Errors: none.
///
/// @param seasonLength at most [#LONGEST], 1 for none
/// @param profileLength the season of the profile, 1 for none
record LongSeason(int seasonLength, int profileLength, SeasonalProfile profile) {
    /// The longest season that is smoothed with states of its own.
    static final int LONGEST = 24;

    private static final double PROFILE_ROUNDS = 2.2;

    static LongSeason of(double[] values, SeasonLengths seasons) {
        long observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        int smoothed = 1;
        int longer = 1;
        for (int length : seasons.values()) {
            if (length <= LONGEST && smoothed == 1 && observed >= 2L * length + 2) {
                smoothed = length;
            } else if (length > LONGEST && observed >= PROFILE_ROUNDS * length && length % smoothed == 0) {
                longer = length;
            }
        }
        if (longer == 1) {
            return new LongSeason(smoothed, 1, SeasonalProfile.flat());
        }
        return new LongSeason(smoothed, longer, SeasonalProfile.of(values, smoothed > 1 ? smoothed : longer, longer));
    }

    /// The part of the profile that the smoothing does not see, at time `t` from the first value.
    double at(int t) {
        if (profileLength == 1) {
            return 0;
        }
        if (seasonLength > 1) {
            double[] part = profile.longPart();
            return part[t % part.length];
        }
        return profile.at(t);
    }

    /// The pattern over one round of the profile, or a single 0.
    double[] pattern() {
        double[] pattern = new double[profileLength];
        Arrays.setAll(pattern, this::at);
        return pattern;
    }
}
