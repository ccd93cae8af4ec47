package dev.headroom.app.cli;

import dev.headroom.app.usecase.ConsolidateFleet;
import dev.headroom.app.usecase.ConsolidationTable;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "consolidate",
        header = "Which underused servers are alike, and on how few machines would they fit?",
        description = "Groups servers that use little by what they are like, and places those of one account, region, "
                + "environment and architecture together so that on each of the last 90 days the sum of their daily p95 "
                + "stays under the ceilings of the policy with its headroom. Without -o the table goes to standard output. "
                + "Sharing a machine is work: compare with what rightsize saves alone.")
final class ConsolidateCommand extends Command {
    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "savings, balanced, default or performance: headroom and ceilings (default: default).")
    private String policy = "default";

    @Option(names = "--most", paramLabel = "N", description = "At most so many servers on one machine (default: 8).")
    private int most = 8;

    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "CONSOLIDATION.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    private final Clock clock;

    ConsolidateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        SizingPolicy chosen = SizingPolicy.presets().get(policy);
        if (chosen == null) {
            throw wrongUsage("--policy (" + policy + ") must be one of "
                    + String.join(", ", SizingPolicy.presets().keySet()) + ".");
        }
        if (most < 1) {
            throw wrongUsage("--most (" + most + ") must be 1 or more.");
        }
        try (OpenWorkspace workspace = open()) {
            if (new Deciding(this, workspace, clock, output)
                    .answer(
                            console,
                            decisions.request(this::wrongUsage),
                            AdviceKind.CONSOLIDATION,
                            () -> new ConsolidateFleet(workspace, Shapes.known(workspace))
                                    .run(chosen, most, progress(console)).groups().stream()
                                            .map(DecisionSubjects::of)
                                            .toList())) {
                return ExitCode.DONE;
            }
            FleetConsolidation found =
                    new ConsolidateFleet(workspace, Shapes.known(workspace)).run(chosen, most, progress(console));
            give(console, new ConsolidationTable(found), output, found.sentence());
            if (output == null && !common().json()) {
                console.message(found.sentence());
            }
            return ExitCode.DONE;
        }
    }
}
