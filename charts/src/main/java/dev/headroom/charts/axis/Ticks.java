package dev.headroom.charts.axis;

/// Round positions that cover a span of values.
public final class Ticks {
    private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};

    private Ticks() {}

    /// The multiples of the step that cover `min` to `max`, both ends included.
    static double[] covering(double min, double max, double step) {
        long first = (long) Math.floor(min / step + 1e-9);
        long last = (long) Math.ceil(max / step - 1e-9);
        return multiples(first, Math.max(last, first + 1), step);
    }

    /// The multiples of the step inside `min` to `max`.
    static double[] within(double min, double max, double step) {
        long first = (long) Math.ceil(min / step - 1e-9);
        long last = (long) Math.floor(max / step + 1e-9);
        return multiples(first, last, step);
    }

    /// The smallest step of 1, 2, 2.5 or 5 times a power of ten that cuts the span into at most `intervals` parts.
    public static double roundStep(double span, int intervals) {
        if (!(span > 0) || !Double.isFinite(span)) {
            throw new IllegalArgumentException("span (" + span + ") must be positive and finite.");
        }
        if (intervals < 1) {
            throw new IllegalArgumentException("intervals (" + intervals + ") must be positive.");
        }
        double raw = span / intervals;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double mantissa : MANTISSAS) {
            if (mantissa * power >= raw * (1 - 1e-9)) {
                return mantissa * power;
            }
        }
        return 10 * power;
    }

    /// Four to six round values that cover `min` to `max`.
    public static double[] round(double min, double max) {
        double low = Math.min(min, max);
        double high = Math.max(min, max);
        double span = high - low;
        if (!(span > Math.max(Math.abs(low), Math.abs(high)) * 1e-9)) {
            double pad = Math.max(Math.abs(high) * 0.1, 1e-6);
            low -= pad;
            high += pad;
            span = high - low;
        }
        double[] best = covering(low, high, roundStep(span, 6));
        for (int intervals = 6; intervals >= 2; intervals--) {
            double[] candidate = covering(low, high, roundStep(span, intervals));
            if (candidate.length <= 6 && candidate.length >= 4) {
                return candidate;
            }
            if (Math.abs(candidate.length - 5) < Math.abs(best.length - 5)) {
                best = candidate;
            }
        }
        return best;
    }

    private static double[] multiples(long first, long last, double step) {
        int count = (int) Math.max(0, last - first + 1);
        double[] ticks = new double[count];
        for (int i = 0; i < count; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }
}
