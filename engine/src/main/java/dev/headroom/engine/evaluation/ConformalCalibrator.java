package dev.headroom.engine.evaluation;

import dev.headroom.engine.numeric.OrderStatistics;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// How large the errors of a model really were at earlier origins, in units of the spread that the model itself gave.
///
/// Input: errors (actual minus point forecast) by origin and step, NaN where missing, and the model's
/// standard deviation of each of them. Output: quantiles of future errors in units of the model's standard
/// deviation, which do not decrease in the level; all steps share them, the size grows as [ErrorGrowth] says.
/// Errors: none; fewer than ten usable errors or two origins give an empty calibration from [#of]. Source:
/// split conformal prediction after V. Vovk, A. Gammerman and G. Shafer (2005), Algorithmic learning in a
/// random world, doi:10.1007/b106715, and J. Lei et al. (2018), Distribution-free predictive inference for
/// regression, doi:10.1080/01621459.2017.1307116, for its finite-sample level `a (n + 1) / n`. Departures:
/// errors of one origin hang together, so the count `n` is origins times the square root of the steps; with
/// few origins the sample is mixed with a Laplace distribution and its size with the model's own;
/// [CalibratedModel] holds the errors within three times the largest one seen.
public final class ConformalCalibrator {
    private static final int FEWEST_ERRORS = 10;
    private static final double SHAPE_WEIGHT = 40;
    private static final double SIGN_WEIGHT = 40;

    private final ErrorGrowth growth;
    private final double[] sorted;
    private final double[] sortedSizes;
    private final double count;

    private ConformalCalibrator(ErrorGrowth growth, double[] standardised, double count) {
        this.growth = growth;
        this.sorted = Arrays.stream(standardised).sorted().toArray();
        this.sortedSizes = Arrays.stream(standardised).map(Math::abs).sorted().toArray();
        this.count = count;
    }

    /// @param errors `errors[origin][step]`, all rows of the same length; NaN = missing
    /// @param deviations the model's standard deviation of each error; an error with deviation 0 is left out
    /// @return empty when there is too little to calibrate with
    public static Optional<ConformalCalibrator> of(double[][] errors, double[][] deviations) {
        int origins = errors.length;
        int steps = origins == 0 ? 0 : errors[0].length;
        double[][] ratios = new double[origins][steps];
        for (int j = 0; j < origins; j++) {
            for (int k = 0; k < steps; k++) {
                ratios[j][k] = deviations[j][k] > 0 ? errors[j][k] / deviations[j][k] : Double.NaN;
            }
        }
        double[] known = known(Arrays.stream(ratios).flatMapToDouble(Arrays::stream));
        boolean exact = Arrays.stream(known).allMatch(ratio -> ratio == 0);
        if (origins < 2 || known.length < FEWEST_ERRORS || exact) {
            return Optional.empty();
        }
        ErrorGrowth growth = ErrorGrowth.of(ratios);
        return Optional.of(new ConformalCalibrator(growth, standardised(ratios, growth), origins * Math.sqrt(steps)));
    }

    private static double[] standardised(double[][] ratios, ErrorGrowth growth) {
        return known(Arrays.stream(ratios).flatMapToDouble(row -> {
            double[] scaled = new double[row.length];
            Arrays.setAll(scaled, k -> row[k] / growth.at(k + 1));
            return Arrays.stream(scaled);
        }));
    }

    private static double[] known(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).toArray();
    }

    /// Mean absolute error at a step, in units of the model's standard deviation.
    public double size(int step) {
        return growth.at(step);
    }

    /// The quantile of the error at any step, in units of [#size].
    ///
    /// @param level in (0, 1)
    public double quantile(double level) {
        double side = level < 0.5 ? -1 : 1;
        double central = Math.abs(2 * level - 1);
        double laplace = -Math.log1p(-central);
        double shape = weight(SHAPE_WEIGHT);
        double symmetric = side * (shape * corrected(sortedSizes, central) + (1 - shape) * laplace);
        double signed = side < 0 ? lower(level) : upper(level);
        double own = weight(SIGN_WEIGHT);
        return own * signed + (1 - own) * symmetric;
    }

    private double weight(double against) {
        return count / (count + against);
    }

    private double corrected(double[] values, double level) {
        return OrderStatistics.quantileOfSorted(values, Math.min(1, level * (count + 1) / count));
    }

    /// Moves the level of a one-sided quantile outwards by the finite-sample rule, keeping the median in place.
    private double upper(double level) {
        return OrderStatistics.quantileOfSorted(sorted, Math.min(1, outward(level)));
    }

    private double lower(double level) {
        return OrderStatistics.quantileOfSorted(sorted, Math.max(0, 1 - outward(1 - level)));
    }

    private double outward(double level) {
        return 0.5 + (level - 0.5) * (count + 1) / count;
    }
}
