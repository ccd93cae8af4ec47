package dev.headroom.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command accepts.
final class CommonOptions {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The workspace folder (default: the user's application-data folder).")
    private @Nullable Path workspace;

    @Option(names = "--json", description = "Print the result as JSON to standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "Print no progress to standard error.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    Optional<Path> workspace() {
        return Optional.ofNullable(workspace);
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }
}
