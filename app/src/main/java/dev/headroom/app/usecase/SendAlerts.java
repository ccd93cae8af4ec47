package dev.headroom.app.usecase;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Sends open anomalies that were not sent yet: to a webhook, or as a file with an e-mail. What was sent is kept in the
/// workspace, each channel on its own.
public final class SendAlerts {
    private static final String WEBHOOK = "webhook";
    private static final String MAIL = "mail";
    private static final String TOPIC = "sns";
    private final OpenWorkspace workspace;
    private final Clock clock;

    public SendAlerts(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// Over what. What was sent is kept for each on its own.
    public enum Kind {
        WEBHOOK,
        MAIL,
        /// Messages to a topic of SNS, which [PublishAws] sends.
        TOPIC;

        String word() {
            return switch (this) {
                case WEBHOOK -> SendAlerts.WEBHOOK;
                case MAIL -> SendAlerts.MAIL;
                case TOPIC -> SendAlerts.TOPIC;
            };
        }
    }

    /// What was sent, and everything that was said or sent so far.
    public record Sent(List<FoundAnomaly> anomalies, AnomalyFeedback feedback) {
        public Sent {
            anomalies = List.copyOf(anomalies);
        }
    }

    /// Where to.
    public sealed interface Channel {
        default Kind kind() {
            return this instanceof Mail ? Kind.MAIL : Kind.WEBHOOK;
        }

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

    /// Those that are open and were not sent over a channel of this kind before.
    public static List<FoundAnomaly> fresh(FleetAnomalies all, List<FoundAnomaly> chosen, Kind kind) {
        return chosen.stream()
                .filter(anomaly -> all.standing(anomaly).isOpen())
                .filter(anomaly -> !all.feedback().wasSent(anomaly, kind.word()))
                .toList();
    }

    /// @return what was sent; empty when there is nothing new, and then nothing is posted or written
    /// @throws UseCaseException when it could not be sent; then nothing is noted
    public List<FoundAnomaly> run(FleetAnomalies all, List<FoundAnomaly> chosen, Channel channel)
            throws UseCaseException {
        List<FoundAnomaly> fresh = fresh(all, chosen, channel.kind());
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
            new DecideAnomaly(workspace, clock).sent(fresh, channel.kind().word());
        }
        return fresh;
    }

    /// As [#run], with what is known afterwards.
    public Sent send(FleetAnomalies all, List<FoundAnomaly> chosen, Channel channel) throws UseCaseException {
        return new Sent(run(all, chosen, channel), new DecideAnomaly(workspace, clock).current());
    }

    /// Notes that an anomaly was sent.
    void noted(FoundAnomaly anomaly, Kind kind) throws UseCaseException {
        new DecideAnomaly(workspace, clock).sent(List.of(anomaly), kind.word());
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
