package dev.headroom.app.cli;

import dev.headroom.app.usecase.CheckDrift;
import dev.headroom.app.usecase.DriftTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.SeriesDrift;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "drift",
        header = "Which promoted models do no longer keep what their backtest promised?",
        description = "Holds the kept forecasts against what happened since. Exit code 1 when a model drifted.")
final class ModelsDriftCommand extends Command {
    @Option(
            names = "--series",
            paramLabel = "NAME",
            split = ",",
            description = "Servers, or series such as db-1/cpu (default: all).")
    private List<String> series = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DRIFT.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            List<SeriesDrift> drifts =
                    new CheckDrift(workspace, Shapes.known(workspace)).run(series, progress(console));
            Map<String, Long> counts = drifts.stream()
                    .collect(Collectors.groupingBy(SeriesDrift::verdict, LinkedHashMap::new, Collectors.counting()));
            String sentence = counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
            if (output != null || common().json()) {
                give(console, new DriftTable(drifts), output, sentence);
            } else {
                drifts.stream()
                        .filter(drift -> drift.isDrifted() || drift.verdict().equals("watch"))
                        .forEach(drift -> console.result(drift.series() + ": " + drift.verdict() + ". " + drift.reason()
                                + " " + drift.advice()));
                console.result(drifts.size() + " series: " + sentence + ".");
            }
            return drifts.stream().anyMatch(SeriesDrift::isDrifted) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
        }
    }
}
