package dev.headroom.app.cli;

import dev.headroom.app.usecase.ActionTable;
import dev.headroom.app.usecase.AdviseCommitments;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Posture;
import dev.headroom.engine.plan.Freeze;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.rightsizing.AdviceKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "actions",
        header = "Which actions together save most?",
        description =
                "Chooses the best set of rightsizing moves, stops, off-hours and a commitment under limits. Commitments are"
                        + " sized for what the actions leave, no saving is counted twice, and the table says what each action"
                        + " adds to the set, what was left out and why, and by how much another set could be better at most."
                        + " Without -o the table goes to standard output.")
final class ActionsCommand extends Command {
    /// The largest grades of the levels of risk.
    enum Risk {
        LOW(1),
        MEDIUM(2),
        HIGH(4);

        private final int grade;

        Risk(int grade) {
            this.grade = grade;
        }
    }

    @Option(
            names = "--max-effort",
            paramLabel = "POINTS",
            description = "Effort of all actions together: 1 point to stop, 2 for another size, 4 for another family, 8"
                    + " for another processor architecture.")
    private @Nullable Integer effort;

    @Option(names = "--max-restarts", paramLabel = "N", description = "Restarts of all actions together.")
    private @Nullable Integer restarts;

    @Option(
            names = "--max-breaches",
            paramLabel = "MONTHS",
            description = "Months with a day above the ceiling that all actions together may bring in twelve months,"
                    + " expected.")
    private @Nullable Double breaches;

    @Option(
            names = "--max-risk",
            paramLabel = "LEVEL",
            description = "low, medium or high, of each action (default: medium).")
    private Risk risk = Risk.MEDIUM;

    @Option(
            names = "--max-upfront",
            paramLabel = "AMOUNT",
            description = "What may be paid when the commitment is bought (default: 0).")
    private BigDecimal upfront = BigDecimal.ZERO;

    @Option(
            names = "--freeze",
            paramLabel = "FROM..TO",
            description = "Days without restarts, both included, such as 2026-12-15..2027-01-05; may be repeated.")
    private List<String> freezes = List.of();

    @Option(names = "--term", paramLabel = "1y|3y", description = "The term of the commitment (default: 1y).")
    private String term = "1y";

    @Option(names = "--rates", paramLabel = "RATES.csv", description = "Your rates, as commitments takes them.")
    private @Nullable Path rates;

    @Option(
            names = "--ends",
            paramLabel = "ENDS.csv",
            description = "When running commitments end, as commitments takes it.")
    private @Nullable Path ends;

    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "ACTIONS.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    private final Clock clock;

    ActionsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        PlanLimits limits = new PlanLimits(
                atLeastZero("--max-effort", effort),
                atLeastZero("--max-restarts", restarts),
                atLeastZero("--max-breaches", breaches),
                OptionalInt.of(risk.grade),
                Optional.of(upfront),
                days());
        AdviseCommitments.Request request = new AdviseCommitments.Request(
                wishedTerm(),
                Posture.CAREFUL,
                Optional.ofNullable(rates),
                Optional.ofNullable(ends),
                List.of(),
                Optional.empty(),
                ForecastRequest.DEFAULT_SEED);
        try (OpenWorkspace workspace = open()) {
            if (new Deciding(this, workspace, clock, output)
                    .answer(
                            console,
                            decisions.request(this::wrongUsage),
                            AdviceKind.ACTION,
                            () -> new PlanActions(workspace, Shapes.known(workspace), clock)
                                    .run(request, limits, progress(console))
                                    .subjects())) {
                return ExitCode.DONE;
            }
            PlanActions.Report report =
                    new PlanActions(workspace, Shapes.known(workspace), clock).run(request, limits, progress(console));
            give(console, new ActionTable(report), output, report.sentence());
            console.message(report.commitments().rateWords());
            console.message(report.commitments().hourWords());
            return ExitCode.DONE;
        }
    }

    private OptionalInt atLeastZero(String option, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw wrongUsage(option + " (" + value + ") must be 0 or more.");
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private OptionalDouble atLeastZero(String option, @Nullable Double value) {
        if (value != null && !(value >= 0)) {
            throw wrongUsage(option + " (" + value + ") must be 0 or more.");
        }
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private CommitmentTerm wishedTerm() {
        try {
            return CommitmentTerm.of(term);
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--term: " + e.getMessage());
        }
    }

    private List<Freeze> days() {
        List<Freeze> all = new ArrayList<>();
        for (String text : freezes) {
            int place = text.indexOf("..");
            try {
                if (place < 0) {
                    throw new IllegalArgumentException("two days are needed.");
                }
                all.add(new Freeze(
                        LocalDate.parse(text.substring(0, place)),
                        LocalDate.parse(text.substring(place + 2)).plusDays(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw wrongUsage("--freeze (" + text + ") must be two days such as 2026-12-15..2027-01-05, the"
                        + " first not after the second.");
            }
        }
        return all;
    }
}
