package dev.headroom.app.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The options of commands whose advice can be decided about.
final class DecisionOptions {
    @ArgGroup(exclusive = true)
    private @Nullable DecisionChoice choice;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed with --dismiss.")
    private @Nullable String reason;

    @Option(names = "--until", paramLabel = "DATE", description = "The day, such as 2027-01-31, that ends --snooze.")
    private @Nullable String until;

    /// Whether one of the choices was made.
    boolean isGiven() {
        return choice != null;
    }

    /// @param refusal makes the exception of a wrong usage
    DecisionRequest request(Function<String, RuntimeException> refusal) {
        return DecisionRequest.of(choice, reason, until, refusal);
    }
}
