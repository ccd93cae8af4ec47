package dev.headroom.app.cli;

import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RecomputeForecasts;
import dev.headroom.app.usecase.RecomputeTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "recompute",
        header = "Compute kept forecasts and versions again and compare them bit for bit.",
        description = "From the cached data, the specification and the seed. Says what explains a difference. Exit code"
                + " 1 when one is not identical.")
final class ModelsRecomputeCommand extends Command {
    @Parameters(
            paramLabel = "WHAT",
            arity = "0..1",
            description = "A version such as db-1/cpu@3, the number of a kept forecast, or a server or series whose"
                    + " forecasts are meant (default: every kept forecast).")
    private @Nullable String what;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            List<RecomputeForecasts.Checked> checked =
                    new RecomputeForecasts(workspace, Shapes.known(workspace)).run(request(), progress(console));
            long identical = checked.stream()
                    .filter(one -> one.outcome() == RecomputeForecasts.Outcome.IDENTICAL)
                    .count();
            String sentence = checked.isEmpty()
                    ? "No forecast is kept"
                    : identical + " of " + checked.size() + " identical to the last bit";
            if (output != null || common().json()) {
                give(console, new RecomputeTable(checked), output, sentence);
            } else {
                checked.stream()
                        .filter(one -> checked.size() <= 3 || one.outcome() != RecomputeForecasts.Outcome.IDENTICAL)
                        .forEach(one -> console.result(one.series() + ", " + one.name() + ": "
                                + one.outcome().words()
                                + (one.explanation().isEmpty() ? "" : ": " + one.explanation())));
                console.result(sentence + ".");
            }
            return identical == checked.size() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
    }

    private RecomputeForecasts.What request() {
        String text = what;
        if (text == null) {
            return new RecomputeForecasts.What.Forecasts(List.of());
        }
        Optional<VersionName> version = VersionName.parse(text);
        if (version.isPresent()) {
            return new RecomputeForecasts.What.Version(
                    version.get().series(), version.get().version());
        }
        return text.matches("\\d{1,18}")
                ? new RecomputeForecasts.What.Forecast(Long.parseLong(text))
                : new RecomputeForecasts.What.Forecasts(List.of(text));
    }
}
