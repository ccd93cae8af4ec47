package dev.headroom.app.cli;

import dev.headroom.app.usecase.ListModels;
import dev.headroom.app.usecase.ModelLogTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "log",
        header = "Everything that happened to the versions, the first event first.",
        description = "Each event has a hash over its content and the hash before; verify checks the chain.")
final class ModelsLogCommand extends Command {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "LOG.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            List<ListModels.Event> log = new ListModels(workspace).log();
            give(console, new ModelLogTable(log), output, log.size() == 1 ? "1 event" : log.size() + " events");
            return ExitCode.DONE;
        }
    }
}
