package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalyFeedback;
import dev.headroom.app.usecase.AnomalyLogTable;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WatchAnomalies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command that says something about anomalies, which it names by their ids.
abstract class AnomaliesChange extends Command {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "The ids that anomalies lists.")
    private List<String> ids = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stays in the log.")
    private String reason = "";

    @Mixin
    private DetectionChoice detection = new DetectionChoice();

    private final Clock clock;

    AnomaliesChange(Clock clock) {
        this.clock = clock;
    }

    @Override
    final ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            FleetAnomalies all = new WatchAnomalies(workspace)
                    .run(detection.request(WatchAnomalies.Series.ALL, this::wrongUsage), progress(console));
            List<FoundAnomaly> named = new ArrayList<>();
            for (String id : ids) {
                named.add(all.byId(id)
                        .orElseThrow(() -> wrongUsage("There is no anomaly " + id
                                + "; anomalies lists them (give the same --sensitivity and --basis).")));
            }
            DecideAnomaly deciding = new DecideAnomaly(workspace, clock);
            AnomalyFeedback after = say(deciding, named, reason);
            if (common().json()) {
                List<DecideAnomaly.Logged> log = deciding.log();
                console.result(json(new AnomalyLogTable(log.subList(log.size() - named.size(), log.size())).rows()));
            } else {
                named.forEach(anomaly -> console.result(anomaly.id() + "  " + anomaly.title() + "  "
                        + all.with(after).standing(anomaly).status().word() + words(anomaly)));
            }
            return ExitCode.DONE;
        }
    }

    abstract AnomalyFeedback say(DecideAnomaly deciding, List<FoundAnomaly> named, String why) throws UseCaseException;

    /// What follows for one of them.
    String words(FoundAnomaly anomaly) {
        return "";
    }
}
