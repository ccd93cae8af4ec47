package dev.headroom.engine.model.additive;

import dev.headroom.engine.model.AdditiveOptions;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;

/// Brings a series to values of size about 1, so that priors mean the same for every unit: the mean is taken
/// off, unless parts multiply, and the largest distance from it is one.
///
/// @param observed how many values there are
record Scaling(int observed, double centre, double size) {
    static Scaling of(TimeSeries series, ModelSpec.Additive spec) {
        double[] values = Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        boolean centred = spec.options().seasonality() == AdditiveOptions.Seasonality.ADDS;
        // A mean of distances from one value keeps all digits of large values that differ little.
        double first = values.length == 0 ? 0 : values[0];
        double mean = first
                + Arrays.stream(values).map(value -> value - first).average().orElse(0);
        double centre = centred ? mean : 0;
        double size = Arrays.stream(values)
                .map(value -> Math.abs(value - centre))
                .max()
                .orElse(0);
        return new Scaling(values.length, centre, size > 0 ? size : 1);
    }

    double scaled(double value) {
        return (value - centre) / size;
    }

    Curve.Point scaled(Curve.Point point) {
        return new Curve.Point(point.row(), scaled(point.floor()), scaled(point.capacity()));
    }

    /// Coefficients in the unit of the series; a logit and shares of the trend have none.
    double[] unscaled(double[] coefficients, Design design) {
        double[] result = coefficients.clone();
        int trend = design.trend().columns();
        for (int i = 0; i < result.length; i++) {
            boolean free = i < trend ? design.trend().form() == Trend.Form.LOGISTIC : design.multiplies();
            result[i] *= free ? 1 : size;
        }
        result[0] += design.trend().form() == Trend.Form.LOGISTIC ? 0 : centre;
        return result;
    }
}
