package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalySelection;
import dev.headroom.app.usecase.AnomalyTable;
import dev.headroom.app.usecase.FindAnomalies;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.engine.anomaly.Severity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "anomalies",
        header = "Find anomalies in costs and metrics of the workspace, or in the series of files.",
        description = {
            "Without a file, looks at the daily costs of the workspace (the whole, each service, each account of a"
                    + " service) and at its metrics, and lists the episodes. See docs/anomalies.md.",
            "Judges every row by the rows before it: what was expected, a 98 %% band, a score from 0 to 1, and one alert"
                    + " an episode. Nothing is tuned to a series.",
            "Rows half a day or more apart are judged as daily costs. Nothing is said of the first 32 rows."
        })
final class AnomaliesCommand extends Command {
    private static final int SHOWN = 10;
    /// How many days before the end of the data the list begins.
    static final int DAYS = 90;

    @Parameters(
            paramLabel = "FILE_OR_DIR",
            arity = "0..1",
            description = "CSV with the columns timestamp and value, or series_id, timestamp and value (also .gz); or a"
                    + " folder with such files below it.")
    private @Nullable Path input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The result: a file, or for a folder a folder that gets files of the same relative paths."
                    + " Needed with FILE_OR_DIR.")
    private @Nullable Path output;

    @Mixin
    private WorkspaceAnomalies choice = new WorkspaceAnomalies();

    /// With the commands of its own.
    static CommandLine of(Clock clock) {
        return new CommandLine(new AnomaliesCommand())
                .addSubcommand(new AnomaliesAcknowledgeCommand(clock))
                .addSubcommand(new AnomaliesExpectCommand(clock))
                .addSubcommand(new AnomaliesReopenCommand(clock))
                .addSubcommand(new AnomaliesSuppressCommand(clock))
                .addSubcommand(new AnomaliesLogCommand(clock))
                .addSubcommand(new AnomaliesSendCommand(clock));
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (input == null) {
            return workspace(console);
        }
        if (output == null) {
            throw wrongUsage("Name the result of " + input + " with -o.");
        }
        return file(console, input, output);
    }

    private ExitCode workspace(Console console) throws UseCaseException {
        WatchAnomalies.Request request = choice.request(this::wrongUsage);
        try (OpenWorkspace workspace = open()) {
            FleetAnomalies all = new WatchAnomalies(workspace).run(request, progress(console));
            AnomalySelection selection = choice.selection(all, DAYS, this::wrongUsage);
            List<FoundAnomaly> anomalies = selection.of(all);
            String summary = AnomalyText.summary(anomalies, selection.since());
            if (output != null || common().json()) {
                give(console, new AnomalyTable(all, anomalies), output, summary);
            } else {
                console.result(summary);
                AnomalyText.lines(all, anomalies).forEach(console::result);
            }
            return ExitCode.DONE;
        }
    }

    private ExitCode file(Console console, Path from, Path to) throws UseCaseException {
        FindAnomalies.Report report = new FindAnomalies()
                .run(new FindAnomalies.Request(from, to, choice.sensitivity(this::wrongUsage)), progress(console));
        if (common().json()) {
            console.result(json(tree(report, to)));
        } else {
            console.result(summary(report, to));
            loudest(report).forEach(console::result);
        }
        console.rejects(report.rejects());
        report.skipped().forEach(problem -> console.message(problem.message() + " (" + problem.code() + ")"));
        return report.skipped().isEmpty() ? ExitCode.DONE : ExitCode.INPUT_REJECTED;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String summary(FindAnomalies.Report report, Path output) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
            counts.add(report.episodes().stream()
                            .filter(episode -> episode.severity() == severity)
                            .count()
                    + " " + word(severity));
        }
        return report.series() + " series with " + report.rows() + " rows: "
                + report.episodes().size() + " episodes (" + String.join(", ", counts) + "), written to " + output;
    }

    /// The first episodes of the highest severities.
    private static List<String> loudest(FindAnomalies.Report report) {
        List<String> lines = report.episodes().stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .limit(SHOWN)
                .map(AnomaliesCommand::line)
                .collect(Collectors.toCollection(ArrayList::new));
        if (report.episodes().size() > SHOWN) {
            lines.add("  and " + (report.episodes().size() - SHOWN) + " more; --json lists them all");
        }
        return lines;
    }

    private static String line(FindAnomalies.Episode episode) {
        return "  " + word(episode.severity()) + "  " + episode.series() + "  " + episode.from()
                + (Double.isNaN(episode.value())
                        ? "  missing"
                        : String.format(Locale.ROOT, "  %.5g, expected %.5g", episode.value(), episode.expected()));
    }

    private static Map<String, Object> tree(FindAnomalies.Report report, Path output) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("files", report.files());
        tree.put("series", report.series());
        tree.put("rows", report.rows());
        tree.put(
                "episodes",
                report.episodes().stream().map(AnomaliesCommand::tree).toList());
        tree.put("rejected", report.rejects().size());
        tree.put(
                "skipped",
                report.skipped().stream()
                        .map(problem -> Map.of("code", problem.code(), "message", problem.message()))
                        .toList());
        tree.put("output", output.toString());
        return tree;
    }

    private static Map<String, Object> tree(FindAnomalies.Episode episode) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", episode.file());
        tree.put("series", episode.series());
        tree.put("from", episode.from());
        tree.put("to", episode.to());
        tree.put("severity", word(episode.severity()));
        if (!Double.isNaN(episode.value())) {
            tree.put("value", episode.value());
        }
        if (!Double.isNaN(episode.expected())) {
            tree.put("expected", episode.expected());
        }
        return tree;
    }
}
