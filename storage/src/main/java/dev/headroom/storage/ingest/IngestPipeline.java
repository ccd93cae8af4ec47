package dev.headroom.storage.ingest;

import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.delivery.Delivery;
import dev.headroom.storage.source.delivery.DeliveryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Brings files into the workspace. A file is recognised by its content and kept in one transaction, and so are all
/// files of a delivery that a manifest lists: after a refusal, a cancellation or a killed process nothing of it is
/// there; after the reports everything is on disk. Importing the same rows again changes nothing.
public final class IngestPipeline {
    private static final List<String> ENDINGS =
            List.of(".csv", ".tsv", ".psv", ".jsonl", ".ndjson", ".parquet", ".gz", ".zip");
    private static final int READINGS_IN_MEMORY = 2_000_000;
    /// Smaller bills are read sooner than a scan has started.
    private static final long SCANNED_FROM = 4_000_000;

    private final IngestStore store;
    private final FileImport.Limits limits;
    private final Redelivery redelivery;

    public IngestPipeline(IngestStore store) {
        this(store, READINGS_IN_MEMORY);
    }

    IngestPipeline(IngestStore store, int readingsInMemory) {
        this(store, new FileImport.Limits(readingsInMemory, SCANNED_FROM), Redelivery.AUTOMATIC);
    }

    private IngestPipeline(IngestStore store, FileImport.Limits limits, Redelivery redelivery) {
        this.store = store;
        this.limits = limits;
        this.redelivery = redelivery;
    }

    /// A pipeline that treats bills which are kept already in another way than [Redelivery#AUTOMATIC].
    public IngestPipeline with(Redelivery other) {
        return new IngestPipeline(store, limits, other);
    }

    /// A pipeline that scans bills from another size on.
    ///
    /// @param bytes of the file as it lies on the disk
    IngestPipeline scanningFrom(long bytes) {
        return new IngestPipeline(store, new FileImport.Limits(limits.readingsInMemory(), bytes), redelivery);
    }

    /// Says what an import would read a file as, without writing anything.
    ///
    /// @throws SourceException when the file cannot be imported
    public FilePreview preview(Path file) throws SourceException {
        return preview(file, ImportOptions.none());
    }

    /// The same with what the user says about the file. A document is read to its end, because only its values tell
    /// whether something is left open.
    ///
    /// @throws SourceException when the file cannot be imported, or leaves something open
    public FilePreview preview(Path file, ImportOptions options) throws SourceException {
        Optional<RecognisedDocument> document = RecognisedDocument.of(file, options);
        if (document.isEmpty()) {
            return Recognised.of(file, options).preview();
        }
        document.get().check();
        return document.get().preview();
    }

    /// Imports files that say themselves what must be known of them.
    public IngestReport importPaths(List<Path> filesOrFolders, IngestProgress progress, Instant now) {
        return importPaths(filesOrFolders, ImportOptions.none(), progress, now);
    }

    /// Imports files, and the CSV and JSON files (also compressed) in folders and their subfolders, in the
    /// order of their names. Where a folder holds the manifest of a delivery, exactly the files that it lists are
    /// read, in its order ([DeliveryFolder]).
    ///
    /// When the workspace itself fails, such as on a full disk, the unchecked exception of the store passes
    /// through; files that were complete before are kept.
    ///
    /// @param options what the user says about files that do not say it
    /// @param now the time that the batch ledger notes
    public IngestReport importPaths(
            List<Path> filesOrFolders, ImportOptions options, IngestProgress progress, Instant now) {
        String batch = store.openBatch(now);
        List<FileReport> reports = new ArrayList<>();
        for (Delivery delivery : deliveries(filesOrFolders)) {
            importDelivery(batch, delivery, options, progress, reports);
        }
        return new IngestReport(batch, reports);
    }

    /// Imports the files of a delivery into a batch that is open.
    List<FileReport> importInto(String batch, Delivery delivery, IngestProgress progress) {
        List<FileReport> reports = new ArrayList<>();
        importDelivery(batch, delivery, ImportOptions.none(), progress, reports);
        return reports;
    }

    private void importDelivery(
            String batch, Delivery delivery, ImportOptions options, IngestProgress progress, List<FileReport> reports) {
        if (progress.cancelled()) {
            return;
        }
        if (delivery.refused().isPresent()) {
            SourceException why = delivery.refused().get();
            reports.add(refused(
                    batch,
                    FileReport.refused(
                            delivery.manifest().orElseThrow(),
                            SourceFormat.UNKNOWN,
                            new FileError(why.code(), why.sentence()))));
            return;
        }
        boolean whole = delivery.manifest().isPresent() && redelivery == Redelivery.AUTOMATIC;
        Redelivery told = whole ? Redelivery.REPLACE : redelivery;
        if (delivery.files().size() > 1) {
            new DeliveryImport(store, batch, told, limits, options, progress)
                    .run(delivery)
                    .forEach(report -> reports.add(report.error().isPresent() ? refused(batch, report) : report));
        } else {
            FileImport files = new FileImport(() -> store.openFile(batch, told), limits, options, progress);
            for (Path file : delivery.files()) {
                FileReport report = files.run(file, delivery.notes());
                reports.add(report.error().isPresent() ? refused(batch, report) : report);
            }
        }
    }

    private FileReport refused(String batch, FileReport report) {
        store.refused(batch, report);
        return report;
    }

    /// The files that belong together, each file once.
    private static List<Delivery> deliveries(List<Path> filesOrFolders) {
        List<Delivery> deliveries = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (Path path : filesOrFolders) {
            for (Delivery delivery : deliveries(path)) {
                if (delivery.refused().isPresent() || taken.addAll(delivery.files())) {
                    deliveries.add(delivery);
                }
            }
        }
        return deliveries;
    }

    private static List<Delivery> deliveries(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(DeliveryFolder.ofManifest(path).orElseGet(() -> Delivery.of(path)));
        }
        try {
            return DeliveryFolder.deliveries(path, IngestPipeline::isTable);
        } catch (IOException | UncheckedIOException unreadable) {
            // The folder itself is reported like a file that cannot be read.
            return List.of(Delivery.of(path));
        }
    }

    private static boolean isTable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
