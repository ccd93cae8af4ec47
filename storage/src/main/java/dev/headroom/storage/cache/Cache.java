package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.ingest.IngestStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The cache of one workspace: everything in it lives in one database file. One process has it open at a
/// time; within the process any thread may read while one writes.
public final class Cache implements AutoCloseable {
    /// The name of the database file in the workspace folder.
    public static final String FILE_NAME = "headroom.mv.db";

    private static final String NAME = "headroom";
    private static final String NEW_NAME = "headroom.new";
    private static final int HEADER_BYTES = 4096;
    private final Database database;

    private Cache(Database database) {
        this.database = database;
    }

    /// Opens the cache in `folder`, which exists and is writable; creates it when there is none, and brings
    /// an older format up to date.
    ///
    /// @throws CacheException when it is open elsewhere, damaged, newer than this program, or the disk is
    ///     full
    /// @throws IOException when the folder cannot be written
    public static Cache open(Path folder) throws IOException {
        return open(folder, "file:");
    }

    /// @param fileSystem the prefix of the file system of H2 to go through
    static Cache open(Path folder, String fileSystem) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            create(folder, fileSystem);
        }
        checkHeader(file);
        Database database = Database.open(fileSystem + folder.resolve(NAME), Database.Existence.REQUIRED);
        boolean opened = false;
        try {
            if (database.read(Migrations::history).isEmpty()) {
                throw new CacheException(
                        ErrorCode.WORKSPACE_DAMAGED,
                        "The file " + FILE_NAME + " in the workspace is not a Headroom database; move it away or choose"
                                + " another folder. Nothing was changed.");
            }
            Migrations.apply(database);
            opened = true;
            return new Cache(database);
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    /// Builds the new database beside its final name, so that the final name only ever holds a complete one:
    /// a process killed here leaves a file that the next start throws away.
    private static void create(Path folder, String fileSystem) throws IOException {
        Path fresh = folder.resolve(NEW_NAME + ".mv.db");
        Files.deleteIfExists(fresh);
        try (Database database = Database.open(fileSystem + folder.resolve(NEW_NAME), Database.Existence.CREATED)) {
            Migrations.apply(database);
        }
        Files.move(fresh, folder.resolve(FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Looks at the two copies of the file header before the database engine may touch the file.
    private static void checkHeader(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = ByteBuffer.allocate(2 * HEADER_BYTES);
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // reads on until the buffer is full or the file ends
            }
            String text = new String(head.array(), StandardCharsets.ISO_8859_1);
            if (!text.startsWith("H:") && !text.startsWith("H:", HEADER_BYTES)) {
                throw new CacheException(
                        ErrorCode.WORKSPACE_DAMAGED,
                        "The database file " + FILE_NAME + " of the workspace is damaged; restore it from a backup or"
                                + " move it away and import again. Nothing was changed.");
            }
        }
    }

    public SeriesCache series() {
        return new SeriesCache(database);
    }

    public Inventory inventory() {
        return new Inventory(database);
    }

    public ChargeLedger charges() {
        return new ChargeLedger(database);
    }

    public BatchLedger batches() {
        return new BatchLedger(database);
    }

    /// The way in for imports.
    public IngestStore ingestStore() {
        return new CacheIngestStore(database);
    }

    public ForecastLedger forecasts() {
        return new ForecastLedger(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
