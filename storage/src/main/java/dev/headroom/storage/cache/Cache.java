package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.ingest.IngestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The cache of one workspace: everything in it lives in one database file. One process has it open at a
/// time; within the process any thread may read while one writes.
public final class Cache implements AutoCloseable {
    /// The name of the database file in the workspace folder.
    public static final String FILE_NAME = "headroom.mv.db";

    private static final String NAME = "headroom";
    private static final String NEW_NAME = "headroom.new";
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
        DatabaseFile.check(file);
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

    public DecisionLog decisions() {
        return new DecisionLog(database);
    }

    public ModelRegistry models() {
        return new ModelRegistry(database);
    }

    /// Checks everything that is kept. Reads all of it, so that it takes a while.
    public IntegrityReport verify() {
        try {
            return database.read(IntegrityCheck::of);
        } catch (CacheException unreadable) {
            return switch (unreadable.error()) {
                case WORKSPACE_DAMAGED, DATABASE_FAILED ->
                    new IntegrityReport(
                            Migrations.current(),
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            List.of("The check could not read everything: " + unreadable.sentence()));
                default -> throw unreadable;
            };
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
