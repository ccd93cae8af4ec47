package dev.headroom.app.cli;

import dev.headroom.app.usecase.ExplainFile;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.explain.Explanation;
import dev.headroom.engine.forecast.Horizon;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "explain",
        header = "Explain series and their forecasts in plain words.",
        description = "Level and trend with their intervals, changes of the trend with dates, seasons, the end of the"
                + " forecast with its band, what moves it, and what the model does not know.")
final class ExplainCommand extends Command {
    @Parameters(paramLabel = "SERIES.csv", description = "The series file: series_id, timestamp, value; also .gz.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path input;

    @CommandLine.Mixin
    private SeriesOptions options = new SeriesOptions();

    @Option(names = "--series", paramLabel = "ID", description = "The series to explain (default: all of the file).")
    private @Nullable String series;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "auto",
            completionCandidates = ModelNames.class,
            description =
                    "The model whose forecast is explained (default: ${DEFAULT-VALUE}): " + "${COMPLETION-CANDIDATES}.")
    private String model = "auto";

    @Override
    ExitCode run(Console console) throws UseCaseException {
        checkModel(model);
        int horizon = options.horizon().orElseThrow(() -> wrongUsage("Say how many steps to look ahead: --horizon N."));
        ExplainFile.Report report = new ExplainFile()
                .run(
                        new ExplainFile.Request(
                                input,
                                Optional.ofNullable(series),
                                new Horizon(horizon),
                                options.seasons(),
                                model,
                                options.seed()),
                        progress(console));
        if (common().json()) {
            console.result(json(report.explained().stream()
                    .map(one -> tree(one.series(), one.explanation()))
                    .toList()));
        } else {
            report.explained()
                    .forEach(one -> console.result(
                            one.series() + ": " + one.explanation().paragraph()));
        }
        console.rejects(report.rejects());
        report.skipped().forEach(problem -> console.message(problem.message() + " (" + problem.code() + ")"));
        return report.explained().isEmpty() ? ExitCode.INPUT_REJECTED : ExitCode.DONE;
    }

    private static Map<String, Object> tree(String id, Explanation known) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("series", id);
        tree.put("model", known.model());
        tree.put("observations", known.observations());
        tree.put("first", known.firstTime());
        tree.put("last", known.lastTime());
        known.trend().ifPresent(trend -> {
            tree.put("level", range(trend.level()));
            tree.put("trend", range(trend.change()));
            tree.put("trend_period", trend.period());
        });
        tree.put(
                "changes",
                known.bends().stream()
                        .map(bend -> Map.of("time", bend.time(), "before", bend.before(), "after", bend.after()))
                        .toList());
        tree.put(
                "seasons",
                known.seasons().stream()
                        .map(season -> Map.of(
                                "name",
                                season.name(),
                                "highest",
                                season.strongest(),
                                "lowest",
                                season.weakest(),
                                "swing",
                                season.swing()))
                        .toList());
        tree.put("horizon", known.ahead().steps());
        tree.put("horizon_time", known.ahead().time());
        tree.put("forecast", range(known.ahead().within()));
        tree.put(
                "drivers",
                known.drivers().stream()
                        .map(driver -> Map.of("name", driver.name(), "change", driver.change()))
                        .toList());
        tree.put("not_known", known.unknown());
        tree.put("text", known.paragraph());
        return tree;
    }

    private static Map<String, Double> range(Explanation.Range range) {
        Map<String, Double> tree = new LinkedHashMap<>();
        tree.put("value", range.value());
        tree.put("lo80", range.low());
        tree.put("hi80", range.high());
        return tree;
    }
}
