package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.storage.publish.PublishSwitch;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsTopic;
import dev.headroom.storage.source.aws.CallPrice;
import dev.headroom.storage.source.aws.TopicArn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Open anomalies that were not sent to a topic yet, a message each.
final class PublishedAlerts implements PublishPart {
    /// As far back as anomalies are sent when nothing is said.
    private static final int DAYS = 7;

    private final PublishSwitch how;
    private final TopicArn topic;
    private final List<FoundAnomaly> fresh;
    private final SendAlerts sending;
    private final Progress progress;
    private final List<FoundAnomaly> sent = new ArrayList<>();

    private PublishedAlerts(PublishSwitch how, List<FoundAnomaly> fresh, SendAlerts sending, Progress progress)
            throws AwsFailureException {
        this.how = how;
        topic = TopicArn.of(how.target());
        this.fresh = fresh;
        this.sending = sending;
        this.progress = progress;
    }

    static PublishedAlerts of(
            OpenWorkspace workspace,
            PublishSwitch how,
            Optional<LocalDate> since,
            SendAlerts sending,
            Progress progress)
            throws AwsFailureException, UseCaseException {
        return new PublishedAlerts(how, fresh(workspace, since, progress), sending, progress);
    }

    private static List<FoundAnomaly> fresh(OpenWorkspace workspace, Optional<LocalDate> since, Progress progress)
            throws UseCaseException {
        try {
            FleetAnomalies all = new WatchAnomalies(workspace).run(WatchAnomalies.Request.usual(), progress);
            AnomalySelection chosen = new AnomalySelection(
                    since.orElseGet(() -> all.since(DAYS)),
                    Urgency.MEDIUM,
                    EnumSet.allOf(AnomalyStanding.Status.class));
            return SendAlerts.fresh(all, chosen.of(all), SendAlerts.Kind.TOPIC);
        } catch (UseCaseException nothing) {
            if (nothing.kind() == UseCaseException.Kind.NO_DATA) {
                return List.of();
            }
            throw nothing;
        }
    }

    @Override
    public PublishSwitch how() {
        return how;
    }

    @Override
    public String region() {
        return topic.region();
    }

    @Override
    public PublishAws.Part planned() {
        return PublishAws.Part.of(how, items(fresh), fresh.size(), CallPrice.of("sns:Publish", fresh.size()));
    }

    private static List<PublishAws.Item> items(List<FoundAnomaly> anomalies) {
        return anomalies.stream()
                .map(anomaly -> new PublishAws.Item(
                        AlertText.title(anomaly) + " (" + anomaly.id() + ")",
                        1,
                        AlertNotice.of(anomaly).body().getBytes(StandardCharsets.UTF_8).length))
                .toList();
    }

    @Override
    public void run(AwsConnection connection) throws AwsFailureException, InterruptedException, UseCaseException {
        AwsTopic to = connection.topic(topic);
        for (FoundAnomaly anomaly : fresh) {
            if (progress.cancelled()) {
                throw new InterruptedException("asked to stop");
            }
            progress.report("Sending alerts", sent.size(), fresh.size());
            to.publish(AlertNotice.of(anomaly));
            sending.noted(anomaly, SendAlerts.Kind.TOPIC);
            sent.add(anomaly);
        }
    }

    @Override
    public List<PublishAws.Item> written() {
        return items(sent);
    }
}
