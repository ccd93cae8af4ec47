package dev.headroom.engine.evaluation;

import java.util.OptionalDouble;

/// A number that says how good a forecast was. Missing actual values are passed over.
///
/// Input: a forecast beside actual values. Output: the metric over all steps with an actual value; empty when it is not
/// defined: no actual value at all, a scale of 0, or quantiles that were not computed.
/// Source: S. Makridakis, E. Spiliotis and V. Assimakopoulos (2020), The M4 Competition,
/// doi:10.1016/j.ijforecast.2019.04.014 (sMAPE, MASE, MSIS); R. J. Hyndman and A. B. Koehler (2006), Another look at
/// measures of forecast accuracy, doi:10.1016/j.ijforecast.2006.03.001 (MASE); T. Gneiting and A. E. Raftery (2007),
/// Strictly proper scoring rules, doi:10.1198/016214506000001437 (pinball loss, interval score).
/// Departures: none; percentages are 0 to 100 or 0 to 200.
public enum ForecastMetric {
    /// Root mean squared error, in the unit of the series.
    RMSE("rmse") {
        @Override
        double compute(ScoredForecast scored) {
            return Math.sqrt(PointLosses.mean(scored, (actual, point) -> (actual - point) * (actual - point)));
        }
    },
    /// Mean absolute error, in the unit of the series.
    MAE("mae") {
        @Override
        double compute(ScoredForecast scored) {
            return PointLosses.mean(scored, (actual, point) -> Math.abs(actual - point));
        }
    },
    /// Mean absolute percentage error over the steps whose actual value is not 0.
    MAPE("mape") {
        @Override
        double compute(ScoredForecast scored) {
            return PointLosses.mean(
                    scored,
                    (actual, point) -> actual == 0 ? Double.NaN : 100 * Math.abs(actual - point) / Math.abs(actual));
        }
    },
    /// Symmetric mean absolute percentage error, 0 to 200; a forecast of 0 for a value of 0 counts as 0.
    SMAPE("smape") {
        @Override
        double compute(ScoredForecast scored) {
            return PointLosses.mean(scored, (actual, point) -> {
                double size = Math.abs(actual) + Math.abs(point);
                return size == 0 ? 0 : 200 * Math.abs(actual - point) / size;
            });
        }
    },
    /// Mean absolute error divided by that of the seasonal naive forecast on the training values.
    MASE("mase") {
        @Override
        double compute(ScoredForecast scored) {
            return MAE.compute(scored) / scored.naiveScale();
        }
    },
    /// Mean pinball loss over all computed levels, in the unit of the series.
    PINBALL("pinball") {
        @Override
        double compute(ScoredForecast scored) {
            return QuantileLosses.meanPinball(scored);
        }
    },
    /// Weighted quantile loss: twice the sum of the mean pinball losses of the levels divided by the sum of the
    /// absolute actual values.
    WQL("wql") {
        @Override
        double compute(ScoredForecast scored) {
            return 2
                    * QuantileLosses.meanPinball(scored)
                    / PointLosses.mean(scored, (actual, point) -> Math.abs(actual));
        }
    },
    /// Twice the mean pinball loss over all computed levels, divided by the scale of MASE.
    SCALED_PINBALL("spl") {
        @Override
        double compute(ScoredForecast scored) {
            return 2 * QuantileLosses.meanPinball(scored) / scored.naiveScale();
        }
    },
    /// Mean scaled interval score of the 95 % interval (levels .025 and .975).
    MSIS("msis") {
        @Override
        double compute(ScoredForecast scored) {
            return QuantileLosses.intervalScore(scored, 0.025, 0.975) / scored.naiveScale();
        }
    },
    /// Share of the actual values within the 80 % interval (levels .1 and .9), borders included.
    COVERAGE_80("coverage80") {
        @Override
        double compute(ScoredForecast scored) {
            return QuantileLosses.coverage(scored, 0.1, 0.9);
        }
    },
    /// Share of the actual values within the 95 % interval (levels .025 and .975), borders included.
    COVERAGE_95("coverage95") {
        @Override
        double compute(ScoredForecast scored) {
            return QuantileLosses.coverage(scored, 0.025, 0.975);
        }
    };

    private final String code;

    ForecastMetric(String code) {
        this.code = code;
    }

    /// The name used in tables and files.
    public String code() {
        return code;
    }

    public OptionalDouble of(ScoredForecast scored) {
        double value = compute(scored);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// The metric, or a number that is not finite where it is not defined.
    abstract double compute(ScoredForecast scored);
}
