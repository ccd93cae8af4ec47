package dev.headroom.app.usecase;

import dev.headroom.storage.publish.PublishListener;
import dev.headroom.storage.publish.PublishSwitch;
import dev.headroom.storage.publish.SeriesPublishing;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.CallPrice;
import dev.headroom.storage.source.aws.S3Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The series of a workspace as files in S3.
final class PublishedSeries implements PublishPart {
    private final PublishSwitch how;
    private final String region;
    private final SeriesPublishing publishing;
    private final Instant now;
    private final PublishListener listener;

    private PublishedSeries(
            PublishSwitch how, String region, SeriesPublishing publishing, Instant now, PublishListener listener) {
        this.how = how;
        this.region = region;
        this.publishing = publishing;
        this.now = now;
        this.listener = listener;
    }

    static PublishedSeries of(
            OpenWorkspace workspace,
            PublishSwitch how,
            String region,
            Optional<LocalDate> since,
            Instant now,
            PublishListener listener)
            throws AwsFailureException, InterruptedException {
        SeriesPublishing publishing =
                SeriesPublishing.plan(workspace.storage(), S3Address.of(how.target()), since, listener);
        return new PublishedSeries(how, region, publishing, now, listener);
    }

    @Override
    public PublishSwitch how() {
        return how;
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public PublishAws.Part planned() {
        List<PublishAws.Item> items = items(publishing.planned());
        return PublishAws.Part.of(how, items, items.size(), CallPrice.of("s3:PutObject", items.size()));
    }

    @Override
    public void run(AwsConnection connection) throws AwsFailureException, InterruptedException {
        publishing.run(connection.upload(), now, listener);
    }

    @Override
    public List<PublishAws.Item> written() {
        return items(publishing.written());
    }

    private static List<PublishAws.Item> items(List<SeriesPublishing.Written> written) {
        return written.stream()
                .map(one -> new PublishAws.Item(one.address().toString(), one.rows(), one.bytes()))
                .toList();
    }
}
