package dev.headroom.app.cli;

import dev.headroom.app.usecase.DecisionSubjects;
import dev.headroom.app.usecase.FleetSchedules;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.ScheduleChanges;
import dev.headroom.app.usecase.ScheduleFleet;
import dev.headroom.app.usecase.ScheduleRequest;
import dev.headroom.app.usecase.ScheduleTable;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.schedule.SchedulePolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "schedule",
        header = "When can servers be off, week after week?",
        description =
                "Judges each of the 168 hours of the week on hourly readings of at least eight weeks, without public "
                        + "holidays, on the clock of the server's region. Only servers that are not of production are looked at, "
                        + "unless told otherwise. Without -o the table goes to standard output. Nothing is switched: --cron and "
                        + "--tags write the changes for other tools.")
final class ScheduleCommand extends Command {
    @Option(
            names = "--environments",
            paramLabel = "NAME",
            split = ",",
            description =
                    "The environments whose servers may be off (default: those whose name starts with dev, test, qa, "
                            + "stag, sandbox, uat, int, lab, demo, preprod or nonprod).")
    private List<String> environments = List.of();

    @Option(names = "--production", description = "Look at servers of every environment.")
    private boolean production;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "On whose clock, such as Europe/Berlin (default: that of each server's region).")
    private @Nullable String zone;

    @Option(
            names = "--idle-cpu",
            paramLabel = "PERCENT",
            description = "An hour is quiet up to this CPU reading (default: 5).")
    private double idleCpu = SchedulePolicy.usual().idleCpuPercent();

    @Option(
            names = "--idle-network",
            paramLabel = "MBPS",
            description = "And up to this network reading, where there is one, in Mbit/s (default: 0.1).")
    private double idleNetwork = SchedulePolicy.usual().idleNetworkMbps();

    @Option(
            names = "--idle-network-share",
            paramLabel = "PERCENT",
            description = "Or up to this share of the p95 of its network readings (default: 10).")
    private double networkShare = 100 * SchedulePolicy.usual().idleNetworkShare();

    @Option(
            names = "--repeat",
            paramLabel = "PERCENT",
            description = "In how many of the weeks an hour has to be quiet (default: 80).")
    private double repeat = 100 * SchedulePolicy.usual().repeat();

    @Option(
            names = "--min-block",
            paramLabel = "HOURS",
            description = "Shorter stretches are left running (default: 4).")
    private int minimumBlock = SchedulePolicy.usual().minimumBlockHours();

    @Option(
            names = "--min-weeks",
            paramLabel = "WEEKS",
            description = "With fewer weeks there is no advice (default: 8).")
    private int minimumWeeks = SchedulePolicy.usual().minimumWeeks();

    @Option(
            names = "--lead",
            paramLabel = "HOURS",
            description = "So many hours before it is used again a server is started (default: 1).")
    private int lead = SchedulePolicy.usual().leadHours();

    @Mixin
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "SCHEDULE.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Option(names = "--cron", paramLabel = "FILE", description = "Write a crontab that stops and starts the servers.")
    private @Nullable Path cron;

    @Option(
            names = "--stop-command",
            paramLabel = "COMMAND",
            description = "What the crontab runs to stop a server, {} is the resource (default: "
                    + "aws ec2 stop-instances --instance-ids {}).")
    private String stop = ScheduleChanges.STOP;

    @Option(
            names = "--start-command",
            paramLabel = "COMMAND",
            description = "What it runs to start one (default: aws ec2 start-instances --instance-ids {}).")
    private String start = ScheduleChanges.START;

    @Option(
            names = "--tags",
            paramLabel = "FILE",
            description = "Write the tags to set, resource,key,value, in the form of Cloud Custodian's off-hours.")
    private @Nullable Path tags;

    @Option(names = "--tag-key", paramLabel = "KEY", description = "The key of these tags (default: maid_offhours).")
    private String tagKey = ScheduleChanges.TAG_KEY;

    private final Clock clock;

    ScheduleCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        ScheduleRequest request = request();
        try (OpenWorkspace workspace = open()) {
            if (new Deciding(this, workspace, clock, output)
                    .answer(
                            console,
                            decisions.request(this::wrongUsage),
                            AdviceKind.SCHEDULE,
                            () -> new ScheduleFleet(workspace, Shapes.known(workspace))
                                    .run(request, progress(console)).advice().stream()
                                            .map(DecisionSubjects::of)
                                            .toList())) {
                return ExitCode.DONE;
            }
            FleetSchedules schedules =
                    new ScheduleFleet(workspace, Shapes.known(workspace)).run(request, progress(console));
            if (cron != null) {
                ScheduleChanges.crontab(schedules, stop, start, cron);
            }
            if (tags != null) {
                ScheduleChanges.tags(schedules, tagKey, tags);
            }
            give(console, new ScheduleTable(schedules), output, schedules.sentence());
            return ExitCode.DONE;
        }
    }

    private ScheduleRequest request() {
        try {
            SchedulePolicy policy = new SchedulePolicy(
                    idleCpu, idleNetwork, networkShare / 100, repeat / 100, minimumBlock, minimumWeeks, lead);
            Optional<ZoneId> clock = Optional.ofNullable(zone).map(ZoneId::of);
            return new ScheduleRequest(policy, environments, production, clock);
        } catch (DateTimeException e) {
            throw wrongUsage("--zone (" + zone + ") must be a time zone such as Europe/Berlin or UTC.");
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
