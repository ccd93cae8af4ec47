package dev.headroom.app.cli;

import dev.headroom.app.usecase.ListModels;
import dev.headroom.app.usecase.ModelSummary;
import dev.headroom.app.usecase.ModelTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "show",
        header = "Everything that is kept of a version.",
        description = "Without a number, of the promoted version of the series, or of its last one.")
final class ModelsShowCommand extends Command {
    @Parameters(paramLabel = "SERIES[@VERSION]", description = "Such as db-1/cpu or db-1/cpu@3.")
    private String name = "";

    @Override
    ExitCode run(Console console) throws UseCaseException {
        Optional<VersionName> version = VersionName.parse(name);
        String series = version.map(VersionName::series).orElse(name);
        try (OpenWorkspace workspace = open()) {
            List<ModelSummary> all = new ListModels(workspace).run(List.of(series));
            ModelSummary shown = version.isPresent()
                    ? all.stream()
                            .filter(model -> model.version() == version.get().version())
                            .findFirst()
                            .orElseThrow(() -> new UseCaseException(
                                    UseCaseException.Kind.INPUT, "HR-3052", "There is no version " + name + "."))
                    : all.stream()
                            .filter(model -> model.state().equals("promoted"))
                            .findFirst()
                            .orElse(all.getLast());
            if (common().json()) {
                console.result(json(new ModelTable(List.of(shown)).rows().getFirst()));
            } else {
                ModelText.all(shown).forEach(console::result);
            }
            return ExitCode.DONE;
        }
    }
}
