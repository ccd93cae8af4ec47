package dev.headroom.storage.ingest;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.FileDigest;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.scan.ScannedFile;
import dev.headroom.storage.source.scan.TableScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The import of one large bill by a scan, which groups its rows before they are read.
final class ScannedImport {
    private final IngestStore.FileSession session;
    private final Path file;
    private final Recognised recognised;
    private final List<String> notes;
    private final TableScan.Grain grain;
    private final IngestProgress progress;

    ScannedImport(
            IngestStore.FileSession session,
            Path file,
            Recognised recognised,
            List<String> notes,
            TableScan.Grain grain,
            IngestProgress progress) {
        this.session = session;
        this.file = file;
        this.recognised = recognised;
        this.notes = notes;
        this.grain = grain;
        this.progress = progress;
    }

    /// The scan cannot say enough: some row is refused and its line must be named, rows are kept in part, or the
    /// file is not as regular as its beginning.
    static final class RowsNeededException extends Exception {
        private static final long serialVersionUID = 1;

        RowsNeededException(String why) {
            super(why);
        }

        RowsNeededException(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /// True when the format lets rows be grouped and the file can be scanned.
    static boolean isPossible(Recognised recognised) {
        return recognised.table().scanned().isPresent()
                && recognised.reader().groups().isPresent();
    }

    /// @throws RowsNeededException when the file must be read row by row; nothing is then kept
    FileReport run() throws SourceException, RowsNeededException {
        ScannedFile scanned = recognised.table().scanned().orElseThrow();
        FileReading reading = new FileReading(session, recognised, 1);
        progress.advanced(file, 0, 0);
        long count = 0;
        try (TableScan groups = TableScan.open(
                scanned,
                recognised.table().header(),
                recognised.reader().groups().orElseThrow(),
                grain,
                watch())) {
            while (groups.next(reading)) {
                count++;
                if (reading.rejected() > 0 && grain == TableScan.Grain.GROUPS) {
                    throw new RowsNeededException("A row is refused.");
                }
                cancelled();
            }
        } catch (IOException unfit) {
            cancelled();
            throw new RowsNeededException("The scan failed.", unfit);
        } catch (FileReading.MixedRowsException mixed) {
            throw new RowsNeededException("Rows of one sum are kept in part.", mixed);
        }
        if (count == 0) {
            throw new SourceException(
                    ErrorCode.FILE_HEADER_ONLY, "The file " + file.getFileName() + " has a header and no rows.");
        }
        FileReport read = reading.finish(file);
        FileReport report = read.with(notes, read.findings());
        progress.advanced(file, report.rows(), 1);
        session.commit(report.asKept(), contentHash());
        return report;
    }

    private TableScan.Watch watch() {
        return new TableScan.Watch() {
            @Override
            public void advanced(double fraction) {
                progress.advanced(file, 0, fraction);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    private void cancelled() throws SourceException {
        if (progress.cancelled()) {
            throw new SourceException(
                    ErrorCode.FILE_CANCELLED,
                    "The import of " + file.getFileName() + " was cancelled; nothing of it was kept.");
        }
    }

    private String contentHash() throws SourceException {
        try {
            return FileDigest.sha256(file);
        } catch (IOException failure) {
            throw TextInput.problem(file, failure);
        }
    }

    static SourceException unreadable(Path file, Throwable cause) {
        return new SourceException(
                ErrorCode.FILE_UNREADABLE,
                "The file " + file.getFileName()
                        + " cannot be read to its end; it is damaged. Export it again. Nothing of"
                        + " it was imported.",
                cause);
    }
}
