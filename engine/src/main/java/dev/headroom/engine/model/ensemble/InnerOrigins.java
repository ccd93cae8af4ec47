package dev.headroom.engine.model.ensemble;

import java.util.stream.IntStream;

/// The earlier origins at which the components are tried.
///
/// @param origins window lengths, latest first
/// @param steps how many steps each trial reaches
record InnerOrigins(int[] origins, int steps) {
    /// @param length how many points the series has
    /// @param horizon how many steps will be forecast
    static InnerOrigins of(FrequencyClass frequency, SeasonPlan seasons, int length, int horizon) {
        int m = seasons.shortLength();
        int count = Math.clamp(length / 60, 4, 16);
        int steps = horizon;
        int stride = Math.max(1, horizon / 4);
        if (frequency == FrequencyClass.SUB_DAILY && (m == 24 || m == 1)) {
            steps = Math.min(horizon, 48);
            stride = 24;
        } else if (frequency == FrequencyClass.SUB_DAILY) {
            steps = Math.min(horizon, 2 * m);
            stride = Math.max(1, m / 2);
            count = 4;
        }
        int first = Math.max(Math.max(2 * m + 4, 10), length / 3);
        int newest = length - steps;
        int step = stride;
        int[] origins = IntStream.range(0, count)
                .map(i -> newest - i * step)
                .filter(origin -> origin >= first)
                .toArray();
        return new InnerOrigins(origins, steps);
    }

    int count() {
        return origins.length;
    }
}
