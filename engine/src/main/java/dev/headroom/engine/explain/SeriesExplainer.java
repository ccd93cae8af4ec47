package dev.headroom.engine.explain;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.ExplainedModel;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.additive.AdditiveFitter;
import dev.headroom.engine.model.additive.AdditiveModel;
import dev.headroom.engine.model.additive.TrendBend;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.TimeSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Explains a series and a forecast of it, whatever the model: the additive model gives level, trend, bends
/// and seasons, the forecast its end, and a model that is a sum of parts the drivers; else these too come
/// from the additive model.
///
/// Input: a series with an observation and a model fitted to it. Output: an [Explanation]. Errors: a series without any
/// observation throws. Source: S. J. Taylor and B. Letham (2018), Forecasting at scale,
/// doi:10.1080/00031305.2017.1380080. Departures: the intervals of level and slope are those of a line through the
/// observations since the last bend, with the noise of the fit widened by its correlation between steps.
public final class SeriesExplainer {
    private static final double SCORE_80 = 1.2815515655446004;
    private static final int USUAL_SEASONS = 4;

    private SeriesExplainer() {}

    /// @param seasons of the series in steps
    /// @param country whose holidays the decomposition knows; empty for none
    /// @param parts of the model, where it is a sum of parts
    public static Explanation explain(
            TimeSeries series,
            FittedModel model,
            Optional<ExplainedModel> parts,
            Horizon horizon,
            MeasureUnit unit,
            SeasonLengths seasons,
            String country) {
        int observed = series.length() - series.missing();
        if (observed == 0) {
            throw new IllegalArgumentException("series " + series.key() + " must have an observation.");
        }
        Optional<AdditiveModel> additive = decomposed(series, seasons, country);
        TimeWords times = new TimeWords(series.grid());
        QuantileForecast forecast = model.forecast(horizon, 0.1, 0.5, 0.9);
        int last = horizon.steps() - 1;
        Explanation.Range end = new Explanation.Range(
                forecast.quantile(0.5)[last], forecast.quantile(0.1)[last], forecast.quantile(0.9)[last]);
        Optional<ExplainedModel> explaining = parts.isPresent() ? parts : additive.map(known -> known);
        return new Explanation(
                model.provenance().spec().name(),
                unit,
                observed,
                times.at(firstKnown(series)),
                times.at(lastKnown(series)),
                additive.map(known -> trend(series, known, times)),
                additive.map(known -> bends(known, times)).orElse(List.of()),
                additive.map(known -> SeasonWords.of(known, series)).orElse(List.of()),
                new Explanation.Ahead(times.at(series.length() + last), horizon.steps(), end),
                explaining
                        .map(known -> drivers(known, series, horizon, seasons))
                        .orElse(List.of()),
                UnknownThings.of(series, horizon, end, seasons, country));
    }

    private static Optional<AdditiveModel> decomposed(TimeSeries series, SeasonLengths seasons, String country) {
        ModelSpec spec = new ModelSpec.Additive(seasons, country);
        return switch (new AdditiveFitter().fit(series, spec, 0)) {
            case FitOutcome.Fitted fitted -> Optional.of((AdditiveModel) fitted.model());
            case FitOutcome.TooShort _, FitOutcome.Constant _, FitOutcome.NotConverged _ -> Optional.empty();
        };
    }

    static int firstKnown(TimeSeries series) {
        int index = 0;
        while (Double.isNaN(series.value(index))) {
            index++;
        }
        return index;
    }

    static int lastKnown(TimeSeries series) {
        int index = series.length() - 1;
        while (Double.isNaN(series.value(index))) {
            index--;
        }
        return index;
    }

    private static Explanation.Trend trend(TimeSeries series, AdditiveModel model, TimeWords times) {
        int end = series.length();
        double[] trend = model.contributions(end - 2, end).getFirst().values();
        List<TrendBend> bends = model.bends();
        int from = bends.isEmpty() ? 0 : bends.getLast().index();
        int length = (int) IntStream.range(from, end)
                .filter(t -> !Double.isNaN(series.value(t)))
                .count();
        double count = Math.max(3, length);
        double noise = parameter(model, "noise");
        double fading = Math.min(0.95, parameter(model, "fading"));
        double widened = noise * Math.sqrt((1 + fading) / (1 - fading));
        double slope = trend[1] - trend[0];
        double slopeError = SCORE_80 * widened * Math.sqrt(12 / (count * (count * count - 1))) * times.stepsAPeriod();
        double levelError = SCORE_80 * widened * Math.min(1, 2 / Math.sqrt(count));
        double change = slope * times.stepsAPeriod();
        return new Explanation.Trend(
                new Explanation.Range(trend[1], trend[1] - levelError, trend[1] + levelError),
                new Explanation.Range(change, change - slopeError, change + slopeError),
                times.period());
    }

    private static double parameter(AdditiveModel model, String name) {
        return Objects.requireNonNull(model.provenance().parameters().get(name), name);
    }

    private static List<Explanation.Bend> bends(AdditiveModel model, TimeWords times) {
        return model.bends().stream()
                .map(bend -> new Explanation.Bend(
                        times.at(bend.index()),
                        bend.before() * times.stepsAPeriod(),
                        bend.after() * times.stepsAPeriod()))
                .toList();
    }

    /// What each part gives at the end of the forecast beyond its mean over the last known seasons.
    private static List<Explanation.Driver> drivers(
            ExplainedModel model, TimeSeries series, Horizon horizon, SeasonLengths seasons) {
        int known = series.length();
        int longest = seasons.isEmpty() ? 1 : seasons.values().getLast();
        int usual = Math.clamp((long) USUAL_SEASONS * longest, 1, known);
        List<Contribution> parts = model.contributions(known - usual, known + horizon.steps());
        List<Explanation.Driver> all = parts.stream()
                .map(part -> {
                    double[] values = part.values();
                    double mean = Arrays.stream(values, 0, usual).average().orElse(0);
                    return new Explanation.Driver(part.name(), values[values.length - 1] - mean);
                })
                .sorted(Comparator.comparingDouble((Explanation.Driver driver) -> -Math.abs(driver.change())))
                .toList();
        double strongest = all.isEmpty() ? 0 : Math.abs(all.getFirst().change());
        // Rounding errors of a level of a million are no drivers.
        double size = Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        return all.stream()
                .filter(driver -> Math.abs(driver.change()) > Math.max(0.02 * strongest, 1e-6 * size))
                .toList();
    }
}
