package dev.headroom.engine.model.ets;

import java.util.Arrays;

/// Initial states from the first observations, where the search for the best ones begins.
///
/// Input: values with at least one observation; for a season at least two of them. Output: level and slope before the
/// first value by a straight line through the first seasons, seasonal states by classical decomposition.
/// Source: Hyndman et al. (2008), doi:10.1007/978-3-540-71918-2, section 2.6.1. Departures: phases that were never
/// observed start neutral.
///
/// @param seasonal by phase of the first season; empty without a season
record EtsStart(double level, double slope, double[] seasonal) {
    private static final int FEWEST_FOR_LINE = 10;

    static EtsStart of(EtsForm form, int seasonLength, double[] values) {
        double[] seasonal = new double[0];
        double[] adjusted = values;
        if (form.isSeasonal()) {
            boolean ratio = form.season() == EtsForm.Season.MULTIPLICATIVE;
            seasonal = ratio ? ratios(values, seasonLength) : differences(values, seasonLength);
            adjusted = new double[values.length];
            for (int t = 0; t < values.length; t++) {
                double s = seasonal[t % seasonLength];
                adjusted[t] = ratio ? values[t] / s : values[t] - s;
            }
        }
        int stretch = Math.min(values.length, Math.max(FEWEST_FOR_LINE, 2 * seasonLength));
        double[] line = line(adjusted, stretch);
        return form.hasTrend()
                ? new EtsStart(line[0] - line[1], line[1], seasonal)
                : new EtsStart(mean(adjusted, stretch), 0, seasonal);
    }

    private static double[] differences(double[] values, int m) {
        double[] centre = movingAverage(values, m);
        double[] rest = new double[values.length];
        Arrays.setAll(rest, t -> values[t] - centre[t]);
        double[] phases = phaseMeans(rest, m, 0);
        double shift = Arrays.stream(phases).average().orElseThrow();
        return Arrays.stream(phases).map(phase -> phase - shift).toArray();
    }

    private static double[] ratios(double[] values, int m) {
        double[] centre = movingAverage(values, m);
        double[] rest = new double[values.length];
        Arrays.setAll(rest, t -> values[t] / centre[t]);
        double[] phases = phaseMeans(rest, m, 1);
        for (int i = 0; i < m; i++) {
            phases[i] = Math.max(phases[i], 0.01);
        }
        double scale = Arrays.stream(phases).average().orElseThrow();
        return Arrays.stream(phases).map(phase -> phase / scale).toArray();
    }

    /// The centred moving average of one season; NaN at both ends.
    private static double[] movingAverage(double[] values, int m) {
        double[] centre = new double[values.length];
        Arrays.fill(centre, Double.NaN);
        int half = m / 2;
        for (int t = half; t + half < values.length; t++) {
            double sum = 0;
            double weight = 0;
            for (int j = -half; j <= half; j++) {
                double share = m % 2 == 0 && Math.abs(j) == half ? 0.5 : 1;
                if (!Double.isNaN(values[t + j])) {
                    sum += share * values[t + j];
                    weight += share;
                }
            }
            centre[t] = sum / weight;
        }
        return centre;
    }

    private static double[] phaseMeans(double[] rest, int m, double neutral) {
        double[] sums = new double[m];
        int[] counts = new int[m];
        for (int t = 0; t < rest.length; t++) {
            if (!Double.isNaN(rest[t])) {
                sums[t % m] += rest[t];
                counts[t % m]++;
            }
        }
        for (int i = 0; i < m; i++) {
            sums[i] = counts[i] == 0 ? neutral : sums[i] / counts[i];
        }
        return sums;
    }

    private static double mean(double[] values, int stretch) {
        double fallback = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        return Arrays.stream(values, 0, stretch)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(fallback);
    }

    /// Intercept (at the first value) and slope of the line through the observed values of a stretch.
    private static double[] line(double[] values, int stretch) {
        double n = 0;
        double st = 0;
        double sy = 0;
        double stt = 0;
        double sty = 0;
        for (int t = 0; t < stretch; t++) {
            if (!Double.isNaN(values[t])) {
                n++;
                st += t;
                sy += values[t];
                stt += (double) t * t;
                sty += t * values[t];
            }
        }
        double spread = n * stt - st * st;
        if (!(spread > 0)) {
            return new double[] {mean(values, stretch), 0};
        }
        double slope = (n * sty - st * sy) / spread;
        return new double[] {(sy - slope * st) / n, slope};
    }
}
