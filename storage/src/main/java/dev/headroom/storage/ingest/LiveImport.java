package dev.headroom.storage.ingest;

import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.delivery.Delivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Keeps what a service answers, block by block, as one batch. Each block is one transaction: after a
/// failure, a cancellation or a killed process the blocks before it are there, with the word up to when they
/// reach.
public final class LiveImport {
    private static final int READINGS_IN_MEMORY = 2_000_000;
    private static final String NO_CONTENT = "";
    private final IngestStore store;
    private final String batch;

    private LiveImport(IngestStore store, String batch) {
        this.store = store;
        this.batch = batch;
    }

    public static LiveImport open(IngestStore store, Instant now) {
        return new LiveImport(store, store.openBatch(now));
    }

    public String batch() {
        return batch;
    }

    /// Reads a block into the sink.
    ///
    /// @param <X> what may go wrong at the service
    @FunctionalInterface
    public interface Rows<X extends Exception> {
        /// @return what the user should know of it, one sentence each
        List<String> readInto(DocumentSink sink) throws X, SourceException, InterruptedException;
    }

    /// Keeps a block, or nothing of it when its reading fails. Not safe for use by several threads.
    ///
    /// @param name of what is read, such as `aws/111122223333/eu-central-1/usage`; blocks of one name are
    ///     told as one
    /// @param covers what is complete with it
    /// @param redelivery what to do with bills that are kept already
    public <X extends Exception> FileReport keep(
            Path name,
            SourceFormat format,
            List<Cover> covers,
            Redelivery redelivery,
            IngestProgress progress,
            Rows<X> rows)
            throws X, SourceException, InterruptedException {
        try (IngestStore.FileSession session = store.openBlock(batch, name, redelivery)) {
            FileReading reading = new FileReading(session, format, List::of, READINGS_IN_MEMORY);
            DocumentEntries entries =
                    new DocumentEntries(reading, name, count -> progress.advanced(name, count, 0), progress);
            List<String> notes = rows.readInto(entries);
            FileReport report = reading.finish(name).with(notes, List.of());
            session.cover(covers);
            session.commit(report, NO_CONTENT);
            return report;
        }
    }

    /// Imports files that came whole from a service: all of them or none.
    ///
    /// @param redelivery what to do with bills that are kept already; the files of a manifest replace them
    public List<FileReport> importFiles(Delivery delivery, Redelivery redelivery, IngestProgress progress) {
        return new IngestPipeline(store).with(redelivery).importInto(batch, delivery, progress);
    }

    /// Notes that something could not be pulled.
    public void refused(Path name, SourceFormat format, FileError why) {
        store.refused(batch, FileReport.refused(name, format, why));
    }
}
