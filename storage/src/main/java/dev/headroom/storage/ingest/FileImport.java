package dev.headroom.storage.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.scan.ScannedFile;
import dev.headroom.storage.source.scan.TableScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Imports files one by one: recognises each, and reads it row by row or by a scan into a session of its own.
final class FileImport {
    private static final int ROWS_BETWEEN_REPORTS = 2_000;
    private final Supplier<IngestStore.FileSession> sessions;
    private final Limits limits;
    private final ImportOptions options;
    private final IngestProgress progress;

    /// @param readingsInMemory how many readings are collected before they are kept
    /// @param scannedFrom from how many bytes on bills are scanned
    record Limits(int readingsInMemory, long scannedFrom) {}

    /// @param sessions starts the session of a file
    FileImport(
            Supplier<IngestStore.FileSession> sessions, Limits limits, ImportOptions options, IngestProgress progress) {
        this.sessions = sessions;
        this.limits = limits;
        this.options = options;
        this.progress = progress;
    }

    /// Imports one file. A file that is refused leaves nothing; the refusal is not yet noted in the store.
    ///
    /// @param notes to be said with the report
    FileReport run(Path file, List<String> notes) {
        SourceFormat format = SourceFormat.UNKNOWN;
        try {
            Optional<RecognisedDocument> document = RecognisedDocument.of(file, options);
            if (document.isPresent()) {
                format = document.get().reader().format();
                return importDocument(file, document.get());
            }
            Recognised recognised = Recognised.of(file, options);
            format = recognised.reader().format();
            return importFile(file, recognised, notes);
        } catch (SourceException refused) {
            return FileReport.refused(file, format, new FileError(refused.code(), refused.sentence()));
        }
    }

    private FileReport importFile(Path file, Recognised recognised, List<String> notes) throws SourceException {
        boolean scanOnly = recognised.table().scanned().orElse(null) instanceof ScannedFile.Parquet;
        if (!scanOnly && (!ScannedImport.isPossible(recognised) || size(file) < limits.scannedFrom())) {
            return readRows(file, recognised, notes);
        }
        try {
            return scan(file, recognised, notes, TableScan.Grain.GROUPS);
        } catch (ScannedImport.RowsNeededException groups) {
            Recognised again = Recognised.of(file, options);
            if (!scanOnly) {
                return readRows(file, again, notes);
            }
            try {
                return scan(file, again, notes, TableScan.Grain.ROWS);
            } catch (ScannedImport.RowsNeededException unreadable) {
                throw ScannedImport.unreadable(file, unreadable);
            }
        }
    }

    private FileReport scan(Path file, Recognised recognised, List<String> notes, TableScan.Grain grain)
            throws SourceException, ScannedImport.RowsNeededException {
        try (IngestStore.FileSession session = sessions.get()) {
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

    private FileReport readRows(Path file, Recognised recognised, List<String> notes) throws SourceException {
        try (TextInput input = TextInput.open(file);
                RowSource rows = recognised.table().rowsOf().open(input.reader());
                IngestStore.FileSession session = sessions.get()) {
            FileReading reading = new FileReading(session, recognised, limits.readingsInMemory());
            long count = readRows(file, input, rows, reading);
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

    private FileReport importDocument(Path file, RecognisedDocument document) throws SourceException {
        try (TextInput input = TextInput.open(file);
                IngestStore.FileSession session = sessions.get()) {
            FileReading reading = new FileReading(session, document, limits.readingsInMemory());
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

    private long readRows(Path file, TextInput input, RowSource rows, FileReading reading)
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
