package dev.headroom.app.cli;

import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.PublishAws;
import dev.headroom.app.usecase.PublishSettings;
import dev.headroom.app.usecase.UseCaseException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "aws",
        header = "Write series to S3, scores of models to CloudWatch and alerts to SNS, each when it is switched on.",
        description = {
            "Without a switch nothing is written. Switches are kept with the workspace and stand in its audit log; each may"
                    + " have a role of its own.",
            "Only what is new is written: months of series that changed, models that were trained since, anomalies that"
                    + " were not sent yet. Credentials are those of the AWS tools, as for pull aws."
        })
final class PublishAwsCommand extends Command {
    private static final String NAMESPACE = "Headroom";

    @ArgGroup
    private @Nullable Change change;

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description = "With --allow: s3://bucket/prefix for series, the ARN of a topic of SNS for alerts.")
    private @Nullable String to;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "With --allow metrics: the namespace in CloudWatch (default: Headroom).")
    private @Nullable String namespace;

    @Option(
            names = "--role",
            paramLabel = "ARN",
            description = "With --allow: the role to take for this (default: none, the login writes).")
    private @Nullable String role;

    @Option(
            names = "--what",
            paramLabel = "W,W",
            split = ",",
            description = "Of what is switched on, only this: series, metrics, alerts (default: all of it).")
    private List<String> what = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", description = "A profile of ~/.aws (default: the default chain).")
    private @Nullable String profile;

    @Option(
            names = "--region",
            paramLabel = "R",
            description = "Where metrics go (default: the region of the profile or the environment).")
    private @Nullable String region;

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            description =
                    "Series from the month of this day on, and anomalies from this day on (default: all series, and"
                            + " anomalies of the last 7 days).")
    private @Nullable LocalDate since;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Refuse to write what is expected to cost more (default: 5).")
    private BigDecimal maxCost = BigDecimal.valueOf(5);

    @Option(names = "--dry-run", description = "Say what would be written and what it would cost, and ask AWS nothing.")
    private boolean dryRun;

    private final Clock clock;

    PublishAwsCommand(Clock clock) {
        this.clock = clock;
    }

    /// Instead of writing.
    static final class Change {
        @Option(
                names = "--allow",
                paramLabel = "WHAT",
                description = "Switch on series, metrics or alerts, or change where they go. Writes nothing yet.")
        private @Nullable String allow;

        @Option(names = "--forbid", paramLabel = "WHAT", description = "Switch off series, metrics or alerts.")
        private @Nullable String forbid;

        @Option(names = "--list", description = "Say what is switched on.")
        @SuppressWarnings("UnusedVariable") // what is left when it is none of the others
        private boolean list;

        @Option(
                names = "--print-policy",
                description = "Print the least policy that what is switched on needs. It is not the one of pull aws.")
        private boolean printPolicy;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        boolean allows = change != null && change.allow != null;
        if (!allows && (to != null || namespace != null || role != null)) {
            throw wrongUsage("--to, --namespace and --role go with --allow.");
        }
        if (change != null) {
            return changed(console, change);
        }
        PublishAws.Request request = new PublishAws.Request(
                wanted(),
                Optional.ofNullable(profile),
                Optional.ofNullable(region),
                Optional.ofNullable(since),
                maxCost);
        try (OpenWorkspace workspace = open()) {
            PublishAws publish = new PublishAws(workspace, clock, this::code);
            return dryRun
                    ? plan(console, publish.plan(request, progress(console)))
                    : result(console, publish.run(request, progress(console)));
        }
    }

    private Optional<String> code(String device) {
        return passwords().prompt().ask("Code of " + device).map(String::valueOf);
    }

    private ExitCode changed(Console console, Change how) throws UseCaseException {
        if (how.allow != null) {
            PublishSettings.Switch one = toAllow(how.allow);
            try (OpenWorkspace workspace = open()) {
                boolean changed = new PublishSettings(workspace).allow(one, clock.instant());
                console.result(PublishText.allowed(one, changed));
            }
        } else if (how.forbid != null) {
            PublishAws.What off = what("--forbid", how.forbid);
            try (OpenWorkspace workspace = open()) {
                boolean changed = new PublishSettings(workspace).forbid(off, clock.instant());
                console.result(PublishText.forbidden(off, changed));
            }
        } else {
            try (OpenWorkspace workspace = open()) {
                tell(console, new PublishSettings(workspace), how.printPolicy);
            }
        }
        return ExitCode.DONE;
    }

    private void tell(Console console, PublishSettings settings, boolean policyOnly) throws UseCaseException {
        if (policyOnly) {
            PublishSettings.Policy policy = settings.policy();
            console.result(policy.json());
            policy.notes().forEach(console::message);
        } else if (common().json()) {
            console.result(json(PublishTree.of(settings.list())));
        } else {
            PublishText.list(settings.list()).forEach(console::result);
        }
    }

    private PublishSettings.Switch toAllow(String word) {
        PublishAws.What on = what("--allow", word);
        String target = switch (on) {
            case SERIES -> target(on, "s3://bucket/prefix");
            case ALERTS -> target(on, "arn:aws:sns:eu-central-1:111122223333:alerts");
            case METRICS -> {
                if (to != null) {
                    throw wrongUsage("--allow metrics takes --namespace, not --to.");
                }
                yield namespace == null ? NAMESPACE : namespace;
            }
        };
        return new PublishSettings.Switch(on, target, Optional.ofNullable(role));
    }

    private String target(PublishAws.What on, String example) {
        if (namespace != null) {
            throw wrongUsage("--namespace goes with --allow metrics.");
        }
        if (to == null) {
            throw wrongUsage("--allow " + on.word() + " needs to know where to: --to " + example + ".");
        }
        return to;
    }

    private PublishAws.What what(String option, String word) {
        return PublishAws.What.ofWord(word.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> wrongUsage(option + ": " + word + " is not one of series, metrics, alerts."));
    }

    private Set<PublishAws.What> wanted() {
        EnumSet<PublishAws.What> wanted = EnumSet.noneOf(PublishAws.What.class);
        what.forEach(word -> wanted.add(what("--what", word)));
        return wanted;
    }

    private ExitCode plan(Console console, PublishAws.Plan plan) {
        if (common().json()) {
            console.result(json(PublishTree.of(plan)));
        } else {
            PublishText.plan(plan).forEach(console::result);
        }
        return ExitCode.DONE;
    }

    private ExitCode result(Console console, PublishAws.Result result) {
        if (common().json()) {
            console.result(json(PublishTree.of(result)));
        } else {
            PublishText.result(result).forEach(console::result);
        }
        result.missing().forEach(missing -> console.message(PublishText.missing(missing)));
        result.end().ifPresent(end -> console.message(end.message() + " (" + end.code() + ")"));
        return result.end().isPresent() || result.isNothing() ? ExitCode.SOURCE_FAILED : ExitCode.DONE;
    }
}
