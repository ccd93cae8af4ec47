package dev.headroom.storage.cache;

import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestStore;
import dev.headroom.storage.ingest.Redelivery;
import java.nio.file.Path;
import java.time.Instant;

/// The cache as the place where an import keeps what it reads.
final class CacheIngestStore implements IngestStore {
    private final Database database;

    CacheIngestStore(Database database) {
        this.database = database;
    }

    @Override
    public String openBatch(Instant now) {
        return database.write(connection -> BatchLedger.open(connection, now));
    }

    @Override
    public void refused(String batch, FileReport report) {
        database.write(connection -> {
            long file = BatchLedger.openFile(connection, batch);
            BatchLedger.complete(connection, file, report, "");
            return file;
        });
    }

    @Override
    public FileSession openFile(String batch, Redelivery redelivery) {
        return IngestTransaction.open(database, batch, redelivery).openOnly();
    }

    @Override
    public FileSession openBlock(String batch, Path name, Redelivery redelivery) {
        return IngestTransaction.open(database, batch, redelivery).openBlock(name);
    }

    @Override
    public DeliverySession openDelivery(String batch, Redelivery redelivery) {
        return IngestTransaction.open(database, batch, redelivery);
    }
}
