package dev.headroom.app.cli;

import dev.headroom.app.usecase.AdviseCommitments;
import dev.headroom.app.usecase.CommitmentReport;
import dev.headroom.app.usecase.CommitmentTables;
import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RightsizeFleet;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.Table;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Posture;
import dev.headroom.engine.rightsizing.AdviceKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "commitments",
        header = "How well are commitments used, and which one is worth buying?",
        description = "Sizes savings plans and reservations on sample paths of the usage over their term, after the"
                + " running ones, and shows for each option the expected saving, the bad case and what stays unused."
                + " Without -o the table goes to standard output.")
final class CommitmentsCommand extends Command {
    enum View {
        ADVICE,
        HELD,
        COVERAGE,
        RATE,
        FRONTIER,
        LADDER,
        ORDERS
    }

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description =
                    "advice (every option, with a verdict), held (the commitments on the bills and when they end),"
                            + " coverage (coverage and utilization by day), rate (the effective savings rate), frontier (expected"
                            + " against bad-case saving), ladder (bought in parts) or orders (with rightsizing, before and"
                            + " after). Default: advice.")
    private View view = View.ADVICE;

    @Option(names = "--term", paramLabel = "1y|3y", description = "The wished term (default: 1y).")
    private String term = "1y";

    @Option(
            names = "--posture",
            paramLabel = "NAME",
            description = "careful: the largest expected saving whose bad case is not a loss; expected: the largest"
                    + " expected saving (default: careful).")
    private Posture posture = Posture.CAREFUL;

    @Option(
            names = "--rates",
            paramLabel = "RATES.csv",
            description = "Your rates: provider,kind,term,payment,discount_percent,as_of and where wanted family and"
                    + " source. Without it those of pulled lists are taken, else typical discounts.")
    private @Nullable Path rates;

    @Option(
            names = "--ends",
            paramLabel = "ENDS.csv",
            description = "When running commitments end, which bills do not say: commitment,end.")
    private @Nullable Path ends;

    @Option(
            names = "--hourly",
            paramLabel = "BILL",
            description = "A bill with hourly lines, from which days are spread over their hours; may be repeated. The"
                    + " workspace keeps bills by day, and without this a day counts as level.")
    private List<Path> hourly = List.of();

    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "COMMITMENTS.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            converter = KnownOnConverter.class,
            description = "Take the bills as they were known at this time; a day is its end in UTC.")
    private @Nullable Instant knownOn;

    private final Clock clock;

    CommitmentsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        AdviseCommitments.Request request = new AdviseCommitments.Request(
                wishedTerm(),
                posture,
                Optional.ofNullable(rates),
                Optional.ofNullable(ends),
                hourly,
                Optional.ofNullable(knownOn),
                ForecastRequest.DEFAULT_SEED);
        try (OpenWorkspace workspace = open()) {
            if (new Deciding(this, workspace, clock, output)
                    .answer(
                            console,
                            decisions.request(this::wrongUsage),
                            AdviceKind.COMMITMENT,
                            () -> new AdviseCommitments(workspace)
                                    .run(request, Optional.empty(), progress(console)).advice().stream()
                                            .flatMap(advice -> advice.options().stream())
                                            .map(DecisionSubjects::of)
                                            .toList())) {
                return ExitCode.DONE;
            }
            Optional<FleetRightsizing> rightsizing =
                    view == View.ORDERS ? rightsizing(workspace, console) : Optional.empty();
            CommitmentReport report = new AdviseCommitments(workspace).run(request, rightsizing, progress(console));
            give(console, table(report), output, report.sentence());
            if (view != View.HELD && view != View.COVERAGE && view != View.RATE) {
                console.message(report.rateWords());
                console.message(report.hourWords());
            }
            return ExitCode.DONE;
        }
    }

    private CommitmentTerm wishedTerm() {
        try {
            return CommitmentTerm.of(term);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--term: " + e.getMessage());
        }
    }

    /// Empty when there are no servers to rightsize.
    private Optional<FleetRightsizing> rightsizing(OpenWorkspace workspace, Console console) throws UseCaseException {
        try {
            return Optional.of(
                    new RightsizeFleet(workspace, Shapes.known(workspace), clock, Optional.ofNullable(knownOn))
                            .run(progress(console)));
        } catch (UseCaseException e) {
            if (e.kind() != UseCaseException.Kind.NO_DATA) {
                throw e;
            }
            console.message("Without rightsizing: " + e.getMessage() + " (" + e.code() + ")");
            return Optional.empty();
        }
    }

    private Table table(CommitmentReport report) {
        return switch (view) {
            case ADVICE -> new CommitmentTables.Advice(report);
            case HELD -> new CommitmentTables.Held(report);
            case COVERAGE -> new CommitmentTables.Coverage(report);
            case RATE -> new CommitmentTables.Rates(report);
            case FRONTIER -> new CommitmentTables.Frontier(report);
            case LADDER -> new CommitmentTables.Laddering(report);
            case ORDERS -> new CommitmentTables.Orders(report);
        };
    }
}
