package dev.headroom.app.cli;

import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RetrainModels;
import dev.headroom.app.usecase.RetrainReport;
import dev.headroom.app.usecase.RetrainTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.TrainModels;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "retrain",
        header = "Train the models of the workspace again, all or only those that drifted.",
        description = "Scores the models at earlier origins of each daily p95 series, registers a new version and"
                + " promotes it when it is not worse than the model in use at the same origins; a worse one stays a"
                + " candidate. See docs/models.md.")
final class RetrainCommand extends Command {
    @Option(names = "--if-drifted", description = "Only series whose model drifted or that have no version yet.")
    private boolean ifDrifted;

    @Option(names = "--dry-run", description = "Say what would be trained and train nothing.")
    private boolean dryRun;

    @Option(
            names = "--series",
            paramLabel = "NAME",
            split = ",",
            description = "Servers, or series such as db-1/cpu (default: all).")
    private List<String> series = List.of();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = ModelNames.class,
            description = "The models to choose the best from (default: auto): ${COMPLETION-CANDIDATES}.")
    private List<String> models = List.of("auto");

    @Option(names = "--horizon", paramLabel = "N", description = "Days that the origins look ahead (default: 30).")
    private int horizon = TrainModels.DEFAULT_HORIZON;

    @Option(names = "--origins", paramLabel = "K", description = "Origins at most, half a horizon apart (default: 5).")
    private int origins = TrainModels.DEFAULT_ORIGINS;

    @Option(names = "--seed", paramLabel = "S", description = "The seed (default: 42).")
    private long seed = ForecastRequest.DEFAULT_SEED;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv",
            description = "Also write one row a series to this file; .gz is compressed.")
    private @Nullable Path output;

    private final Clock clock;

    RetrainCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        models.forEach(this::checkModel);
        if (horizon < 1 || origins < 1) {
            throw wrongUsage("--horizon (" + horizon + ") and --origins (" + origins + ") must be 1 or more.");
        }
        TrainModels.Request request = new TrainModels.Request(series, models, horizon, origins, seed);
        try (OpenWorkspace workspace = open()) {
            RetrainReport report = new RetrainModels(workspace, Shapes.known(workspace), clock)
                    .run(
                            request,
                            ifDrifted ? RetrainModels.When.IF_DRIFTED : RetrainModels.When.ALWAYS,
                            dryRun ? RetrainModels.Effect.DRY_RUN : RetrainModels.Effect.WRITE,
                            progress(console));
            RetrainTable table = new RetrainTable(report);
            if (output != null) {
                table.write(output);
            }
            if (common().json()) {
                console.result(json(tree(report, table)));
            } else {
                report.rows().stream().filter(RetrainCommand::isWorthALine).forEach(row -> console.result(line(row)));
                console.result(report.sentence() + ".");
            }
            return ExitCode.DONE;
        }
    }

    /// Series that are stable and were left alone are only counted.
    private static boolean isWorthALine(RetrainReport.Row row) {
        return row.outcome() != RetrainReport.Outcome.KEPT
                || row.drift().verdict().equals("watch");
    }

    private static String line(RetrainReport.Row row) {
        StringBuilder line = new StringBuilder(row.drift().series())
                .append(": ")
                .append(row.drift().verdict())
                .append(". ");
        row.drift().report().ifPresent(_ -> line.append(row.drift().reason()).append(' '));
        String from =
                row.drift().promoted().map(old -> "version " + old.version()).orElse("the automatic model");
        switch (row.outcome()) {
            case PROMOTED, CANDIDATE -> {
                var trained = row.trained().orElseThrow();
                line.append("Version ")
                        .append(trained.version())
                        .append(" (")
                        .append(trained.model())
                        .append(", ")
                        .append(ModelText.metrics(trained.metrics()))
                        .append(") ")
                        .append(
                                row.outcome() == RetrainReport.Outcome.PROMOTED
                                        ? "replaces " + from
                                        : "stays a candidate, " + from + " stays in use")
                        .append(". ")
                        .append(row.why());
            }
            case KEPT -> line.append("Kept ").append(from).append(". ").append(row.why());
            case WOULD_TRAIN -> line.append("Would be trained.");
            case FAILED -> line.append(row.why());
        }
        return line.toString();
    }

    private static Map<String, Object> tree(RetrainReport report, RetrainTable table) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dry_run", report.effect() == RetrainModels.Effect.DRY_RUN);
        tree.put("checked", report.rows().size());
        tree.put("drifted", report.drifted());
        tree.put("promoted", report.count(RetrainReport.Outcome.PROMOTED));
        tree.put("candidates", report.count(RetrainReport.Outcome.CANDIDATE));
        tree.put("kept", report.count(RetrainReport.Outcome.KEPT));
        tree.put("would_train", report.count(RetrainReport.Outcome.WOULD_TRAIN));
        tree.put("failed", report.count(RetrainReport.Outcome.FAILED));
        tree.put("series", table.rows());
        return tree;
    }
}
