package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.UsageMetric;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;

/// Counts the entries of a document, tells how far its reading is, and gives what they say to the transaction of
/// the file.
final class DocumentEntries implements DocumentSink {
    private static final int BETWEEN_REPORTS = 2_000;
    private final FileReading reading;
    private final Path path;
    private final LongConsumer advanced;
    private final IngestProgress progress;
    private long count;

    DocumentEntries(FileReading reading, Path path, LongConsumer advanced, IngestProgress progress) {
        this.reading = reading;
        this.path = path;
        this.advanced = advanced;
        this.progress = progress;
    }

    long count() {
        return count;
    }

    @Override
    public long entry() throws SourceException {
        if (count > 0) {
            reading.end();
        }
        count++;
        if (count % BETWEEN_REPORTS == 0) {
            advanced.accept(count);
            if (progress.cancelled()) {
                throw new SourceException(
                        ErrorCode.FILE_CANCELLED,
                        "The import of " + path.getFileName() + " was cancelled; nothing of it was kept.");
            }
        }
        reading.begin(count);
        return count;
    }

    @Override
    public void refuse(long entry, RowRefusedException refused) {
        reading.refuse(entry, refused);
    }

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity) {
        reading.charge(line, charge, identity);
    }

    @Override
    public void reading(long line, UsageMetric metric, String resource, Instant at, Extent extent, double value) {
        reading.reading(line, metric, resource, at, extent, value);
    }

    @Override
    public void waits(long line) {
        reading.waits(line);
    }

    @Override
    public void server(long line, Server server) {
        reading.server(line, server);
    }

    @Override
    public void asset(long line, Asset asset) {
        reading.asset(line, asset);
    }

    @Override
    public void reject(long line, RowRefusedException refused) {
        reading.reject(line, refused);
    }
}
