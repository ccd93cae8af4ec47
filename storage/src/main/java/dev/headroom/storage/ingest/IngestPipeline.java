package dev.headroom.storage.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.delivery.Delivery;
import dev.headroom.storage.source.delivery.DeliveryFolder;
import dev.headroom.storage.source.scan.ScannedFile;
import dev.headroom.storage.source.scan.TableScan;
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

/// Brings files into the workspace. A file is recognised by its content and kept in one transaction: after a
/// refusal, a cancellation or a killed process nothing of it is there; after its report everything is on
/// disk. Importing the same rows again changes nothing.
public final class IngestPipeline {
    private static final int ROWS_BETWEEN_REPORTS = 2_000;
    private static final List<String> ENDINGS =
            List.of(".csv", ".tsv", ".psv", ".jsonl", ".ndjson", ".parquet", ".gz", ".zip");
    private static final int READINGS_IN_MEMORY = 2_000_000;
    /// Smaller bills are read sooner than a scan has started.
    private static final long SCANNED_FROM = 4_000_000;

    private final IngestStore store;
    private final int readingsInMemory;
    private final Redelivery redelivery;
    private final long scannedFrom;

    public IngestPipeline(IngestStore store) {
        this(store, READINGS_IN_MEMORY, Redelivery.AUTOMATIC, SCANNED_FROM);
    }

    IngestPipeline(IngestStore store, int readingsInMemory) {
        this(store, readingsInMemory, Redelivery.AUTOMATIC, SCANNED_FROM);
    }

    private IngestPipeline(IngestStore store, int readingsInMemory, Redelivery redelivery, long scannedFrom) {
        this.store = store;
        this.readingsInMemory = readingsInMemory;
        this.redelivery = redelivery;
        this.scannedFrom = scannedFrom;
    }

    /// A pipeline that treats bills which are kept already in another way than [Redelivery#AUTOMATIC].
    public IngestPipeline with(Redelivery other) {
        return new IngestPipeline(store, readingsInMemory, other, scannedFrom);
    }

    /// A pipeline that scans bills from another size on.
    ///
    /// @param bytes of the file as it lies on the disk
    IngestPipeline scanningFrom(long bytes) {
        return new IngestPipeline(store, readingsInMemory, redelivery, bytes);
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

    private void importDelivery(
            String batch, Delivery delivery, ImportOptions options, IngestProgress progress, List<FileReport> reports) {
        if (delivery.refused().isPresent() && !progress.cancelled()) {
            reports.add(refused(
                    batch,
                    delivery.manifest().orElseThrow(),
                    SourceFormat.UNKNOWN,
                    delivery.refused().get()));
        }
        List<String> notes = delivery.notes();
        boolean whole = delivery.manifest().isPresent() && redelivery == Redelivery.AUTOMATIC;
        Redelivery told = whole ? Redelivery.REPLACE : redelivery;
        for (Path file : delivery.files()) {
            if (progress.cancelled()) {
                return;
            }
            reports.add(importFile(batch, file, options, notes, told, progress));
            notes = List.of();
        }
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

    private FileReport importFile(
            String batch,
            Path file,
            ImportOptions options,
            List<String> notes,
            Redelivery told,
            IngestProgress progress) {
        SourceFormat format = SourceFormat.UNKNOWN;
        try {
            Optional<RecognisedDocument> document = RecognisedDocument.of(file, options);
            if (document.isPresent()) {
                format = document.get().reader().format();
                return importDocument(batch, file, document.get(), progress);
            }
            Recognised recognised = Recognised.of(file, options);
            format = recognised.reader().format();
            return importFile(batch, file, recognised, options, notes, told, progress);
        } catch (SourceException refused) {
            return refused(batch, file, format, refused);
        }
    }

    private FileReport refused(String batch, Path file, SourceFormat format, SourceException why) {
        FileReport report = FileReport.refused(file, format, new FileError(why.code(), why.sentence()));
        store.refused(batch, report);
        return report;
    }

    private FileReport importFile(
            String batch,
            Path file,
            Recognised recognised,
            ImportOptions options,
            List<String> notes,
            Redelivery told,
            IngestProgress progress)
            throws SourceException {
        boolean scanOnly = recognised.table().scanned().orElse(null) instanceof ScannedFile.Parquet;
        if (!scanOnly && (!ScannedImport.isPossible(recognised) || size(file) < scannedFrom)) {
            return readRows(batch, file, recognised, notes, told, progress);
        }
        try {
            return scan(batch, file, recognised, notes, told, TableScan.Grain.GROUPS, progress);
        } catch (ScannedImport.RowsNeededException groups) {
            Recognised again = Recognised.of(file, options);
            if (!scanOnly) {
                return readRows(batch, file, again, notes, told, progress);
            }
            try {
                return scan(batch, file, again, notes, told, TableScan.Grain.ROWS, progress);
            } catch (ScannedImport.RowsNeededException unreadable) {
                throw ScannedImport.unreadable(file, unreadable);
            }
        }
    }

    private FileReport scan(
            String batch,
            Path file,
            Recognised recognised,
            List<String> notes,
            Redelivery told,
            TableScan.Grain grain,
            IngestProgress progress)
            throws SourceException, ScannedImport.RowsNeededException {
        try (IngestStore.FileSession session = store.openFile(batch, told)) {
            return new ScannedImport(session, file, recognised, notes, grain, progress).run();
        }
    }

    private static long size(Path file) throws SourceException {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw TextInput.problem(file, failure);
        }
    }

    private FileReport readRows(
            String batch,
            Path file,
            Recognised recognised,
            List<String> notes,
            Redelivery told,
            IngestProgress progress)
            throws SourceException {
        try (TextInput input = TextInput.open(file);
                RowSource rows = recognised.table().rowsOf().open(input.reader());
                IngestStore.FileSession session = store.openFile(batch, told)) {
            FileReading reading = new FileReading(session, recognised, readingsInMemory);
            long count = readRows(file, input, rows, reading, progress);
            if (count == 0) {
                throw new SourceException(
                        ErrorCode.FILE_HEADER_ONLY, "The file " + file.getFileName() + " has a header and no rows.");
            }
            FileReport read = reading.finish(file);
            FileReport report = read.with(notes, read.findings());
            session.commit(report.asKept(), input.contentHash());
            return report;
        } catch (IOException failure) {
            throw TextInput.problem(file, failure);
        } catch (UncheckedIOException | CsvParseException failure) {
            throw problem(file, failure);
        }
    }

    private FileReport importDocument(String batch, Path file, RecognisedDocument document, IngestProgress progress)
            throws SourceException {
        try (TextInput input = TextInput.open(file);
                IngestStore.FileSession session = store.openFile(batch, redelivery)) {
            FileReading reading = new FileReading(session, document, readingsInMemory);
            long count = document.readInto(reading, input, progress);
            if (count == 0) {
                throw new SourceException(
                        ErrorCode.FILE_HEADER_ONLY,
                        "The file " + file.getFileName() + " is an answer without values; ask for a time that has"
                                + " some.");
            }
            progress.advanced(file, count, 1);
            FileReport report = reading.finish(file);
            session.commit(report.asKept(), input.contentHash());
            return report;
        } catch (IOException failure) {
            throw TextInput.problem(file, failure);
        }
    }

    private static long readRows(
            Path file, TextInput input, RowSource rows, FileReading reading, IngestProgress progress)
            throws IOException, SourceException {
        double bytes = Math.max(1, Files.size(file));
        long count = 0;
        while (rows.next(reading)) {
            count++;
            if (count % ROWS_BETWEEN_REPORTS == 0) {
                progress.advanced(file, count, Math.min(1, input.bytesRead() / bytes));
                if (progress.cancelled()) {
                    throw new SourceException(
                            ErrorCode.FILE_CANCELLED,
                            "The import of " + file.getFileName() + " was cancelled; nothing of it was kept.");
                }
            }
        }
        progress.advanced(file, count, 1);
        return count;
    }

    private static SourceException problem(Path file, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("buffer size")) {
                return new SourceException(
                        ErrorCode.FILE_LINE_TOO_LONG,
                        "The file " + file.getFileName() + " has a row that is longer than any table row; check that it"
                                + " is a table of rows. Nothing of it was imported.",
                        failure);
            }
            if (String.valueOf(cause.getMessage()).contains("fields")) {
                return FileHead.tooWide(file);
            }
            if (cause instanceof IOException io) {
                return TextInput.problem(file, io);
            }
        }
        return new SourceException(
                ErrorCode.FILE_BROKEN_QUOTES,
                "The file " + file.getFileName() + " has a quoted field that does not end; export it again. Nothing of"
                        + " it was imported.",
                failure);
    }
}
