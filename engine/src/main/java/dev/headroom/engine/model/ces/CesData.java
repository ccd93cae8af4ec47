package dev.headroom.engine.model.ces;

import dev.headroom.engine.feature.SeasonalProfile;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.numeric.ObservedValues;
import java.util.Arrays;

/// The values that are smoothed: the last ones of a long series, without the pattern of a second, longer season,
/// divided by their mean size so that the unit does not matter.
///
/// @param scaled NaN = missing
/// @param scale the unit of the series for one unit of `scaled`, positive
/// @param seasonLength the season that the forms may have; 1 for none
/// @param profile additive offsets by phase of `scaled` from its first value on; a single 0 without season
/// @param pattern what is taken off before, by phase of the series, in its unit; a single 0 for nothing
/// @param offset how many values at the beginning are left out
record CesData(double[] scaled, double scale, int seasonLength, double[] profile, double[] pattern, int offset) {
    private static final int LONGEST = 2500;
    private static final double PATTERN_ROUNDS = 2.2;

    static CesData of(double[] values, SeasonLengths seasons) {
        long observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        int shortest = seasons.shortest();
        int season = shortest > 1 && observed > 2L * shortest ? shortest : 1;
        int longer = 1;
        for (int length : seasons.values()) {
            longer = season > 1 && length > season && length % season == 0 && observed >= PATTERN_ROUNDS * length
                    ? length
                    : longer;
        }
        double[] pattern =
                longer > 1 ? SeasonalProfile.of(values, season, longer).longPart() : new double[1];
        int offset = Math.max(0, values.length - LONGEST);
        double[] kept = new double[values.length - offset];
        Arrays.setAll(kept, t -> values[offset + t] - pattern[(offset + t) % pattern.length]);
        double scale = ObservedValues.scale(kept);
        double[] scaled = Arrays.stream(kept).map(value -> value / scale).toArray();
        double[] profile = new double[season];
        if (season > 1) {
            SeasonalProfile found = SeasonalProfile.of(scaled, season, season);
            Arrays.setAll(profile, found::at);
        }
        return new CesData(scaled, scale, season, profile, pattern, offset);
    }

    int observed() {
        return ObservedValues.count(scaled);
    }

    boolean isConstant() {
        return ObservedValues.areEqual(scaled);
    }
}
