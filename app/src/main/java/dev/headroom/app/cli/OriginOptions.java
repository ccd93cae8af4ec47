package dev.headroom.app.cli;

import dev.headroom.engine.forecast.Horizon;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What `backtest` and `gate` are run on: the series, the origins and the steps ahead.
final class OriginOptions {
    private static final int MONTH = 30;

    @Parameters(
            paramLabel = "SERIES.csv",
            arity = "0..1",
            description = "The series file: series_id, timestamp, value; also .gz. Without it, the daily p95 series of"
                    + " the workspace.")
    private @Nullable Path input;

    @Mixin
    private SeriesOptions series = new SeriesOptions();

    @Option(
            names = "--origins",
            paramLabel = "K",
            description = "How many origins at most, half a horizon apart (default: 5).")
    private int origins = 5;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec mixee;

    Optional<Path> input() {
        return Optional.ofNullable(input);
    }

    SeriesOptions series() {
        return series;
    }

    int origins() {
        if (origins < 1) {
            throw wrongUsage("--origins (" + origins + ") must be 1 or more.");
        }
        return origins;
    }

    /// A file needs a stated horizon; the workspace is looked at a month ahead.
    Horizon horizon() {
        Optional<Integer> stated = series.horizon();
        if (stated.isEmpty() && input != null) {
            throw wrongUsage("Say how far to look ahead: --horizon N.");
        }
        return new Horizon(stated.orElse(MONTH));
    }

    private CommandLine.ParameterException wrongUsage(String message) {
        return new CommandLine.ParameterException(mixee.commandLine(), message);
    }
}
