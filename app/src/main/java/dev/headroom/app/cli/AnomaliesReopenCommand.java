package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.UseCaseException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
        name = "reopen",
        header = "Take back what was said of anomalies.",
        description = "They are open again, and what was learnt of them no longer holds.")
final class AnomaliesReopenCommand extends AnomaliesChange {
    AnomaliesReopenCommand(Clock clock) {
        super(clock);
    }

    @Override
    AnomalyFeedback say(DecideAnomaly deciding, List<FoundAnomaly> named, String why) throws UseCaseException {
        return deciding.reopen(named, why);
    }
}
