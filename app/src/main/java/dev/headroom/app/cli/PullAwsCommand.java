package dev.headroom.app.cli;

import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.UseCaseException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "aws",
        header = "Pull from AWS accounts with the credentials of the AWS tools.",
        description = {
            "Credentials come from the default chain or a profile (also IAM Identity Center and roles with MFA); none"
                    + " is stored. AWS is only read.",
            "The first pull fetches up to 455 days of hourly metrics; the same command again asks only for what is new,"
                    + " and after an interruption goes on where it stopped.",
            "AWS_ENDPOINT_URL is honoured."
        })
final class PullAwsCommand extends Command {
    @Option(names = "--profile", paramLabel = "NAME", description = "A profile of ~/.aws (default: the default chain).")
    private @Nullable String profile;

    @Option(
            names = "--regions",
            paramLabel = "R,R|all",
            split = ",",
            description = "Regions (default: the one of the profile or the environment).")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--accounts",
            paramLabel = "ID,ID|all",
            split = ",",
            description = "Accounts; all: those of the organization (default: the account of the login).")
    private List<String> accounts = new ArrayList<>();

    @Option(
            names = "--role",
            paramLabel = "ARN",
            description = "The role to take in other accounts, such as arn:aws:iam::{account}:role/headroom-read.")
    private @Nullable String role;

    @Option(names = "--external-id", paramLabel = "ID", description = "The external id that the role asks for.")
    private @Nullable String externalId;

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            description = "From when on (default: as far back as AWS keeps it, 455 days for hours).")
    private @Nullable LocalDate since;

    @Option(
            names = "--what",
            paramLabel = "W,W",
            split = ",",
            description =
                    "What to pull: inventory, usage, cost, prices, recommendations (default: inventory, usage, prices"
                            + " and what --export and --athena name). Cost without those two asks Cost Explorer, which takes a cent a"
                            + " request, and so do recommendations.")
    private List<String> what = new ArrayList<>();

    @Option(
            names = "--export",
            paramLabel = "s3://...",
            description = "An export of bills in S3 (CUR 2.0, FOCUS or legacy); may be repeated.")
    private List<String> exports = new ArrayList<>();

    @Option(names = "--athena", paramLabel = "DB.TABLE", description = "A table of bills in Athena; may be repeated.")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--athena-region", paramLabel = "R", description = "Where Athena is (default: the first region).")
    private @Nullable String athenaRegion;

    @Option(names = "--workgroup", paramLabel = "NAME", description = "The workgroup of Athena (default: primary).")
    private @Nullable String workgroup;

    @Option(
            names = "--athena-output",
            paramLabel = "s3://...",
            description = "Where Athena writes results (default: as the workgroup says).")
    private @Nullable String athenaOutput;

    @Option(
            names = "--step",
            paramLabel = "hour|5min|minute",
            description = "The step of metrics. AWS keeps minutes for 15 days and 5 minutes for 63 (default: hour).")
    private String step = "hour";

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Refuse a pull that is expected to cost more (default: 5).")
    private BigDecimal maxCost = PullAws.USUAL_MOST_COST;

    @Option(names = "--dry-run", description = "Say what would be asked and what it would cost, and pull nothing.")
    private boolean dryRun;

    @Option(names = "--check", description = "Say who is asking and which calls are allowed, and pull nothing.")
    private boolean check;

    @Option(names = "--print-policy", description = "Print the read-only policy that a pull needs, and pull nothing.")
    private boolean printPolicy;

    private final Clock clock;

    PullAwsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (printPolicy) {
            console.result(CheckAws.policy(Optional.ofNullable(role), bills()));
            return ExitCode.DONE;
        }
        if (check) {
            return check(console);
        }
        PullAws.Request request = request();
        try (OpenWorkspace workspace = open()) {
            PullAws pull = new PullAws(workspace, clock, this::code);
            return dryRun
                    ? plan(console, pull.plan(request, progress(console)))
                    : result(console, pull.run(request, progress(console)));
        }
    }

    private Optional<String> code(String device) {
        return passwords().prompt().ask("Code of " + device).map(String::valueOf);
    }

    private PullAws.Request request() {
        boolean severalAccounts = !accounts.isEmpty();
        if (severalAccounts
                && role == null
                && !(accounts.size() == 1 && !accounts.getFirst().equals("all"))) {
            throw wrongUsage("Several accounts need the role to take in them; name it with --role, such as"
                    + " arn:aws:iam::{account}:role/headroom-read.");
        }
        accounts.stream()
                .filter(account -> !account.matches("all|\\d{12}"))
                .findFirst()
                .ifPresent(account -> {
                    throw wrongUsage("--accounts: " + account + " is not the number of an account (12 digits) or all.");
                });
        if (role != null && severalAccounts && !role.contains("{account}") && accounts.size() > 1) {
            throw wrongUsage("--role must have {account} where the number of the account stands.");
        }
        return new PullAws.Request(
                Optional.ofNullable(profile),
                List.copyOf(regions),
                List.copyOf(accounts),
                Optional.ofNullable(role),
                Optional.ofNullable(externalId),
                Optional.ofNullable(since),
                wanted(bills()),
                step(),
                bills(),
                maxCost);
    }

    private PullAws.BillSources bills() {
        return new PullAws.BillSources(
                exports,
                tables,
                Optional.ofNullable(athenaRegion),
                Optional.ofNullable(workgroup),
                Optional.ofNullable(athenaOutput));
    }

    private Set<PullAws.What> wanted(PullAws.BillSources bills) {
        if (what.isEmpty()) {
            return PullAws.What.usual(bills);
        }
        EnumSet<PullAws.What> wanted = EnumSet.noneOf(PullAws.What.class);
        for (String word : what) {
            wanted.add(Arrays.stream(PullAws.What.values())
                    .filter(one -> one.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> wrongUsage(
                            "--what: " + word + " is not one of " + String.join(", ", PullAws.words()) + ".")));
        }
        return wanted;
    }

    private PullAws.Step step() {
        return switch (step) {
            case "hour" -> PullAws.Step.HOUR;
            case "5min" -> PullAws.Step.FIVE_MINUTES;
            case "minute" -> PullAws.Step.MINUTE;
            default -> throw wrongUsage("--step: " + step + " is not hour, 5min or minute.");
        };
    }

    private ExitCode plan(Console console, PullAws.Plan plan) {
        if (common().json()) {
            console.result(json(PullTree.of(plan)));
        } else {
            PullText.plan(plan).forEach(console::result);
        }
        plan.missing().forEach(missing -> console.message(PullText.missing(missing)));
        return ExitCode.DONE;
    }

    private ExitCode result(Console console, PullAws.Result result) {
        if (common().json()) {
            console.result(json(PullTree.of(result)));
        } else {
            PullText.result(result).forEach(console::result);
        }
        result.missing().forEach(missing -> console.message(PullText.missing(missing)));
        result.end().ifPresent(end -> console.message(end.message() + " (" + end.code() + ")"));
        return result.end().isPresent() || result.isNothing() ? ExitCode.SOURCE_FAILED : ExitCode.DONE;
    }

    private ExitCode check(Console console) throws UseCaseException {
        CheckAws.Result found =
                CheckAws.run(Optional.ofNullable(profile), regions.stream().findFirst(), this::code);
        if (common().json()) {
            console.result(json(PullTree.of(found)));
        } else {
            PullText.check(found).forEach(console::result);
        }
        return found.isComplete() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
