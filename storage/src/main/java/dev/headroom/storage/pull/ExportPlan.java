package dev.headroom.storage.pull;

import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsExports;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsObjects;
import dev.headroom.storage.source.aws.ExportDelivery;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.delivery.DeliveryFolder;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds out which deliveries of an export are new: those of months that are wanted, whose manifest is
/// another one than that of the last pull. A restated month has a new manifest, whenever that happens.
final class ExportPlan {
    private final AwsExports exports;
    private final AwsObjects objects;
    private final Download download;
    private final BillMonths months;

    ExportPlan(AwsExports exports, AwsObjects objects, Download download, BillMonths months) {
        this.exports = exports;
        this.objects = objects;
        this.download = download;
        this.months = months;
    }

    /// Takes what stands in the way of one month.
    interface Missing {
        void add(AwsFailureException why) throws AwsFailureException;
    }

    /// What is new, oldest month first. The manifests of it are read, and nothing else.
    ///
    /// @param covers what is kept, by subject
    List<ExportMonth> open(S3Address export, Map<String, Cover> covers, Missing missing) throws AwsFailureException {
        List<ExportMonth> open = new ArrayList<>();
        for (ExportDelivery delivery : exports.deliveries(export, months::mayBeOpen)) {
            boolean known =
                    covers.keySet().stream().anyMatch(subject -> subject.startsWith(ExportMonth.beginning(delivery)));
            boolean wanted = months.isWanted(delivery.period()) || known;
            if (wanted && !covers.containsKey(ExportMonth.subject(delivery))) {
                try {
                    open.add(new ExportMonth(delivery, files(delivery)));
                } catch (AwsFailureException failure) {
                    missing.add(failure);
                }
            }
        }
        return open;
    }

    private List<AwsObjects.Stored> files(ExportDelivery delivery) throws AwsFailureException {
        List<String> listed = DeliveryFolder.listed(manifest(delivery))
                .orElseThrow(() -> refused(delivery, "is none that Headroom knows"));
        if (listed.isEmpty()) {
            throw refused(delivery, "lists no files");
        }
        List<S3Address> places = new ArrayList<>();
        for (String one : listed) {
            places.add(AwsExports.file(delivery.export(), one));
        }
        Map<S3Address, AwsObjects.Stored> there = objects.list(common(places)).stream()
                .collect(Collectors.toMap(AwsObjects.Stored::address, Function.identity(), (one, _) -> one));
        List<AwsObjects.Stored> files = new ArrayList<>();
        for (S3Address place : places) {
            if (!there.containsKey(place)) {
                throw refused(delivery, "lists " + place + ", which is not there (yet)");
            }
            files.add(there.get(place));
        }
        return files;
    }

    private Path manifest(ExportDelivery delivery) throws AwsFailureException {
        try {
            return download.fetch(delivery.manifest().address(), _ -> {});
        } catch (SourceException unwritable) {
            throw new AwsFailureException(Reason.NOT_IMPORTED, unwritable.sentence(), unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AwsFailureException(Reason.NOT_IMPORTED, "The pull was stopped.", stopped);
        }
    }

    /// The folder in which all places lie.
    private static S3Address common(List<S3Address> places) {
        String common = places.getFirst().key();
        for (S3Address place : places) {
            while (!place.key().startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return places.getFirst().at(common.substring(0, common.lastIndexOf('/') + 1));
    }

    private static AwsFailureException refused(ExportDelivery delivery, String why) {
        return new AwsFailureException(
                Reason.NOT_THERE,
                "The manifest of " + delivery.period() + " at "
                        + delivery.manifest().address() + " " + why + "; pull again when the delivery is complete.");
    }

    /// Which months of bills are looked at.
    ///
    /// @param first the first that is wanted
    /// @param current the present one
    record BillMonths(YearMonth first, YearMonth current) {
        boolean isWanted(YearMonth period) {
            return !period.isBefore(first);
        }

        /// Also the month before the present one, which may still change.
        boolean mayBeOpen(YearMonth period) {
            return isWanted(period) || period.equals(current.minusMonths(1));
        }
    }
}
