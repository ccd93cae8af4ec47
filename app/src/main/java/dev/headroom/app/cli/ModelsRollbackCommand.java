package dev.headroom.app.cli;

import dev.headroom.app.usecase.ListModels;
import dev.headroom.app.usecase.ModelLogTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PromoteModel;
import dev.headroom.app.usecase.UseCaseException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "rollback",
        header = "Take the last promotion of a series back.",
        description = "The version that was promoted before is used again; before the first one, the automatic model.")
final class ModelsRollbackCommand extends Command {
    @Parameters(paramLabel = "SERIES", description = "Such as db-1/cpu.")
    private String series = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stays in the log.")
    private String reason = "Rolled back by hand.";

    private final Clock clock;

    ModelsRollbackCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            ListModels.Event event = new PromoteModel(workspace, clock).rollBack(series, reason);
            console.result(
                    common().json()
                            ? json(new ModelLogTable(List.of(event)).rows().getFirst())
                            : "Version " + event.replaced() + " of " + series + " is retired; "
                                    + (event.version() == 0
                                            ? "the automatic model is in use again."
                                            : "version " + event.version() + " is promoted again."));
            return ExitCode.DONE;
        }
    }
}
