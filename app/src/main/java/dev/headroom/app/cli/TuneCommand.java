package dev.headroom.app.cli;

import dev.headroom.app.usecase.TuneModel;
import dev.headroom.app.usecase.TuneReport;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.forecast.Horizon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "tune",
        header = "Search the parameters of a model that forecast the series of a file best.",
        description = {
            "Scores settings on folds in time order, each a horizon after the one before, and prints the best ones as"
                    + " --model takes them. The first trial is the model as it is; hopeless ones stop after some"
                    + " folds. The best score is a little too good, because it was chosen by itself.",
            "The same seed gives the same trials as long as the budget does not end them."
        })
final class TuneCommand extends Command {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h)");

    @Parameters(paramLabel = "SERIES.csv", description = "The series file: series_id, timestamp, value; also .gz.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path input;

    @Mixin
    private SeriesOptions series = new SeriesOptions();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            required = true,
            description = "The model to tune, such as boosting, forest, linear, additive, arima, ets or theta.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String model;

    @Option(
            names = "--search",
            paramLabel = "HOW",
            description = "grid, bayes (a Gaussian process and its expected improvement; the default) or random.")
    private TuneModel.Method method = TuneModel.Method.BAYES;

    @Option(names = "--trials", paramLabel = "N", description = "How many settings at most (default: 40).")
    private int trials = 40;

    @Option(names = "--folds", paramLabel = "K", description = "How many folds (default: 4).")
    private int folds = 4;

    @Option(names = "--budget", paramLabel = "TIME", description = "How long at most, such as 60s, 10m or 2h.")
    private @Nullable String budget;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "What to make small: rmse, mae, smape, mase (the default), pinball, wql or msis.")
    private String metric = "mase";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "TRIALS.csv",
            description = "Write every trial to this file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        int horizon = series.horizon().orElseThrow(() -> wrongUsage("Say how far to look ahead: --horizon N."));
        if (trials < 1 || trials > 10_000 || folds < 1 || folds > 100) {
            throw wrongUsage("--trials (" + trials + ") must lie between 1 and 10000, --folds (" + folds
                    + ") between 1 and 100.");
        }
        checkModel(model);
        if (model.contains("(")) {
            throw wrongUsage("--model (" + model + ") must be a name without parameters; they are searched.");
        }
        TuneReport report = new TuneModel()
                .run(
                        new TuneModel.Request(
                                input,
                                new Horizon(horizon),
                                folds,
                                series.seasons(),
                                model,
                                method,
                                metric(),
                                trials,
                                time(),
                                series.seed()),
                        progress(console));
        if (output != null) {
            report.table().write(output);
        }
        console.result(common().json() ? json(tree(report)) : report.best().orElse(""));
        if (!common().json()) {
            console.message(words(report));
        }
        return report.best().isEmpty() ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private ForecastMetric metric() {
        return TuneModel.METRICS.stream()
                .filter(known -> known.code().equals(metric))
                .findFirst()
                .orElseThrow(() -> wrongUsage("--metric (" + metric + ") must be one of "
                        + String.join(
                                ", ",
                                TuneModel.METRICS.stream()
                                        .map(ForecastMetric::code)
                                        .toList())
                        + "."));
    }

    private Duration time() {
        if (budget == null) {
            return Duration.ofDays(365);
        }
        Matcher parts = DURATION.matcher(budget);
        if (!parts.matches()) {
            throw wrongUsage("--budget (" + budget + ") must be a whole number with s, m or h, such as 60s.");
        }
        return Duration.parse(
                "PT" + parts.group(1) + String.valueOf(parts.group(2)).toUpperCase(Locale.ROOT));
    }

    private static String words(TuneReport report) {
        String scores = report.best().isEmpty()
                ? "No trial was complete"
                : String.format(
                        Locale.ROOT,
                        "%s %.4f, %.4f without settings",
                        report.metric().code(),
                        report.bestScore().orElse(Double.NaN),
                        report.usualScore().orElse(Double.NaN));
        return scores + "; " + report.result().trials().size() + " trials on " + report.series()
                + " series, ended because " + report.result().end().words() + ".";
    }

    private static Map<String, Object> tree(TuneReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        report.best().ifPresent(best -> tree.put("best", best));
        tree.put("metric", report.metric().code());
        report.bestScore().ifPresent(score -> tree.put("score", score));
        report.usualScore().ifPresent(score -> tree.put("score_without_settings", score));
        tree.put("series", report.series());
        tree.put("ended", report.result().end().words());
        tree.put("trials", report.table().rows());
        return tree;
    }
}
