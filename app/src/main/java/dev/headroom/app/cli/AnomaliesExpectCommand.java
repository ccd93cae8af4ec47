package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.anomaly.Expectation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "expect",
        header = "Mark anomalies as expected, and learn a pattern from them.",
        description = "Later episodes of the same series that fit the pattern are not alerted; see docs/anomalies.md.")
final class AnomaliesExpectCommand extends AnomaliesChange {
    @Option(
            names = "--learn",
            paramLabel = "PATTERN",
            description = "once, month-start, month-end, quarter-end, weekday or level (default: what shape and day"
                    + " suggest).")
    private @Nullable String learn;

    AnomaliesExpectCommand(Clock clock) {
        super(clock);
    }

    @Override
    AnomalyFeedback say(DecideAnomaly deciding, List<FoundAnomaly> named, String why) throws UseCaseException {
        return deciding.expect(named, pattern(), why);
    }

    @Override
    String words(FoundAnomaly anomaly) {
        return "  "
                + DecideAnomaly.lesson(anomaly, pattern())
                        .sentence(anomaly.start().getEpochSecond());
    }

    private Optional<Expectation.Pattern> pattern() {
        if (learn == null) {
            return Optional.empty();
        }
        return Optional.of(Expectation.Pattern.ofWord(learn)
                .orElseThrow(() -> wrongUsage("--learn is once, month-start, month-end, quarter-end, weekday or level,"
                        + " not " + learn + ".")));
    }
}
