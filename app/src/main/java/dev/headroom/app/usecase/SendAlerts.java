package dev.headroom.app.usecase;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Sends open anomalies that were not sent yet: to a webhook, or as a file with an e-mail. What was sent is kept in the
/// workspace, each channel on its own.
public final class SendAlerts {
    private static final String WEBHOOK = "webhook";
    private static final String MAIL = "mail";
    private final OpenWorkspace workspace;
    private final Clock clock;

    public SendAlerts(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// Where to.
    public sealed interface Channel {
        /// @param webhook the address to post to
        record Post(Webhook webhook) implements Channel {}

        /// Writes what would be posted, and notes nothing as sent.
        record Preview(Path file) implements Channel {}

        /// Writes an e-mail.
        ///
        /// @param from the address of the sender
        /// @param to the address of the receiver
        record Mail(Path file, String from, String to) implements Channel {}
    }

    /// @return what was sent; empty when there is nothing new, and then nothing is posted or written
    /// @throws UseCaseException when it could not be sent; then nothing is noted
    public List<FoundAnomaly> run(FleetAnomalies all, List<FoundAnomaly> chosen, Channel channel)
            throws UseCaseException {
        String name = channel instanceof Channel.Mail ? MAIL : WEBHOOK;
        List<FoundAnomaly> fresh = chosen.stream()
                .filter(anomaly -> all.standing(anomaly).isOpen())
                .filter(anomaly -> !all.feedback().wasSent(anomaly, name))
                .toList();
        if (fresh.isEmpty()) {
            return fresh;
        }
        switch (channel) {
            case Channel.Post(Webhook webhook) -> webhook.post(WebhookPayload.of(fresh));
            case Channel.Preview(Path file) ->
                OutputFile.writeText(file, out -> out.write(WebhookPayload.of(fresh) + "\n"));
            case Channel.Mail(Path file, String from, String to) -> {
                check(from);
                check(to);
                OutputFile.writeText(file, out -> out.write(AlertMail.of(fresh, from, to, clock.instant())));
            }
        }
        if (!(channel instanceof Channel.Preview)) {
            new DecideAnomaly(workspace, clock).sent(fresh, name);
        }
        return fresh;
    }

    private static void check(String address) throws UseCaseException {
        if (!AlertMail.isAddress(address)) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3323",
                    "\"" + address.replaceAll("\\p{Cntrl}", " ")
                            + "\" is no e-mail address; write it as name@example.org.");
        }
    }
}
