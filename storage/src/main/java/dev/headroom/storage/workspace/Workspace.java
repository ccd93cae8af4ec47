package dev.headroom.storage.workspace;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.Password;
import dev.headroom.storage.cache.AdviceLog;
import dev.headroom.storage.cache.AnomalyLog;
import dev.headroom.storage.cache.Assets;
import dev.headroom.storage.cache.AuditLog;
import dev.headroom.storage.cache.BackupFacts;
import dev.headroom.storage.cache.Backups;
import dev.headroom.storage.cache.BatchLedger;
import dev.headroom.storage.cache.BillHistory;
import dev.headroom.storage.cache.Cache;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.CurrencyRates;
import dev.headroom.storage.cache.DecisionLog;
import dev.headroom.storage.cache.Encryption;
import dev.headroom.storage.cache.Existing;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.IntegrityReport;
import dev.headroom.storage.cache.Inventory;
import dev.headroom.storage.cache.ModelRegistry;
import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.cache.ReconciliationLog;
import dev.headroom.storage.cache.Retention;
import dev.headroom.storage.cache.RetentionPolicy;
import dev.headroom.storage.cache.RetentionReport;
import dev.headroom.storage.cache.ScenarioLog;
import dev.headroom.storage.cache.SeriesCache;
import dev.headroom.storage.cache.Settings;
import dev.headroom.storage.ingest.IngestPipeline;
import dev.headroom.storage.ingest.LiveImport;
import dev.headroom.storage.workspace.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An open workspace: the folder with everything that the user has loaded. One process has it open at a time.
/// What was acknowledged is on disk; killing the process at any moment loses none of it.
public final class Workspace implements AutoCloseable {
    private final Path folder;
    private final FolderLock lock;
    private final Cache cache;

    private final boolean encrypted;

    private Workspace(Path folder, FolderLock lock, Cache cache, boolean encrypted) {
        this.folder = folder;
        this.lock = lock;
        this.cache = cache;
        this.encrypted = encrypted;
    }

    /// Opens the workspace in `folder`, or creates it there.
    ///
    /// @throws WorkspaceException with the reason and what to do about it; the folder is then as it was
    public static Workspace open(Path folder) throws WorkspaceException {
        return open(folder, null);
    }

    /// @param password opens an encrypted workspace; not looked at when it is in the clear
    public static Workspace open(Path folder, @Nullable Password password) throws WorkspaceException {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock lock = lock(absolute);
        boolean opened = false;
        try {
            boolean encrypted = Encryption.isOn(absolute);
            Workspace workspace = new Workspace(absolute, lock, Cache.open(absolute, password), encrypted);
            opened = true;
            return workspace;
        } catch (CacheException failure) {
            throw translated(failure);
        } catch (IOException failure) {
            throw unwritable(absolute, failure);
        } finally {
            if (!opened) {
                release(lock);
            }
        }
    }

    /// True when the folder holds an encrypted workspace.
    public static boolean isEncrypted(Path folder) throws WorkspaceException {
        try {
            return Encryption.isOn(folder);
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /// Encrypts a workspace that nobody has open, takes its encryption away, or changes its password. A
    /// folder without a workspace gets an empty one.
    ///
    /// @param current the password so far; null when the workspace is in the clear or does not exist yet
    /// @param next the password from now on; null for none
    public static void changePassword(Path folder, @Nullable Password current, @Nullable Password next)
            throws WorkspaceException {
        alone(folder, absolute -> Encryption.change(absolute, current, next));
    }

    /// Writes a backup of the last committed state into a file, while the workspace stays open.
    public BackupFacts backup(Path file, Existing existing, Instant now) throws WorkspaceException {
        try {
            return cache.backup(file, existing, now);
        } catch (CacheException failure) {
            throw translated(failure);
        } catch (IOException failure) {
            throw new WorkspaceException(
                    Kind.UNWRITABLE,
                    ErrorCode.WORKSPACE_UNWRITABLE,
                    "The backup cannot be written to " + file + "; check the folder and its rights.",
                    failure);
        }
    }

    /// Puts a backup into a new or empty folder, or in the place of the workspace of a folder, which stays
    /// until the backup is unpacked and checked.
    ///
    /// @param password the one that the workspace had when the backup was made; null when it had none
    public static Backups.Checked restore(Path folder, Path backup, @Nullable Password password, Existing existing)
            throws WorkspaceException {
        AtomicReference<Backups.@Nullable Checked> result = new AtomicReference<>();
        alone(folder, absolute -> result.set(Backups.restore(absolute, backup, password, existing)));
        return Objects.requireNonNull(result.get());
    }

    /// Removes what is older than a policy keeps, from a workspace that nobody has open.
    public static RetentionReport retain(
            Path folder, @Nullable Password password, RetentionPolicy policy, Instant now, Retention.Mode mode)
            throws WorkspaceException {
        AtomicReference<@Nullable RetentionReport> result = new AtomicReference<>();
        alone(folder, absolute -> result.set(Retention.apply(absolute, password, policy, now, mode)));
        return Objects.requireNonNull(result.get());
    }

    /// Checks a backup and everything in it.
    public static Backups.Checked verifyBackup(Path backup, @Nullable Password password) throws WorkspaceException {
        return reading(backup, () -> Backups.check(backup, password));
    }

    /// True when a backup needs a password.
    public static boolean isEncryptedBackup(Path backup) throws WorkspaceException {
        return reading(backup, () -> Backups.isEncrypted(backup));
    }

    private interface Reading<T> {
        T result() throws IOException;
    }

    private static <T> T reading(Path backup, Reading<T> work) throws WorkspaceException {
        try {
            return work.result();
        } catch (CacheException failure) {
            throw translated(failure);
        } catch (IOException failure) {
            throw new WorkspaceException(
                    Kind.REFUSED,
                    ErrorCode.BACKUP_REFUSED,
                    "The backup " + backup + " cannot be read; check its rights and the free space.",
                    failure);
        }
    }

    /// Work on a folder whose workspace is not open.
    interface FolderWork {
        void on(Path folder) throws IOException;
    }

    static void alone(Path folder, FolderWork work) throws WorkspaceException {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock lock = lock(absolute);
        try {
            work.on(absolute);
        } catch (CacheException failure) {
            throw translated(failure);
        } catch (IOException failure) {
            throw unwritable(absolute, failure);
        } finally {
            release(lock);
        }
    }

    static WorkspaceException translated(CacheException failure) {
        return new WorkspaceException(kind(failure.error()), failure.error(), failure.sentence(), failure);
    }

    private static FolderLock lock(Path folder) throws WorkspaceException {
        // The database engine separates its settings from the path with semicolons.
        if (folder.toString().contains(";")) {
            throw unwritable(folder, new IOException("semicolon in the path"));
        }
        try {
            Files.createDirectories(folder);
            return FolderLock.take(folder)
                    .orElseThrow(() -> new WorkspaceException(
                            Kind.LOCKED,
                            ErrorCode.WORKSPACE_LOCKED,
                            "The workspace " + folder + " is open in another window or process; close it there first.",
                            new IOException("locked")));
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    private static WorkspaceException unwritable(Path folder, IOException cause) {
        String why = folder.toString().contains(";") ? " (its path must not contain a semicolon)" : "";
        return new WorkspaceException(
                Kind.UNWRITABLE,
                ErrorCode.WORKSPACE_UNWRITABLE,
                "The workspace folder " + folder + " cannot be written" + why + "; choose another folder or change its"
                        + " permissions.",
                cause);
    }

    private static Kind kind(ErrorCode error) {
        return switch (error) {
            case WORKSPACE_LOCKED -> Kind.LOCKED;
            case WORKSPACE_NEWER -> Kind.NEWER;
            case WORKSPACE_DAMAGED -> Kind.DAMAGED;
            case WORKSPACE_UNWRITABLE -> Kind.UNWRITABLE;
            case PASSWORD_NEEDED -> Kind.PASSWORD_NEEDED;
            case PASSWORD_WRONG -> Kind.PASSWORD_WRONG;
            case BACKUP_REFUSED, TARGET_EXISTS, FILE_NOT_FOUND -> Kind.REFUSED;
            case DISK_FULL -> Kind.DISK_FULL;
            default -> Kind.FAILED;
        };
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException ignored) {
            // The operating system gives the lock back at the latest when the process ends.
        }
    }

    public Path folder() {
        return folder;
    }

    /// True when what is kept here is encrypted, so that nothing of it may lie beside it in the clear.
    public boolean isEncrypted() {
        return encrypted;
    }

    public SeriesCache series() {
        return cache.series();
    }

    /// The inventory of what is no server.
    public Assets assets() {
        return cache.assets();
    }

    public Inventory inventory() {
        return cache.inventory();
    }

    public ChargeLedger charges() {
        return cache.charges();
    }

    /// The versions of the bills, with what was known when.
    public BillHistory bills() {
        return cache.bills();
    }

    /// Currency rates by day, to convert cost.
    public CurrencyRates rates() {
        return cache.rates();
    }

    /// How the bills last compared with invoices.
    public ReconciliationLog reconciliations() {
        return cache.reconciliations();
    }

    public BatchLedger batches() {
        return cache.batches();
    }

    /// Brings files into this workspace.
    public IngestPipeline ingest() {
        return new IngestPipeline(cache.ingestStore());
    }

    /// Brings what a service answers into this workspace, as a batch of its own.
    public LiveImport live(Instant now) {
        return LiveImport.open(cache.ingestStore(), now);
    }

    /// The price lists that were pulled.
    public PriceBook prices() {
        return cache.prices();
    }

    public PullLedger pulls() {
        return cache.pulls();
    }

    /// What providers themselves say and advise.
    public AdviceLog advice() {
        return cache.advice();
    }

    public ForecastLedger forecasts() {
        return cache.forecasts();
    }

    public AnomalyLog anomalies() {
        return cache.anomalies();
    }

    public DecisionLog decisions() {
        return cache.decisions();
    }

    /// What was changed, by whom and when.
    public AuditLog audit() {
        return cache.audit();
    }

    /// The scenarios that were saved.
    public ScenarioLog scenarios() {
        return cache.scenarios();
    }

    /// What the user has settled for this workspace.
    public Settings settings() {
        return cache.settings();
    }

    public ModelRegistry models() {
        return cache.models();
    }

    /// Checks everything that is kept: block checksums, references, counts, sums and the chains of decisions
    /// and models.
    public IntegrityReport verify() {
        return cache.verify();
    }

    /// Closes the database and gives the folder free. Closing again does nothing.
    @Override
    public void close() {
        try {
            cache.close();
        } finally {
            release(lock);
        }
    }
}
