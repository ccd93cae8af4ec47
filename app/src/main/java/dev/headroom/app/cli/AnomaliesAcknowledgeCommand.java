package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.UseCaseException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

@CommandLine.Command(
        name = "acknowledge",
        header = "Say that anomalies were seen.",
        description = "They leave the open list and are not sent.")
final class AnomaliesAcknowledgeCommand extends AnomaliesChange {
    AnomaliesAcknowledgeCommand(Clock clock) {
        super(clock);
    }

    @Override
    AnomalyFeedback say(DecideAnomaly deciding, List<FoundAnomaly> named, String why) throws UseCaseException {
        return deciding.acknowledge(named, why);
    }
}
