package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.Password;
import dev.headroom.storage.ingest.IngestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cache of one workspace: everything in it lives in one database file. One process has it open at a
/// time; within the process any thread may read while one writes.
public final class Cache implements AutoCloseable {
    /// The name of the database file in the workspace folder.
    public static final String FILE_NAME = "headroom.mv.db";

    static final String SUFFIX = ".mv.db";
    static final String NAME = "headroom";
    /// A database that is being made, to take the place of the one in use.
    static final String NEW_NAME = "headroom.new";

    private static final String FILES = "file:";
    private final Database database;

    private Cache(Database database) {
        this.database = database;
    }

    /// Opens the cache in `folder`, which exists and is writable; creates it when there is none, and brings
    /// an older format up to date.
    ///
    /// @param password opens an encrypted cache; not looked at when it is in the clear
    /// @throws CacheException when it is open elsewhere, damaged, encrypted with another password, newer than
    ///     this program, or the disk is full
    /// @throws IOException when the folder cannot be written
    public static Cache open(Path folder, @Nullable Password password) throws IOException {
        return open(folder, FILES, password);
    }

    /// Opens a cache that is in the clear.
    public static Cache open(Path folder) throws IOException {
        return open(folder, FILES, null);
    }

    /// @param fileSystem the prefix of the file system of H2 to go through
    static Cache open(Path folder, String fileSystem, @Nullable Password password) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        // What a process that was killed left of a database beside; it never was the one in use.
        Files.deleteIfExists(folder.resolve(NEW_NAME + SUFFIX));
        if (!Files.exists(file)) {
            create(folder, fileSystem);
        }
        try (FileKey key = FileKey.find(file, password)) {
            return open(folder, NAME, fileSystem, key);
        }
    }

    /// @param name of the database in the folder, without [#SUFFIX]
    static Cache open(Path folder, String name, String fileSystem, @Nullable FileKey key) throws IOException {
        DatabaseFile.check(folder.resolve(name + SUFFIX), key);
        Database database = Database.open(fileSystem + folder.resolve(name), Database.Existence.REQUIRED, key);
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
        try (Database database =
                Database.open(fileSystem + folder.resolve(NEW_NAME), Database.Existence.CREATED, null)) {
            Migrations.apply(database);
            new Cache(database).note(AuditLog.Action.CREATED, folder.toString(), "an empty workspace");
        }
        DatabaseCopy.moveInto(folder.resolve(NEW_NAME + SUFFIX), folder.resolve(FILE_NAME));
    }

    public SeriesCache series() {
        return new SeriesCache(database);
    }

    public Inventory inventory() {
        return new Inventory(database);
    }

    public Assets assets() {
        return new Assets(database);
    }

    public ChargeLedger charges() {
        return new ChargeLedger(database, Optional.empty());
    }

    public BillHistory bills() {
        return new BillHistory(database);
    }

    public CurrencyRates rates() {
        return new CurrencyRates(database);
    }

    public ReconciliationLog reconciliations() {
        return new ReconciliationLog(database);
    }

    public BatchLedger batches() {
        return new BatchLedger(database);
    }

    /// The way in for imports.
    public IngestStore ingestStore() {
        return new CacheIngestStore(database);
    }

    public PullLedger pulls() {
        return new PullLedger(database);
    }

    public PriceBook prices() {
        return new PriceBook(database);
    }

    public AdviceLog advice() {
        return new AdviceLog(database);
    }

    public ForecastLedger forecasts() {
        return new ForecastLedger(database);
    }

    public DecisionLog decisions() {
        return new DecisionLog(database);
    }

    public AnomalyLog anomalies() {
        return new AnomalyLog(database);
    }

    public ModelRegistry models() {
        return new ModelRegistry(database);
    }

    /// Writes a backup of the last committed state; see [Backups].
    public BackupFacts backup(Path file, Existing existing, Instant now) throws IOException {
        return Backups.make(database, file, existing, now, FILES);
    }

    /// @param fileSystem the prefix of the file system of H2 to write through
    BackupFacts backup(Path file, Existing existing, Instant now, String fileSystem) throws IOException {
        return Backups.make(database, file, existing, now, fileSystem);
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
                            AuditHead.EMPTY,
                            List.of("The check could not read everything: " + unreadable.sentence()));
                default -> throw unreadable;
            };
        }
    }

    RetentionReport retain(RetentionPolicy policy, Instant now, Retention.Mode mode) {
        return Retention.apply(database, policy, now, mode);
    }

    /// Gives back the room of what was deleted from a closed cache.
    static void compact(Path folder, String fileSystem, @Nullable Password password) throws IOException {
        try (FileKey key = FileKey.find(folder.resolve(FILE_NAME), password)) {
            Database.compact(fileSystem + folder.resolve(NAME), key);
        }
    }

    public AuditLog audit() {
        return new AuditLog(database);
    }

    public ScenarioLog scenarios() {
        return new ScenarioLog(database);
    }

    public Settings settings() {
        return new Settings(database);
    }

    /// Writes down a change of the whole database.
    void note(AuditLog.Action action, String subject, String detail) {
        database.write(connection -> {
            AuditLog.append(connection, action, subject, detail);
            return action;
        });
    }

    /// @throws CacheException when anything that is kept is not as it should be
    void requireSound() {
        List<String> problems = verify().problems();
        if (!problems.isEmpty()) {
            throw new CacheException(
                    ErrorCode.WORKSPACE_DAMAGED,
                    "The workspace is damaged (" + problems.getFirst()
                            + "); run verify, and restore it from a backup. Nothing was changed.");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
