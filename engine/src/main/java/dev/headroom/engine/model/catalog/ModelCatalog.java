package dev.headroom.engine.model.catalog;

import dev.headroom.engine.feature.Holidays;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.additive.AdditiveFitter;
import dev.headroom.engine.model.arima.ArimaFitter;
import dev.headroom.engine.model.baseline.BaselineFitter;
import dev.headroom.engine.model.ensemble.CombinationFitter;
import dev.headroom.engine.model.ets.EtsFitter;
import dev.headroom.engine.model.regression.RegressionFitter;
import dev.headroom.engine.model.theta.ThetaFitter;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Locale;

/// Every model family under one roof: a specification finds its fitter here.
public final class ModelCatalog implements Fitter {
    /// The names that [#parse] understands, in the order of tables.
    public static final List<String> NAMES = List.of(
            "auto",
            "naive",
            "snaive",
            "drift",
            "ets",
            "arima",
            "theta",
            "additive",
            "forest",
            "boosting",
            "linear",
            "ensemble");

    private static final String WITH_HOLIDAYS = "additive:";

    private final Fitter combination = new CombinationFitter();
    private final Fitter additive = new AdditiveFitter();
    private final Fitter theta = new ThetaFitter();
    private final Fitter baselines = new BaselineFitter();
    private final Fitter smoothing = new EtsFitter();
    private final Fitter arima = new ArimaFitter();
    private final Fitter regression = new RegressionFitter();

    /// The specification of a model name as it is typed on the command line. `additive:US` is the additive model with
    /// the
    /// holidays of a country.
    ///
    /// @throws IllegalArgumentException when the name is unknown; the message lists the known ones
    public static ModelSpec parse(String name, SeasonLengths seasons) {
        return switch (name) {
            case "auto" -> new ModelSpec.Auto(seasons);
            case "naive" -> new ModelSpec.Naive();
            case "snaive" -> new ModelSpec.SeasonalNaive(seasons);
            case "drift" -> new ModelSpec.Drift();
            case "ets" -> new ModelSpec.Ets(seasons);
            case "arima" -> new ModelSpec.Arima(seasons);
            case "theta" -> new ModelSpec.Theta(seasons);
            case "additive" -> new ModelSpec.Additive(seasons, "");
            case "forest" -> new ModelSpec.Regression(ModelSpec.Method.FOREST, seasons);
            case "boosting" -> new ModelSpec.Regression(ModelSpec.Method.BOOSTING, seasons);
            case "linear" -> new ModelSpec.Regression(ModelSpec.Method.LINEAR, seasons);
            case "ensemble" -> new ModelSpec.Regression(ModelSpec.Method.ENSEMBLE, seasons);
            default -> {
                if (name.startsWith(WITH_HOLIDAYS)) {
                    yield new ModelSpec.Additive(seasons, country(name.substring(WITH_HOLIDAYS.length())));
                }
                throw new IllegalArgumentException(
                        "model (" + name + ") must be one of " + String.join(", ", NAMES) + ".");
            }
        };
    }

    private static String country(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        if (!Holidays.countries().contains(upper)) {
            throw new IllegalArgumentException("country (" + code
                    + ") of the holidays must be an ISO 3166 code with a known calendar, such as US.");
        }
        return upper;
    }

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        return switch (spec) {
            case ModelSpec.Naive naive -> baselines.fit(series, naive, seed);
            case ModelSpec.SeasonalNaive naive -> baselines.fit(series, naive, seed);
            case ModelSpec.Drift drift -> baselines.fit(series, drift, seed);
            case ModelSpec.Auto auto -> combination.fit(series, auto, seed);
            case ModelSpec.Ets ets -> smoothing.fit(series, ets, seed);
            case ModelSpec.Arima orders -> arima.fit(series, orders, seed);
            case ModelSpec.Theta lines -> theta.fit(series, lines, seed);
            case ModelSpec.Additive terms -> additive.fit(series, terms, seed);
            case ModelSpec.Regression features -> regression.fit(series, features, seed);
        };
    }
}
