package dev.headroom.app.cli;

import dev.headroom.app.usecase.ModelSummary;
import dev.headroom.app.usecase.ModelTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PromoteModel;
import dev.headroom.app.usecase.UseCaseException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "promote",
        header = "Use a version for the forecasts of its series.",
        description = "What was promoted before is retired; rollback goes back to it.")
final class ModelsPromoteCommand extends Command {
    @Parameters(paramLabel = "SERIES@VERSION", description = "Such as db-1/cpu@3.")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stays in the log.")
    private String reason = "Promoted by hand.";

    private final Clock clock;

    ModelsPromoteCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        VersionName version = VersionName.parse(name)
                .orElseThrow(() -> wrongUsage("Name a version such as db-1/cpu@3 instead of " + name + "."));
        try (OpenWorkspace workspace = open()) {
            ModelSummary promoted =
                    new PromoteModel(workspace, clock).promote(version.series(), version.version(), reason);
            console.result(
                    common().json()
                            ? json(new ModelTable(List.of(promoted)).rows().getFirst())
                            : "Version " + promoted.version() + " of " + promoted.series() + " (" + promoted.model()
                                    + ") is promoted.");
            return ExitCode.DONE;
        }
    }
}
