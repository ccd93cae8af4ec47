package dev.headroom.app.cli;

import dev.headroom.app.usecase.AdviseAssets;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.MoneyWords;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WasteTable;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.waste.Waste;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "waste",
        header = "What is paid for and not used?",
        description =
                "Looks through the AWS charges of the last days for idle addresses, load balancers and NAT gateways, gp2 "
                        + "volumes, extended support, and storage of servers that no longer run, and through the inventory for "
                        + "volumes, databases, functions, load balancers and addresses that nobody uses and snapshots without "
                        + "volume. What both show is told once. Without -o the table goes to standard output.")
final class WasteCommand extends Command {
    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "How many of the last days on the bills are looked at (default: 30).")
    private int days = FindWaste.USUAL_DAYS;

    @Option(
            names = "--snapshot-age",
            paramLabel = "DAYS",
            description = "The age from which on a snapshot without its volume counts (default: 90).")
    private int snapshotDays = AdviseAssets.USUAL_SNAPSHOT_DAYS;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            converter = KnownOnConverter.class,
            description =
                    "Take the bills as they were known at this time, without the inventory; a day is its end in UTC.")
    private @Nullable Instant knownOn;

    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "WASTE.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    private final Clock clock;

    WasteCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (days < 1 || snapshotDays < 0) {
            throw wrongUsage(
                    "--days (" + days + ") must be 1 or more, and --snapshot-age (" + snapshotDays + ") 0 or more.");
        }
        try (OpenWorkspace workspace = open()) {
            if (new Deciding(this, workspace, clock, output)
                    .answer(
                            console,
                            decisions.request(this::wrongUsage),
                            AdviceKind.WASTE,
                            () -> new FindWaste(workspace)
                                    .run(days, snapshotDays, Optional.empty()).found().stream()
                                            .map(one -> DecisionSubjects.of(one, days))
                                            .toList())) {
                return ExitCode.DONE;
            }
            FindWaste.Found found = new FindWaste(workspace).run(days, snapshotDays, Optional.ofNullable(knownOn));
            give(console, new WasteTable(found), output, sentence(found));
            if (output == null && !common().json()) {
                console.message(sentence(found));
            }
            if (!found.unpriced().isEmpty() && !common().quiet()) {
                console.message("Nobody uses " + String.join(", ", found.unpriced())
                        + " either, but what they cost is not in the price list");
            }
            return ExitCode.DONE;
        }
    }

    private static String sentence(FindWaste.Found found) {
        String span = " from " + found.first() + " to " + found.last();
        if (found.found().isEmpty()) {
            return "No waste was found" + span;
        }
        int count = found.found().size();
        return count + (count == 1 ? " finding" : " findings") + span + ", "
                + MoneyWords.sum(found.found().stream().map(Waste::saving), 2)
                + " would have been saved";
    }
}
