package dev.headroom.app.cli;

import dev.headroom.app.usecase.CheckGate;
import dev.headroom.app.usecase.GateResult;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "gate",
        header = "Fail when a model is not good enough.",
        description = "Forecasts the series of a file, or of the workspace, from the same earlier origins with a model"
                + " and a baseline, and fails (exit code 1) when the geometric mean of the RMSE ratios is above R.")
final class GateCommand extends Command {
    private static final int SHOWN = 5;

    @Mixin
    private OriginOptions origins = new OriginOptions();

    @Option(names = "--max-rmse-ratio", paramLabel = "R", description = "The largest ratio that passes, such as 0.95.")
    private @Nullable Double maxRatio;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "auto",
            completionCandidates = ModelNames.class,
            description = "The model to judge (default: ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private String model = "auto";

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            defaultValue = "snaive",
            completionCandidates = ModelNames.class,
            description = "What it has to beat (default: ${DEFAULT-VALUE}, which is naive without a season).")
    private String baseline = "snaive";

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (maxRatio == null) {
            throw wrongUsage("Say what to check: --max-rmse-ratio R.");
        }
        if (!(maxRatio > 0) || maxRatio.isInfinite()) {
            throw wrongUsage("--max-rmse-ratio (" + maxRatio + ") must be a number above 0.");
        }
        checkModel("--model", model);
        checkModel("--baseline", baseline);
        CheckGate.Request request = new CheckGate.Request(
                model,
                baseline,
                maxRatio,
                origins.horizon(),
                origins.origins(),
                origins.series().seasons(),
                origins.series().seed());
        GateResult result = check(request, console);
        console.result(common().json() ? json(result.tree()) : result.sentence());
        result.unscored().stream()
                .limit(SHOWN)
                .forEach(problem -> console.message("not scored: " + problem.message() + " (" + problem.code() + ")"));
        if (result.unscored().size() > SHOWN) {
            console.message("and " + (result.unscored().size() - SHOWN) + " more series were not scored");
        }
        console.rejects(result.rejects());
        return result.passed() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private GateResult check(CheckGate.Request request, Console console) throws UseCaseException {
        Optional<Path> input = origins.input();
        if (input.isPresent()) {
            return new CheckGate().ofFile(input.get(), request, progress(console));
        }
        try (OpenWorkspace workspace = open()) {
            return new CheckGate().ofWorkspace(workspace, request, progress(console));
        }
    }
}
