package dev.headroom.app.cli;

import dev.headroom.app.usecase.BacktestHierarchy;
import dev.headroom.app.usecase.BacktestModels;
import dev.headroom.app.usecase.BacktestReport;
import dev.headroom.app.usecase.BacktestRequest;
import dev.headroom.app.usecase.ForecastHierarchy;
import dev.headroom.app.usecase.LeaderboardTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.Table;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.model.catalog.ModelCatalog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "backtest",
        header = "Score models on earlier origins of the series of a file, or of the workspace.",
        description = {
            "Gives RMSE, MAE, MAPE, sMAPE, MASE, pinball loss and coverage by series and model, and a leaderboard that"
                    + " says which differences to the best model are more than chance; with dates also within"
                    + " and outside quarter-end weeks, and for a workspace by archetype.",
            "The rows by series go to -o, else to standard output; the leaderboard then goes to standard error."
        })
final class BacktestCommand extends Command {
    private static final String ALL = "all";

    @Mixin
    private OriginOptions origins = new OriginOptions();

    @Mixin
    private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = ModelNames.class,
            description = "The models to score (default: all): ${COMPLETION-CANDIDATES}; with parameters as in"
                    + " boosting(trees=300,depth=6).")
    private List<String> models = List.of(ALL);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv",
            description = "The file of the rows by series (default: standard output); .gz is compressed.")
    private @Nullable Path output;

    @Option(
            names = "--leaderboard",
            paramLabel = "BOARD.csv",
            description = "Also write the leaderboard, with its splits, to this file; .gz is compressed.")
    private @Nullable Path leaderboard;

    @Option(
            names = "--hierarchy",
            paramLabel = "MAP.csv",
            description =
                    "What the series of the file belong to, as for forecast: scores the ways to make forecasts add up"
                            + " by level instead. Needs one --model.")
    private @Nullable Path hierarchy;

    @Option(names = "--grouped", description = "The levels of --hierarchy group the series each on its own.")
    private boolean grouped;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        List<String> all = origins.input().isPresent() ? ModelCatalog.NAMES : ModelCatalog.ALONE;
        List<String> names = models.contains(ALL) ? all : ModelNames.joined(models);
        names.forEach(name -> checkModel("--model", name));
        BacktestRequest request = new BacktestRequest(
                origins.horizon(),
                origins.origins(),
                origins.series().seasons(),
                names,
                origins.series().seed());
        if (hierarchy != null) {
            return levels(request, hierarchy, console);
        }
        BacktestReport report = score(request, console);
        if (leaderboard != null) {
            report.leaderboard().write(leaderboard);
        }
        give(console, report, request.models().size());
        report.unscored()
                .forEach(problem -> console.message("not scored: " + problem.message() + " (" + problem.code() + ")"));
        console.rejects(report.rejects());
        return ExitCode.DONE;
    }

    private ExitCode levels(BacktestRequest request, Path map, Console console) throws UseCaseException {
        Path input = origins.input().orElseThrow(() -> wrongUsage("--hierarchy needs a series file."));
        if (request.models().size() != 1) {
            throw wrongUsage("--hierarchy needs one --model, such as --model auto.");
        }
        Table table = new BacktestHierarchy(threads.threads())
                .run(
                        input,
                        map,
                        grouped ? ForecastHierarchy.Levels.CROSSING : ForecastHierarchy.Levels.NESTED,
                        request,
                        progress(console));
        give(console, table, output, "Scores by method and level");
        return ExitCode.DONE;
    }

    private BacktestReport score(BacktestRequest request, Console console) throws UseCaseException {
        Optional<Path> input = origins.input();
        if (input.isPresent()) {
            return new BacktestModels(threads.threads()).ofFile(input.get(), request, progress(console));
        }
        try (OpenWorkspace workspace = open()) {
            return new BacktestModels(threads.threads()).ofWorkspace(workspace, request, progress(console));
        }
    }

    private void give(Console console, BacktestReport report, int count) throws UseCaseException {
        if (output != null) {
            report.results().write(output);
        }
        if (common().json()) {
            console.result(json(tree(report)));
        } else if (output != null) {
            LeaderboardText.lines(report.leaderboard()).forEach(console::result);
            console.result(report.series() + " series, " + count + " models, "
                    + report.rejects().size() + " rows rejected: " + output);
        } else {
            console.result(report.results().csv().stripTrailing());
            if (!common().quiet()) {
                LeaderboardText.lines(report.leaderboard()).forEach(console::message);
            }
        }
    }

    private static Map<String, Object> tree(BacktestReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("series", report.series());
        tree.put("rows_rejected", report.rejects().size());
        tree.put("results", report.results().rows());
        tree.put("leaderboard", report.leaderboard().rows(LeaderboardTable.Split.ALL));
        tree.put("by_archetype", report.leaderboard().rows(LeaderboardTable.Split.ARCHETYPE));
        tree.put("by_period", report.leaderboard().rows(LeaderboardTable.Split.PERIOD));
        tree.put("unscored", report.unscored().stream().map(Problem::message).toList());
        return tree;
    }
}
