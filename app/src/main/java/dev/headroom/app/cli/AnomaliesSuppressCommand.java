package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WatchScope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "suppress",
        header = "Keep a known event: what begins on its days is not alerted.",
        description = "The days are inclusive. With --lift the event is taken back.")
final class AnomaliesSuppressCommand extends Command {
    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "all",
            description = "all, cost, metrics, service:NAME, account:NAME, server:ID or series:KEY (default:"
                    + " ${DEFAULT-VALUE}).")
    private String scope = "all";

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day.")
    private String from = "";

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
    private String to = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed without --lift.")
    private String reason = "";

    @Option(names = "--lift", description = "Take back the event with this scope and these days.")
    private boolean lift;

    private final Clock clock;

    AnomaliesSuppressCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        WatchScope concerned = WatchScope.parse(scope)
                .orElseThrow(() -> wrongUsage(
                        "--scope is one of " + String.join(", ", WatchScope.WORDS) + ", not " + scope + "."));
        LocalDate first = day("--from", from);
        LocalDate last = day("--to", to);
        try (OpenWorkspace workspace = open()) {
            DecideAnomaly deciding = new DecideAnomaly(workspace, clock);
            AnomalyFeedback after =
                    lift ? deciding.lift(concerned, first, last) : deciding.suppress(concerned, first, last, reason);
            if (common().json()) {
                console.result(json(after.windows().stream()
                        .map(window -> Map.of(
                                "scope", window.scope().text(),
                                "from", window.from().toString(),
                                "to", window.to().toString(),
                                "reason", window.reason()))
                        .toList()));
            } else {
                List<AnomalyFeedback.Window> windows = after.windows();
                console.result(windows.isEmpty() ? "No known events." : "Known events:");
                windows.forEach(window -> console.result("  " + window.scope().text() + "  " + window.from() + " to "
                        + window.to() + "  " + window.reason()));
            }
            return ExitCode.DONE;
        }
    }

    private LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notDate) {
            throw wrongUsage(option + " is a day such as 2026-11-27, not " + text + ".");
        }
    }
}
