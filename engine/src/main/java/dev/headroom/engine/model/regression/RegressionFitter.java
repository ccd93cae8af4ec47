package dev.headroom.engine.model.regression;

import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.Fitter;
import dev.headroom.engine.model.ModelProvenance;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.Parameter;
import dev.headroom.engine.model.baseline.BaselineFitter;
import dev.headroom.engine.series.TimeSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fits the regressions on features ([ModelSpec.Regression]).
///
/// Input: a series in any unit; a missing value takes the one a season earlier and is never learned as a
/// label. Output: a [RegressionModel]; where the history gives too few rows, the seasonal naive forecast, the
/// last value, or one constant, which says so. Errors: `TooShort` without any observation. Source: L. Breiman
/// (2001), Random forests, doi:10.1023/A:1010933404324; J. H. Friedman (2001), Greedy function approximation,
/// doi:10.1214/aos/1013203451; A. E. Hoerl and R. W. Kennard (1970), doi:10.1080/00401706.1970.10488634.
/// Departures: labels are distances from a local level, so that trees can follow a trend; several steps ahead
/// are learned at once with the distance as a feature, further ones start again from the forecasts; forecasts
/// stay within one and a half ranges of the series, more where they reach beyond its length.
public final class RegressionFitter implements Fitter {
    private static final Parameter TREES = new Parameter.Whole("trees", 20, 600);
    private static final Parameter ROWS = new Parameter.Whole("rows", 1, 50);
    private static final String TOO_SHORT = "The history is too short for a regression on features. ";

    private final Optional<TreeLearner> fixed;
    private final Fitter baselines = new BaselineFitter();

    public RegressionFitter() {
        fixed = Optional.empty();
    }

    RegressionFitter(TreeLearner learner) {
        fixed = Optional.of(learner);
    }

    /// What can be set: how many trees, how deep, with how many leaves of how many rows at least; the learning rate of
    /// boosting, the share of columns of a forest, the penalty of a line. The ensemble has nothing of its own.
    public static List<Parameter> parameters(ModelSpec.Method method) {
        return switch (method) {
            case BOOSTING ->
                List.of(
                        TREES,
                        new Parameter.Whole("depth", 2, 12),
                        new Parameter.Whole("leaves", 4, 64),
                        ROWS,
                        new Parameter.LogReal("rate", 0.005, 0.5));
            case FOREST ->
                List.of(
                        TREES,
                        new Parameter.Whole("depth", 2, 16),
                        new Parameter.Whole("leaves", 8, 256),
                        ROWS,
                        new Parameter.Real("columns", 0.1, 1));
            case LINEAR -> List.of(new Parameter.LogReal("penalty", 0.0001, 100));
            case ENSEMBLE -> List.of();
        };
    }

    @Override
    public FitOutcome fit(TimeSeries series, ModelSpec spec, long seed) {
        if (!(spec instanceof ModelSpec.Regression regression)) {
            throw new IllegalArgumentException(
                    "spec (" + spec.name() + ") must be forest, boosting, linear or ensemble.");
        }
        if (series.missing() == series.length()) {
            return new FitOutcome.TooShort(0, 1);
        }
        KnownPast past = KnownPast.of(series, regression.seasons().shortest());
        boolean grows = regression.method() != ModelSpec.Method.LINEAR;
        TreeLearner learner = fixed.orElseGet(() -> grows ? TreeLibrary.here() : new SmileLearner());
        RegressionTrainer trainer = new RegressionTrainer(learner);
        Optional<RegressionTrainer.Members> members =
                trainer.train(past, regression, seed, RegressionTrainer.Effort.FULL);
        return new FitOutcome.Fitted(
                members.isEmpty()
                        ? plain(series, regression, seed)
                        : fitted(
                                series,
                                past,
                                regression,
                                seed,
                                trainer,
                                members.get(),
                                grows ? learner.library() : ""));
    }

    private FittedModel fitted(
            TimeSeries series,
            KnownPast past,
            ModelSpec.Regression spec,
            long seed,
            RegressionTrainer trainer,
            RegressionTrainer.Members members,
            String library) {
        EarlierTrials trials = EarlierTrials.of(trainer, past, spec, seed);
        double[] weights = trials.weights(past, members.predictors().size());
        List<TrainedRegression> earlier =
                trials.trials().stream().map(RegressionTrainer.Members::equal).toList();
        double otherwise = members.table().labelSize()
                * members.layout().level(past.values(), past.length() - 1).unit();
        ErrorSpread spread = ErrorSpread.of(trials.errors(past, earlier), otherwise);
        ModelProvenance provenance =
                ModelProvenance.of(series, spec, seed, parameters(members, weights, spec, spread, library));
        String words = RegressionWords.of(spec, members, weights, library);
        return new RegressionModel(
                past,
                series.length() - past.length(),
                members.weighted(weights),
                trials.lengths(),
                earlier,
                spread,
                provenance,
                words,
                length -> earlierFit(series, length, spec, seed));
    }

    /// A fit to the first points; before the first observation, that observation.
    private FittedModel earlierFit(TimeSeries series, int length, ModelSpec.Regression spec, long seed) {
        TimeSeries known = series.slice(0, length);
        return switch (fit(known, spec, seed)) {
            case FitOutcome.Fitted model -> model.model();
            case FitOutcome.TooShort _, FitOutcome.Constant _, FitOutcome.NotConverged _ ->
                single(known, KnownPast.of(series, 1).values()[0], spec, seed);
        };
    }

    private static Map<String, Double> parameters(
            RegressionTrainer.Members members,
            double[] weights,
            ModelSpec.Regression spec,
            ErrorSpread spread,
            String library) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        List<ModelSpec.Method> methods = spec.method().members();
        for (int i = 0; i < weights.length; i++) {
            parameters.put("weight of " + methods.get(i).code(), weights[i]);
        }
        if (!library.isEmpty()) {
            parameters.put("trees by " + library, 1.0);
        }
        parameters.put("rows", (double) members.table().count());
        parameters.put("features", (double) members.table().width());
        parameters.put("level window", (double) members.layout().window());
        parameters.put("steps at once", (double) members.layout().reach());
        parameters.put("error of a step", spread.size());
        return parameters;
    }

    private FittedModel plain(TimeSeries series, ModelSpec.Regression spec, long seed) {
        for (ModelSpec simpler : List.of(new ModelSpec.SeasonalNaive(spec.seasons()), new ModelSpec.Naive())) {
            if (baselines.fit(series, simpler, seed) instanceof FitOutcome.Fitted fitted) {
                FittedModel model = fitted.model();
                ModelProvenance provenance = ModelProvenance.of(
                        series, spec, seed, model.provenance().parameters());
                return new PlainModel(
                        Optional.of(model), series.grid(), 0, provenance, TOO_SHORT + model.explanation());
            }
        }
        return single(series, KnownPast.of(series, 1).values()[0], spec, seed);
    }

    private static FittedModel single(TimeSeries series, double only, ModelSpec spec, long seed) {
        return new PlainModel(
                Optional.empty(),
                series.grid(),
                only,
                ModelProvenance.of(series, spec, seed, Map.of()),
                TOO_SHORT + "The only observation is repeated, and how far it may change is unknown.");
    }
}
