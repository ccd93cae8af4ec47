package dev.headroom.app.cli;

import dev.headroom.app.usecase.Threads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How many threads a command may use.
final class ThreadOption {
    private static final int MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads work at a time (default: one a processor); the result does not depend on"
                    + " it.")
    private @Nullable Integer threads;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec mixee;

    Threads threads() {
        if (threads != null && (threads < 1 || threads > MOST)) {
            throw new CommandLine.ParameterException(
                    mixee.commandLine(), "--threads (" + threads + ") must lie between 1 and " + MOST + ".");
        }
        return threads == null ? Threads.all() : new Threads(threads);
    }
}
