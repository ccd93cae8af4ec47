package dev.headroom.app.cli;

import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.engine.model.SeasonLengths;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options that `forecast`, `backtest` and `gate` share.
final class SeriesOptions {
    @Option(names = "--horizon", paramLabel = "N", description = "How many steps ahead.")
    private @Nullable Integer horizon;

    @Option(
            names = "--season",
            paramLabel = "M",
            split = ",",
            description = "Season lengths in steps, such as 24 or 24,168 (default: the usual ones of the step).")
    private List<Integer> seasons = List.of();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "The seed (default: 42).")
    private long seed = ForecastRequest.DEFAULT_SEED;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec mixee;

    Optional<Integer> horizon() {
        if (horizon != null && (horizon < 1 || horizon > 100_000)) {
            throw new CommandLine.ParameterException(
                    mixee.commandLine(), "--horizon (" + horizon + ") must lie between 1 and 100000.");
        }
        return Optional.ofNullable(horizon);
    }

    Optional<SeasonLengths> seasons() {
        if (seasons.stream().anyMatch(length -> length < 1)) {
            throw new CommandLine.ParameterException(mixee.commandLine(), "--season must be 1 or more.");
        }
        int[] lengths = seasons.stream().mapToInt(Integer::intValue).toArray();
        return seasons.isEmpty() ? Optional.empty() : Optional.of(SeasonLengths.of(lengths));
    }

    long seed() {
        return seed;
    }
}
