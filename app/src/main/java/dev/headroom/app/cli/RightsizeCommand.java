package dev.headroom.app.cli;

import dev.headroom.app.usecase.AdviceTable;
import dev.headroom.app.usecase.AdviseAssets;
import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.DecisionTable;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.ListServers;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RightsizeFleet;
import dev.headroom.app.usecase.RightsizingTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.SizingHindsight;
import dev.headroom.app.usecase.SizingHindsightTable;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "rightsize",
        header = "Which type fits each server, database, volume or function, and what does it save?",
        description =
                "Compares the usage of each server, or with --kind of other resources, with the list prices that were pulled, "
                        + "else with those that ship. Without -o the table goes to standard output. With --accept, --dismiss, --snooze, --reopen or --done it writes a decision about a "
                        + "recommendation into the workspace, with --decisions it lists all of them, with --realised what they saved.")
final class RightsizeCommand extends Command {
    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description = "savings, balanced, default or performance (default: default).")
    private String policy = "default";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "RIGHTSIZING.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            converter = KnownOnConverter.class,
            description =
                    "Take what commitments pay from the bills as they were known at this time; a day is its end in "
                            + "UTC. Usage is kept without versions and is as it is now.")
    private @Nullable Instant knownOn;

    @Option(
            names = "--hindsight",
            paramLabel = "DAYS",
            description = "Recommend as it was possible so many days ago, and replay the days since then on what was "
                    + "recommended.")
    private @Nullable Integer hindsight;

    @Option(
            names = "--max-risk",
            paramLabel = "LEVEL",
            description =
                    "low, medium or high: savings at a higher risk are not advised (default: that of the policy).")
    private @Nullable String maximumRisk;

    @Option(
            names = "--any-architecture",
            description = "Look at types of other processor architectures, too; the software has to be built for them.")
    private boolean anyArchitecture;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "servers, databases, volumes, functions, or all of them with snapshots, addresses and load "
                    + "balancers (default: servers).")
    private String kind = "servers";

    private final Clock clock;

    RightsizeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        SizingPolicy chosen = SizingPolicy.presets().get(policy);
        if (chosen == null) {
            throw wrongUsage("--policy (" + policy + ") must be one of "
                    + String.join(", ", SizingPolicy.presets().keySet()) + ".");
        }
        chosen = chosen.withAnyArchitecture(anyArchitecture);
        if (maximumRisk != null) {
            chosen = chosen.withMaximumRisk(level(maximumRisk));
        }
        if (hindsight != null && (hindsight < 1 || decisions.isGiven() || knownOn != null)) {
            throw wrongUsage("--hindsight (" + hindsight + ") must be 1 day or more, and goes without decisions and "
                    + "without --as-known-on.");
        }
        if (knownOn != null && decisions.isGiven()) {
            throw wrongUsage("--as-known-on goes with recommendations only; decisions are about what is known now.");
        }
        SizingPolicy sizing = chosen;
        AdviceKinds kinds = AdviceKinds.of(kind)
                .orElseThrow(() -> wrongUsage("--kind (" + kind + ") must be one of " + AdviceKinds.words() + "."));
        if (kinds != AdviceKinds.SERVERS && hindsight != null) {
            throw wrongUsage("--kind " + kind + " goes without --hindsight; that is about servers.");
        }
        if (kinds == AdviceKinds.ALL && decisions.isGiven()) {
            throw wrongUsage("--kind all goes without decisions; name the kind that they are about.");
        }
        DecisionRequest request = decisions.request(this::wrongUsage);
        try (OpenWorkspace workspace = open()) {
            if (hindsight != null) {
                SizingHindsight found = new RightsizeFleet(workspace, Shapes.known(workspace), clock)
                        .hindsight(sizing, hindsight, progress(console));
                give(console, new SizingHindsightTable(found), output, found.sentence());
                if (output == null && !common().json()) {
                    console.message(found.sentence());
                }
                return ExitCode.DONE;
            }
            if (kinds != AdviceKinds.SERVERS) {
                return new Deciding(this, workspace, clock, output)
                                .answer(
                                        console,
                                        request,
                                        AdviceKind.RESOURCE,
                                        () -> assets(workspace, sizing, kinds).advice().stream()
                                                .map(DecisionSubjects::of)
                                                .toList())
                        ? ExitCode.DONE
                        : more(console, workspace, sizing, kinds);
            }
            if (request instanceof DecisionRequest.Write write) {
                decide(console, workspace, write, recommend(workspace, sizing, console));
            } else if (!new Deciding(this, workspace, clock, output)
                    .answer(console, request, AdviceKind.RIGHTSIZING, List::of)) {
                FleetRightsizing result = recommend(workspace, sizing, console);
                giveSizes(console, result);
            }
            return ExitCode.DONE;
        }
    }

    /// Files keep their columns; JSON says for each server where its prices are from.
    private void giveSizes(Console console, FleetRightsizing result) throws UseCaseException {
        RightsizingTable table = new RightsizingTable(result);
        if (common().json()) {
            if (output != null) {
                table.write(output);
            }
            console.result(json(RightsizingTable.detailed(result).rows()));
        } else {
            give(console, table, output, priced(result));
        }
    }

    /// What is no server, and the servers with it when everything is asked for.
    private ExitCode more(Console console, OpenWorkspace workspace, SizingPolicy sizing, AdviceKinds kinds)
            throws UseCaseException {
        AssetAdvice assets = assets(workspace, sizing, kinds);
        Optional<FleetRightsizing> servers =
                kinds == AdviceKinds.ALL && !new ListServers(workspace).run().isEmpty()
                        ? Optional.of(recommend(workspace, sizing, console))
                        : Optional.empty();
        if (assets.advice().isEmpty() && servers.isEmpty()) {
            throw AdviseAssets.nothing(kinds.assetWords());
        }
        String sentence =
                servers.map(fleet -> "Servers: " + priced(fleet) + ". Others: ").orElse("") + assets.sentence();
        give(console, new AdviceTable(servers, assets), output, sentence);
        return ExitCode.DONE;
    }

    private AssetAdvice assets(OpenWorkspace workspace, SizingPolicy sizing, AdviceKinds kinds)
            throws UseCaseException {
        return new AdviseAssets(workspace, clock).run(kinds.assets(), sizing, AdviseAssets.USUAL_SNAPSHOT_DAYS);
    }

    private SizingRisk.Level level(String word) throws UseCaseException {
        for (SizingRisk.Level level : SizingRisk.Level.values()) {
            if (level.words().equals(word)) {
                return level;
            }
        }
        throw wrongUsage("--max-risk (" + word + ") must be low, medium or high.");
    }

    /// The result in a sentence, with the day and the source of the prices.
    private static String priced(FleetRightsizing result) {
        return result.sentence() + ", at " + result.prices().words(LocalDate::toString);
    }

    private FleetRightsizing recommend(OpenWorkspace workspace, SizingPolicy chosen, Console console)
            throws UseCaseException {
        return new RightsizeFleet(workspace, Shapes.known(workspace), clock, Optional.ofNullable(knownOn))
                .run(chosen, progress(console));
    }

    /// Writes the decision and gives out what was written.
    private void decide(Console console, OpenWorkspace workspace, DecisionRequest.Write write, FleetRightsizing before)
            throws UseCaseException {
        DecideRecommendation deciding = new DecideRecommendation(workspace, clock);
        FleetRightsizing after = before.with(deciding.run(write.about(
                before.recommendations().stream().map(DecisionSubject::of).toList())));
        List<DecideRecommendation.Logged> log = deciding.log();
        int added = write.resources().size();
        DecisionTable table = new DecisionTable(log.subList(log.size() - added, log.size()));
        if (output != null || common().json()) {
            give(console, table, output, after.standingWords());
        } else {
            console.result(write.decision().word() + ": " + String.join(", ", write.resources()));
            console.result("Recommendations: " + after.standingWords() + ".");
        }
    }
}
