package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalyLogTable;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "log",
        header = "List what was said and sent about anomalies.",
        description = "Entries are only ever added; each has a hash over its content and the hash before.")
final class AnomaliesLogCommand extends Command {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "LOG.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    private final Clock clock;

    AnomaliesLogCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            List<DecideAnomaly.Logged> log = new DecideAnomaly(workspace, clock).log();
            give(console, new AnomalyLogTable(log), output, log.size() == 1 ? "1 entry" : log.size() + " entries");
            return ExitCode.DONE;
        }
    }
}
