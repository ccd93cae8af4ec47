package dev.headroom.app.cli;

import dev.headroom.app.usecase.AnomalySelection;
import dev.headroom.app.usecase.AnomalyTable;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.SendAlerts;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.WatchAnomalies;
import dev.headroom.app.usecase.Webhook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "send",
        header = "Send new anomalies to a webhook, or write them as an e-mail.",
        description = "Sends what is open and was not sent over the same channel before. The address of the webhook is"
                + " read from HEADROOM_WEBHOOK; it is never kept. aws-secret:NAME or aws-secret:NAME#KEY in its place reads it"
                + " from AWS Secrets Manager when something is sent.")
final class AnomaliesSendCommand extends Command {
    static final String VARIABLE = "HEADROOM_WEBHOOK";
    private static final int DAYS = 7;

    @ArgGroup
    private @Nullable Target target;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "The sender of the e-mail.")
    private String from = "headroom@localhost";

    @Option(names = "--to", paramLabel = "ADDRESS", description = "The receiver of the e-mail; needed with --mail.")
    private String to = "";

    @Mixin
    private WorkspaceAnomalies choice = new WorkspaceAnomalies();

    private final Clock clock;
    private final Map<String, String> environment;

    AnomaliesSendCommand(Clock clock) {
        this(clock, System.getenv());
    }

    AnomaliesSendCommand(Clock clock, Map<String, String> environment) {
        this.clock = clock;
        this.environment = environment;
    }

    /// One of them, or the environment.
    static final class Target {
        @Option(
                names = "--webhook",
                paramLabel = "URL",
                description = "The address to post to, in the format of Slack. Other users of this machine may see it"
                        + " here; the environment variable HEADROOM_WEBHOOK hides it.")
        private @Nullable String webhook;

        @Option(
                names = "--dry-run",
                paramLabel = "FILE.json",
                description = "Write the message to a file instead, and note nothing as sent.")
        private @Nullable Path preview;

        @Option(names = "--mail", paramLabel = "FILE.eml", description = "Write an e-mail to this file.")
        private @Nullable Path mail;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        SendAlerts.Channel channel = channel();
        try (OpenWorkspace workspace = open()) {
            FleetAnomalies all = new WatchAnomalies(workspace).run(choice.request(this::wrongUsage), progress(console));
            AnomalySelection selection = choice.selection(all, DAYS, this::wrongUsage);
            List<FoundAnomaly> sent = new SendAlerts(workspace, clock).run(all, selection.of(all), channel);
            String how = channel instanceof SendAlerts.Channel.Preview ? " would be sent" : " sent";
            if (common().json()) {
                console.result(json(new AnomalyTable(all, sent).rows()));
            } else {
                console.result(
                        sent.isEmpty()
                                ? "Nothing new since " + selection.since() + "."
                                : sent.size() + (sent.size() == 1 ? " anomaly" : " anomalies") + how + ".");
                AnomalyText.lines(all, sent).forEach(console::result);
            }
            return ExitCode.DONE;
        }
    }

    private SendAlerts.Channel channel() throws UseCaseException {
        if (target != null && target.preview != null) {
            return new SendAlerts.Channel.Preview(target.preview);
        }
        if (target != null && target.mail != null) {
            if (to.isEmpty()) {
                throw wrongUsage("--mail needs the address of the receiver: --to name@example.org.");
            }
            return new SendAlerts.Channel.Mail(target.mail, from, to);
        }
        String address =
                target == null || target.webhook == null ? environment.getOrDefault(VARIABLE, "") : target.webhook;
        if (address.isEmpty()) {
            throw wrongUsage("Say where to: --webhook URL or the environment variable " + VARIABLE
                    + ", --dry-run FILE.json, or --mail FILE.eml --to ADDRESS.");
        }
        return new SendAlerts.Channel.Post(Webhook.at(address));
    }
}
