package dev.headroom.app.cli;

import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RightsizeFleet;
import dev.headroom.app.usecase.RightsizingTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "rightsize",
        header = "Which instance type fits each server, and what does it save?",
        description = "Compares the usage of each server with the shipped price list. Without -o the table goes to "
                + "standard output.")
final class RightsizeCommand extends Command {
    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "savings, balanced, default or performance (default: default).")
    private String policy = "default";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "RIGHTSIZING.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        SizingPolicy chosen = SizingPolicy.presets().get(policy);
        if (chosen == null) {
            throw wrongUsage("--policy (" + policy + ") must be one of "
                    + String.join(", ", SizingPolicy.presets().keySet()) + ".");
        }
        try (OpenWorkspace workspace = OpenWorkspace.at(workspaceFolder())) {
            FleetRightsizing result = new RightsizeFleet(workspace, Shapes.shipped()).run(chosen, progress(console));
            give(console, new RightsizingTable(result), output, result.sentence());
            return ExitCode.DONE;
        }
    }
}
