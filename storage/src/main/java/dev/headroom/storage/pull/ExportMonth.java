package dev.headroom.storage.pull;

import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.source.aws.AwsObjects;
import dev.headroom.storage.source.aws.ExportDelivery;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// A delivery that is to be pulled.
///
/// @param files those that its manifest lists
record ExportMonth(ExportDelivery delivery, List<AwsObjects.Stored> files) {
    ExportMonth {
        files = List.copyOf(files);
    }

    /// What is complete when the delivery is kept; another manifest is another subject.
    Cover cover(Place place) {
        YearMonth period = delivery.period();
        return new Cover(
                place.name(),
                subject(delivery),
                period.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                period.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static String subject(ExportDelivery delivery) {
        return beginning(delivery) + delivery.manifest().etag();
    }

    /// What the subjects of all deliveries of the month begin with.
    static String beginning(ExportDelivery delivery) {
        return "export|" + delivery.export() + "|" + delivery.period() + "|";
    }
}
