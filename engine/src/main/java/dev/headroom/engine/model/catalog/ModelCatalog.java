package dev.headroom.engine.model.catalog;

import dev.headroom.engine.feature.Holidays;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.Magnitude;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.Settings;
import dev.headroom.engine.model.additive.AdditiveFitter;
import dev.headroom.engine.model.arima.ArimaFitter;
import dev.headroom.engine.model.baseline.BaselineFitter;
import dev.headroom.engine.model.ces.CesFitter;
import dev.headroom.engine.model.decomposition.MstlFitter;
import dev.headroom.engine.model.ensemble.CombinationFitter;
import dev.headroom.engine.model.ensemble.Pool;
import dev.headroom.engine.model.ets.EtsFitter;
import dev.headroom.engine.model.intermittent.IntermittentFitter;
import dev.headroom.engine.model.regression.RegressionFitter;
import dev.headroom.engine.model.tbats.TbatsFitter;
import dev.headroom.engine.model.theta.OptimisedThetaFitter;
import dev.headroom.engine.model.theta.ThetaFitter;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
            "otm",
            "dotm",
            "ces",
            "mstl",
            "tbats",
            "croston",
            "sba",
            "tsb",
            "additive",
            "forest",
            "boosting",
            "linear",
            "ensemble",
            "global");

    /// The names of models that learn from one series alone.
    public static final List<String> ALONE =
            NAMES.stream().filter(name -> !name.equals("global")).toList();

    private static final String WITH_HOLIDAYS = "additive:";

    private final Fitter combination;
    private final Fitter additive = new AdditiveFitter();
    private final Fitter theta = new ThetaFitter();
    private final Fitter baselines = new BaselineFitter();
    private final Fitter smoothing = new EtsFitter();
    private final Fitter arima = new ArimaFitter();
    private final Fitter optimisedTheta = new OptimisedThetaFitter();
    private final Fitter complexSmoothing = new CesFitter();
    private final Fitter decomposition = new MstlFitter();
    private final Fitter tbats = new TbatsFitter();
    private final Fitter intermittent = new IntermittentFitter();
    private final Fitter regression = new RegressionFitter();

    /// Each series alone.
    public ModelCatalog() {
        this(Optional.empty());
    }

    /// @param pool what the series that are forecast together have taught
    public ModelCatalog(Optional<Pool> pool) {
        this.combination = new CombinationFitter(pool);
    }

    /// The specification of a model as it is typed on the command line: a name, and the parameters that are
    /// set, such as `boosting(trees=300,depth=6)`. `additive:US` is the additive model with the holidays of a
    /// country.
    ///
    /// @throws IllegalArgumentException when name or parameter are unknown; the message lists the known ones
    public static ModelSpec parse(String text, SeasonLengths seasons) {
        int bracket = text.indexOf('(');
        if (bracket < 0) {
            return spec(text, Settings.NONE, seasons);
        }
        String name = text.substring(0, bracket).strip();
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException("model (" + text + ") must end with a closing bracket.");
        }
        ModelSpec plain = spec(name, Settings.NONE, seasons);
        String inside = text.substring(bracket + 1, text.length() - 1);
        return inside.isBlank() ? plain : spec(name, Settings.parse(inside, name, parameters(plain)), seasons);
    }

    /// A specification of the same model with other settings.
    public static ModelSpec with(ModelSpec spec, Settings settings) {
        return switch (spec) {
            case ModelSpec.Auto auto -> new ModelSpec.Auto(auto.seasons(), settings);
            case ModelSpec.Ets ets -> new ModelSpec.Ets(ets.seasons(), settings);
            case ModelSpec.Arima arima -> new ModelSpec.Arima(arima.seasons(), settings);
            case ModelSpec.Theta theta -> new ModelSpec.Theta(theta.seasons(), settings);
            case ModelSpec.Additive additive -> additive.withSettings(settings);
            case ModelSpec.Ces ces -> new ModelSpec.Ces(ces.seasons(), settings);
            case ModelSpec.Mstl mstl -> new ModelSpec.Mstl(mstl.seasons(), settings);
            case ModelSpec.Regression regression ->
                new ModelSpec.Regression(regression.method(), regression.seasons(), settings);
            case ModelSpec.Naive _,
                    ModelSpec.SeasonalNaive _,
                    ModelSpec.Drift _,
                    ModelSpec.OptimisedTheta _,
                    ModelSpec.Tbats _,
                    ModelSpec.Intermittent _,
                    ModelSpec.Global _ -> {
                if (!settings.isEmpty()) {
                    throw new IllegalArgumentException("model (" + spec.name() + ") has no parameters.");
                }
                yield spec;
            }
        };
    }

    /// What can be set and tuned of a model; empty when nothing can.
    public static List<Parameter> parameters(ModelSpec spec) {
        return switch (spec) {
            case ModelSpec.Auto _ -> CombinationFitter.PARAMETERS;
            case ModelSpec.Ets _ -> EtsFitter.PARAMETERS;
            case ModelSpec.Arima _ -> ArimaFitter.PARAMETERS;
            case ModelSpec.Theta _ -> ThetaFitter.PARAMETERS;
            case ModelSpec.Ces _ -> CesFitter.PARAMETERS;
            case ModelSpec.Mstl _ -> MstlFitter.PARAMETERS;
            case ModelSpec.Additive _ -> AdditiveFitter.PARAMETERS;
            case ModelSpec.Regression regression -> RegressionFitter.parameters(regression.method());
            case ModelSpec.Naive _,
                    ModelSpec.SeasonalNaive _,
                    ModelSpec.Drift _,
                    ModelSpec.OptimisedTheta _,
                    ModelSpec.Tbats _,
                    ModelSpec.Intermittent _,
                    ModelSpec.Global _ -> List.of();
        };
    }

    private static ModelSpec spec(String name, Settings settings, SeasonLengths seasons) {
        return with(plain(name, seasons), settings);
    }

    private static ModelSpec plain(String name, SeasonLengths seasons) {
        return switch (name) {
            case "auto" -> new ModelSpec.Auto(seasons);
            case "global" -> new ModelSpec.Global(seasons);
            case "naive" -> new ModelSpec.Naive();
            case "snaive" -> new ModelSpec.SeasonalNaive(seasons);
            case "drift" -> new ModelSpec.Drift();
            case "ets" -> new ModelSpec.Ets(seasons);
            case "arima" -> new ModelSpec.Arima(seasons);
            case "theta" -> new ModelSpec.Theta(seasons);
            case "otm" -> new ModelSpec.OptimisedTheta(ModelSpec.ThetaLines.FIXED, seasons);
            case "dotm" -> new ModelSpec.OptimisedTheta(ModelSpec.ThetaLines.RUNNING, seasons);
            case "ces" -> new ModelSpec.Ces(seasons);
            case "mstl" -> new ModelSpec.Mstl(seasons);
            case "tbats" -> new ModelSpec.Tbats(seasons);
            case "croston" -> new ModelSpec.Intermittent(ModelSpec.Demand.CROSTON);
            case "sba" -> new ModelSpec.Intermittent(ModelSpec.Demand.SBA);
            case "tsb" -> new ModelSpec.Intermittent(ModelSpec.Demand.TSB);
            case "additive" -> new ModelSpec.Additive(seasons, "");
            case "forest" -> new ModelSpec.Regression(ModelSpec.Method.FOREST, seasons);
            case "boosting" -> new ModelSpec.Regression(ModelSpec.Method.BOOSTING, seasons);
            case "linear" -> new ModelSpec.Regression(ModelSpec.Method.LINEAR, seasons);
            case "ensemble" -> new ModelSpec.Regression(ModelSpec.Method.ENSEMBLE, seasons);
            default -> {
                if (name.startsWith(WITH_HOLIDAYS)) {
                    yield new ModelSpec.Additive(seasons, country(name.substring(WITH_HOLIDAYS.length())));
                }
                throw new IllegalArgumentException("model (" + name + ") must be one of " + String.join(", ", NAMES)
                        + "; parameters follow in brackets, such as boosting(trees=300,depth=6).");
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
        return Magnitude.refusal(series).orElseGet(() -> fitted(series, spec, seed));
    }

    private FitOutcome fitted(TimeSeries series, ModelSpec spec, long seed) {
        return switch (spec) {
            case ModelSpec.Naive naive -> baselines.fit(series, naive, seed);
            case ModelSpec.SeasonalNaive naive -> baselines.fit(series, naive, seed);
            case ModelSpec.Drift drift -> baselines.fit(series, drift, seed);
            case ModelSpec.Auto auto -> combination.fit(series, auto, seed);
            case ModelSpec.Global global -> combination.fit(series, global, seed);
            case ModelSpec.Ets ets -> smoothing.fit(series, ets, seed);
            case ModelSpec.Arima orders -> arima.fit(series, orders, seed);
            case ModelSpec.Theta lines -> theta.fit(series, lines, seed);
            case ModelSpec.OptimisedTheta lines -> optimisedTheta.fit(series, lines, seed);
            case ModelSpec.Ces ces -> complexSmoothing.fit(series, ces, seed);
            case ModelSpec.Mstl mstl -> decomposition.fit(series, mstl, seed);
            case ModelSpec.Tbats waves -> tbats.fit(series, waves, seed);
            case ModelSpec.Intermittent demand -> intermittent.fit(series, demand, seed);
            case ModelSpec.Additive terms -> additive.fit(series, terms, seed);
            case ModelSpec.Regression features -> regression.fit(series, features, seed);
        };
    }
}
