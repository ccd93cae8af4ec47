package dev.headroom.app.cli;

import dev.headroom.app.usecase.ListModels;
import dev.headroom.app.usecase.ModelSummary;
import dev.headroom.app.usecase.ModelTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "models",
        header = "List, compare, promote, roll back, check and recompute the versions of the models.",
        description = "Without a command of its own, lists the versions. See docs/models.md.")
final class ModelsCommand extends Command {
    @Option(
            names = "--series",
            paramLabel = "NAME",
            split = ",",
            description = "Servers, or series such as db-1/cpu (default: all).")
    private List<String> series = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODELS.csv",
            description = "The result file with everything that is kept of each version; .gz is compressed.")
    private @Nullable Path output;

    /// With the commands of its own.
    static CommandLine of(Clock clock) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand("list", new ModelsCommand())
                .addSubcommand(new ModelsShowCommand())
                .addSubcommand(new ModelsCompareCommand())
                .addSubcommand(new ModelsPromoteCommand(clock))
                .addSubcommand(new ModelsRollbackCommand(clock))
                .addSubcommand(new ModelsLogCommand())
                .addSubcommand(new ModelsDriftCommand())
                .addSubcommand(new ModelsRecomputeCommand());
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            List<ModelSummary> models = new ListModels(workspace).run(series);
            if (output != null || common().json()) {
                give(console, new ModelTable(models), output, models.size() + " versions");
            } else if (models.isEmpty()) {
                console.result("No version was trained yet; the automatic model is in use. Train with: retrain");
            } else {
                ModelText.lines(models).forEach(console::result);
            }
            return ExitCode.DONE;
        }
    }
}
