package dev.headroom.app.cli;

import dev.headroom.app.usecase.ForecastFile;
import dev.headroom.app.usecase.ForecastFleet;
import dev.headroom.app.usecase.ForecastHierarchy;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.reconcile.ReconciliationMethod;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "forecast",
        header = "Forecast the series of a file, or of the workspace.",
        description = {
            "With a file: CSV (also .gz) with the columns series_id, timestamp (or t, ds) and value.",
            "Without a file: the daily p95 series of every server in the workspace."
        })
final class ForecastCommand extends Command {
    @Parameters(paramLabel = "SERIES.csv", arity = "0..1", description = "The series file.")
    private @Nullable Path input;

    @CommandLine.Mixin
    private SeriesOptions series = new SeriesOptions();

    @CommandLine.Mixin
    private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--levels",
            paramLabel = "L",
            split = ",",
            defaultValue = "80,95",
            description = "Interval levels in percent (default: ${DEFAULT-VALUE}).")
    private List<Integer> levels = List.of();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "auto",
            completionCandidates = ModelNames.class,
            description = "${COMPLETION-CANDIDATES}, or additive:US with the holidays of a country;"
                    + " with parameters as in boosting(trees=300,depth=6) (default: ${DEFAULT-VALUE}).")
    private String model = "auto";

    @CommandLine.Mixin
    private AdditiveChoice additive = new AdditiveChoice();

    @Option(
            names = "--hierarchy",
            paramLabel = "MAP.csv",
            description = "What the series of the file belong to: series_id and one column a level, such as"
                    + " series_id,account,tag. Forecasts the sums too, all so that they add up.")
    private @Nullable Path hierarchy;

    @Option(
            names = "--reconcile",
            paramLabel = "METHOD",
            completionCandidates = MethodNames.class,
            description = "How forecasts are made to add up (default: mint): ${COMPLETION-CANDIDATES}.")
    private @Nullable String method;

    @Option(
            names = "--grouped",
            description = "The levels of --hierarchy group the series each on its own; without it, each divides the one"
                    + " before.")
    private boolean grouped;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv",
            required = true,
            description = "The result file; .gz is compressed.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (levels.stream().anyMatch(level -> level < 1 || level > 99)) {
            throw wrongUsage("--levels must lie between 1 and 99.");
        }
        checkModel(model);
        if (hierarchy == null && (method != null || grouped)) {
            throw wrongUsage("--reconcile and --grouped need a hierarchy: --hierarchy MAP.csv.");
        }
        if (additive.isGiven() && !model.startsWith("additive")) {
            throw wrongUsage("--growth, --capacity, --floor, --seasonality, --holiday-window and --regressors belong to"
                    + " the additive model: --model additive.");
        }
        if (additive.isGiven() && (input == null || hierarchy != null)) {
            throw wrongUsage("--growth, --capacity, --floor, --seasonality, --holiday-window and --regressors need a"
                    + " series file, without --hierarchy.");
        }
        if (hierarchy != null && input == null) {
            throw wrongUsage("--hierarchy needs a series file.");
        }
        ForecastFile.Report report = input == null ? fleet(console) : file(console, input);
        if (common().json()) {
            console.result(json(Map.of(
                    "series", report.series(),
                    "forecasts", report.forecasts(),
                    "rejected", report.rejects().size(),
                    "skipped", report.skipped().stream().map(Problem::message).toList(),
                    "insufficient",
                            report.doubtful().stream()
                                    .map(ForecastCommand::tree)
                                    .toList(),
                    "output", output.toString())));
        } else {
            console.result(report.forecasts() + " of " + report.series() + " series forecast, "
                    + report.rejects().size() + " rows rejected: " + output);
        }
        console.rejects(report.rejects());
        console.doubts(report.doubtful());
        report.skipped().forEach(problem -> console.message(problem.message() + " (" + problem.code() + ")"));
        return report.forecasts() == 0 ? ExitCode.INPUT_REJECTED : ExitCode.DONE;
    }

    private static Map<String, Object> tree(ForecastFile.Doubt doubt) {
        return Map.of(
                "series", doubt.series(),
                "sufficiency", doubt.sufficiency().verdict().words(),
                "words", doubt.sufficiency().sentence());
    }

    private ForecastFile.Report file(Console console, Path file) throws UseCaseException {
        int horizon = series.horizon().orElseThrow(() -> wrongUsage("Say how many steps to forecast: --horizon N."));
        ForecastFile.Request request = new ForecastFile.Request(
                file, new Horizon(horizon), series.seasons(), levels, model, series.seed(), output, additive.request());
        return hierarchy == null
                ? new ForecastFile(threads.threads()).run(request, progress(console))
                : new ForecastHierarchy(threads.threads())
                        .run(
                                new ForecastHierarchy.Request(
                                        request,
                                        hierarchy,
                                        method(),
                                        grouped ? ForecastHierarchy.Levels.CROSSING : ForecastHierarchy.Levels.NESTED),
                                progress(console));
    }

    private ReconciliationMethod method() {
        try {
            return method == null ? ReconciliationMethod.MINT : ReconciliationMethod.parse(method);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--reconcile: " + e.getMessage());
        }
    }

    /// The names of the methods, for help and completion.
    static final class MethodNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ReconciliationMethod.values())
                    .map(ReconciliationMethod::code)
                    .iterator();
        }
    }

    private ForecastFile.Report fleet(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            return new ForecastFleet(workspace, Shapes.known(workspace), threads.threads())
                    .run(
                            new ForecastFleet.Request(
                                    new Horizon(series.horizon().orElse(90)), levels, model, series.seed(), output),
                            progress(console));
        }
    }
}
