package dev.headroom.engine.model;

import java.util.List;

/// What to fit: a model family with its choices. A specification, a series and a seed determine a fit completely.
public sealed interface ModelSpec {
    /// The name used on the command line and in tables, such as `ets` or `auto`.
    String name();

    /// The parameters that were set; what is not set keeps the family's own value.
    default Settings settings() {
        return Settings.NONE;
    }

    /// The name with its settings as the catalogue of models reads it, such as `boosting(depth=6,trees=300)`.
    default String text() {
        return name() + settings().text();
    }

    /// The combination of different cheap components with weights from inner origins; the default.
    record Auto(SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Auto(SeasonLengths seasons) {
            this(seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return "auto";
        }
    }

    /// Gradient boosting learned from many series together.
    record Global(SeasonLengths seasons) implements ModelSpec {
        @Override
        public String name() {
            return "global";
        }
    }

    /// The last observation, repeated.
    record Naive() implements ModelSpec {
        @Override
        public String name() {
            return "naive";
        }
    }

    /// The observation one season earlier.
    record SeasonalNaive(SeasonLengths seasons) implements ModelSpec {
        @Override
        public String name() {
            return "snaive";
        }
    }

    /// The line through the first and the last observation, continued.
    record Drift() implements ModelSpec {
        @Override
        public String name() {
            return "drift";
        }
    }

    /// Exponential smoothing; the form is chosen by AICc among the admissible ones.
    record Ets(SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Ets(SeasonLengths seasons) {
            this(seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return "ets";
        }
    }

    /// Seasonal ARIMA; the orders are chosen by AICc.
    record Arima(SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Arima(SeasonLengths seasons) {
            this(seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return "arima";
        }
    }

    /// The Theta method on the seasonally adjusted series.
    record Theta(SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Theta(SeasonLengths seasons) {
            this(seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return "theta";
        }
    }

    /// An optimised Theta model on the seasonally adjusted series: theta is estimated.
    record OptimisedTheta(ThetaLines line, SeasonLengths seasons) implements ModelSpec {
        @Override
        public String name() {
            return line.code();
        }
    }

    /// The line of an [OptimisedTheta].
    enum ThetaLines {
        /// The one through the whole series.
        FIXED("otm"),
        /// Refitted at every step: the dynamic model.
        RUNNING("dotm");

        private final String code;

        ThetaLines(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// Complex exponential smoothing; where the season enters is chosen by AICc.
    record Ces(SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Ces(SeasonLengths seasons) {
            this(seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return "ces";
        }
    }

    /// Decomposition with several seasons (MSTL); what is left goes on by exponential smoothing.
    record Mstl(SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Mstl(SeasonLengths seasons) {
            this(seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return "mstl";
        }
    }

    /// TBATS: seasons of any length as sums of waves, Box-Cox transformation, damped trend, ARMA errors.
    record Tbats(SeasonLengths seasons) implements ModelSpec {
        @Override
        public String name() {
            return "tbats";
        }
    }

    /// A method for intermittent demand: a smoothed size of demands and how often they come.
    record Intermittent(Demand method) implements ModelSpec {
        @Override
        public String name() {
            return method.code();
        }
    }

    /// How an [Intermittent] smooths.
    enum Demand {
        /// Sizes and intervals, updated when there is demand.
        CROSTON("croston"),
        /// Croston's method with the correction of its bias by Syntetos and Boylan.
        SBA("sba"),
        /// Sizes and the probability of demand, updated in every period, after Teunter, Syntetos and Babai.
        TSB("tsb");

        private final String code;

        Demand(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// The additive model: a trend with change points, Fourier seasonality, quarter-end and holiday terms, regressors.
    ///
    /// @param holidayCountry ISO 3166 alpha-2 code such as `US`, or empty for no holidays
    record Additive(SeasonLengths seasons, String holidayCountry, Settings settings, AdditiveOptions options)
            implements ModelSpec {
        public Additive(SeasonLengths seasons, String holidayCountry) {
            this(seasons, holidayCountry, Settings.NONE, AdditiveOptions.usual());
        }

        public Additive withOptions(AdditiveOptions other) {
            return new Additive(seasons, holidayCountry, settings, other);
        }

        public Additive withSettings(Settings other) {
            return new Additive(seasons, holidayCountry, other, options);
        }

        @Override
        public String name() {
            return "additive";
        }

        @Override
        public String text() {
            return name() + (holidayCountry.isEmpty() ? "" : ":" + holidayCountry) + settings.text();
        }
    }

    /// Regression on features of the series: lags, rolling means, calendar.
    record Regression(Method method, SeasonLengths seasons, Settings settings) implements ModelSpec {
        public Regression(Method method, SeasonLengths seasons) {
            this(method, seasons, Settings.NONE);
        }

        @Override
        public String name() {
            return method.code();
        }
    }

    /// How a [Regression] learns.
    enum Method {
        /// A random forest.
        FOREST("forest"),
        /// Gradient boosting.
        BOOSTING("boosting"),
        /// A penalised linear function.
        LINEAR("linear"),
        /// The mean of the three, weighted by their errors at earlier origins.
        ENSEMBLE("ensemble");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// The methods whose mean this is: itself, or the other three.
        public List<Method> members() {
            return switch (this) {
                case FOREST, BOOSTING, LINEAR -> List.of(this);
                case ENSEMBLE -> List.of(FOREST, BOOSTING, LINEAR);
            };
        }
    }
}
