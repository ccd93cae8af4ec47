package dev.headroom.storage.pull;

import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.AwsObjects;
import dev.headroom.storage.source.aws.CallPrice;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.delivery.Delivery;
import dev.headroom.storage.source.delivery.DeliveryFolder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The bills of an export in S3: the files of each delivery that is new are downloaded, checked and
/// imported together. A month that is told anew replaces what was kept of it.
final class ExportPart implements PullPart {
    private final Place place;
    private final S3Address export;
    private final List<ExportMonth> months;
    private final Download download;
    private final PullLedger ledger;
    private final Afterwards afterwards;

    /// What becomes of files that are imported.
    enum Afterwards {
        /// They stay, so that they are not read again.
        KEPT,
        /// They go, because the workspace is encrypted and they are not.
        REMOVED
    }

    ExportPart(
            Place place,
            S3Address export,
            List<ExportMonth> months,
            Download download,
            PullLedger ledger,
            Afterwards afterwards) {
        this.place = place;
        this.export = export;
        this.months = List.copyOf(months);
        this.download = download;
        this.ledger = ledger;
        this.afterwards = afterwards;
    }

    @Override
    public PullTopic topic() {
        return PullTopic.COST;
    }

    @Override
    public Place place() {
        return place;
    }

    /// Two requests a file: what it is, and its content.
    @Override
    public Expected expected() {
        List<AwsObjects.Stored> open = months.stream()
                .flatMap(month -> month.files().stream())
                .filter(file -> !download.isThere(file))
                .toList();
        if (open.isEmpty()) {
            return Expected.NOTHING;
        }
        BigDecimal usd = CallPrice.of("s3:HeadObject", open.size()).add(CallPrice.of("s3:GetObject", open.size()));
        return new Expected(
                2L * open.size(),
                0,
                open.stream().mapToLong(AwsObjects.Stored::size).sum(),
                usd);
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException {
        desk.each(this, months, month -> pull(month, desk));
    }

    private void pull(ExportMonth month, PullDesk desk)
            throws AwsFailureException, SourceException, InterruptedException {
        Path name = place.path("bill " + month.delivery().period());
        Set<Path> wanted = new HashSet<>();
        keep(download.fetch(month.delivery().manifest().address(), _ -> desk.underWay(name)), wanted);
        for (AwsObjects.Stored file : month.files()) {
            boolean there = download.isThere(file);
            keep(download.fetch(file.address(), _ -> desk.underWay(name)), wanted);
            desk.answered(name, there ? 0 : 2);
        }
        if (desk.imported(topic(), place, delivery(month), Redelivery.AUTOMATIC)) {
            ledger.complete(List.of(month.cover(place)));
            Set<Path> staying = afterwards == Afterwards.KEPT ? wanted : Set.of();
            for (Path folder : folders(month)) {
                DownloadFolder.prune(folder, staying);
            }
        }
    }

    private static void keep(Path file, Set<Path> wanted) {
        wanted.add(file);
        wanted.add(Download.version(file));
    }

    private Delivery delivery(ExportMonth month) throws AwsFailureException {
        Path manifest = download.place(month.delivery().manifest().address());
        return DeliveryFolder.ofManifest(manifest, download.place(export))
                .orElseThrow(() -> new AwsFailureException(
                        Reason.DAMAGED, "The manifest " + manifest.getFileName() + " cannot be read; pull again."));
    }

    /// The folders of the month: that of its manifest, and those of its files.
    private Set<Path> folders(ExportMonth month) {
        Set<Path> folders = new HashSet<>();
        folders.add(ofMonth(download.place(month.delivery().manifest().address())));
        month.files().forEach(file -> folders.add(ofMonth(download.place(file.address()))));
        return folders;
    }

    /// From a file upwards the folder that is named after a month; else the one in which it lies.
    private Path ofMonth(Path file) {
        Path root = download.place(export);
        Path parent = Objects.requireNonNull(file.getParent(), "parent");
        for (Path folder = parent; folder != null && !folder.equals(root); folder = folder.getParent()) {
            String name = String.valueOf(folder.getFileName());
            if (name.matches("(?i)billing_period=.*|\\d{8}-\\d{8}|month=\\d+")) {
                return folder;
            }
        }
        return parent;
    }
}
