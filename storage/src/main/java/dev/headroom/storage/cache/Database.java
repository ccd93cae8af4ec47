package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// The H2 database behind the cache: many readers, one writer at a time, every write in a transaction.
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final int USUAL_COMPACTION = 3_000;
    private static final int LONG_COMPACTION = 120_000;
    private final JdbcConnectionPool pool;
    private final ReentrantLock writer = new ReentrantLock();
    private final org.h2.engine.Database engine;
    private volatile boolean closed;

    private Database(JdbcConnectionPool pool, org.h2.engine.Database engine) {
        this.pool = pool;
        this.engine = engine;
    }

    /// True once the engine has given up its file, as it does on a full disk. No statement may run after that:
    /// the engine would wait for ever for a version of the store that does not come.
    private boolean isDead() {
        return engine.getStore().getMvStore().isClosed();
    }

    /// Work on a connection that yields a result.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /// Opens a database that is in the clear.
    static Database open(String file, Existence existence) {
        return open(file, existence, null);
    }

    static Database open(String file, Existence existence, @Nullable FileKey key) {
        return open(file, existence, key, USUAL_COMPACTION);
    }

    /// Gives back the room of what was deleted, for as long as that takes up to two minutes.
    static void compact(String file, @Nullable FileKey key) {
        open(file, Existence.REQUIRED, key, LONG_COMPACTION).close();
    }

    /// Opens the database.
    ///
    /// @param file the path without the suffix `.mv.db`, with the prefix of the file system
    /// @param existence whether a missing file is an error or a new database
    /// @param key the key of an encrypted file, null for a file in the clear; not needed after this
    private static Database open(String file, Existence existence, @Nullable FileKey key, int compactionMillis) {
        // WRITE_DELAY=0: a commit is on disk before it is acknowledged. LOCK_TIMEOUT only guards against
        // bugs: there is one writer. MAX_COMPACT_TIME: closing usually may take three seconds to give back the room of
        // replaced pages. No trace file: a failing disk must not be written to.
        String url = "jdbc:h2:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000"
                + ";COMPRESS=TRUE;MAX_COMPACT_TIME=" + compactionMillis
                + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE=131072"
                + (existence == Existence.REQUIRED ? ";IFEXISTS=TRUE" : "")
                + (key == null ? "" : ";CIPHER=AES");
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("headroom");
        source.setPasswordChars(key == null ? new char[0] : key.forConnections());
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(CONNECTIONS);
        try (Connection connection = pool.getConnection()) {
            connection.isValid(0);
            return new Database(
                    pool,
                    ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase());
        } catch (SQLException failure) {
            pool.dispose();
            throw translate(failure);
        }
    }

    enum Existence {
        REQUIRED,
        CREATED
    }

    private Connection connection() throws SQLException {
        if (closed || isDead()) {
            throw new CacheException(ErrorCode.WORKSPACE_CLOSED, "The workspace is closed; open it again to go on.");
        }
        return pool.getConnection();
    }

    /// Runs `work` on a connection of its own, which sees the last committed state.
    <T extends @Nullable Object> T read(Work<T> work) {
        try (Connection connection = connection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    /// Runs `work` in a transaction: either all of it is kept, and on disk when this returns, or nothing.
    <T extends @Nullable Object> T write(Work<T> work) {
        try (Transaction transaction = begin()) {
            T result = work.on(transaction.connection());
            transaction.commit();
            return result;
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    /// Starts a transaction; it waits for the one that is open. To be used and closed by the calling thread.
    Transaction begin() {
        writer.lock();
        boolean started = false;
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            started = true;
            return new Transaction(this, connection);
        } catch (SQLException failure) {
            throw translate(failure);
        } finally {
            if (!started) {
                writer.unlock();
            }
        }
    }

    /// Writes the last committed state into a ZIP with the database file as its only entry. Writers wait, readers
    /// do not. What is encrypted stays encrypted.
    ///
    /// @param target through the file system of H2
    void snapshot(String target) {
        writer.lock();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + target.replace("'", "''") + "'");
        } catch (SQLException failure) {
            throw translate(failure);
        } finally {
            writer.unlock();
        }
    }

    /// Closes the file, after the write that is running. Everything committed is kept whether or not this
    /// succeeds. Closing again does nothing.
    @Override
    public void close() {
        writer.lock();
        if (closed) {
            writer.unlock();
            return;
        }
        closed = true;
        if (isDead()) {
            // Gives the lock of the file back. The connections have nothing left to close.
            engine.shutdownImmediately();
            writer.unlock();
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException failure) {
            CacheException known = translate(failure);
            if (known.error() != ErrorCode.WORKSPACE_CLOSED) {
                throw known;
            }
        } finally {
            pool.dispose();
            writer.unlock();
        }
    }

    /// One open write transaction. Closing it without a commit takes everything back.
    static final class Transaction implements AutoCloseable {
        private final Database database;
        private final Connection connection;

        private Transaction(Database database, Connection connection) {
            this.database = database;
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() {
            if (database.isDead()) {
                database.writer.unlock();
                return;
            }
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                CacheException known = translate(failure);
                // A database that a full disk has closed has nothing left to take back.
                if (known.error() != ErrorCode.WORKSPACE_CLOSED && known.error() != ErrorCode.DISK_FULL) {
                    throw known;
                }
            } finally {
                database.writer.unlock();
            }
        }
    }

    /// Gives a full disk its own code; another failure of files stays what it is.
    static CacheException translate(IOException failure) throws IOException {
        if (isDiskFull(failure)) {
            return diskFull(failure);
        }
        throw failure;
    }

    private static CacheException diskFull(Exception failure) {
        return new CacheException(
                ErrorCode.DISK_FULL,
                "The disk that holds the workspace is full; free some space and start again. Everything saved"
                        + " before is kept.",
                failure);
    }

    /// Turns what H2 reports into a stable code and a sentence that says what to do.
    static CacheException translate(SQLException failure) {
        if (isDiskFull(failure)) {
            return diskFull(failure);
        }
        return switch (failure.getErrorCode()) {
            case org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new CacheException(
                        ErrorCode.WORKSPACE_LOCKED,
                        "The workspace is open in another window or process; close it there first.",
                        failure);
            case org.h2.api.ErrorCode.FILE_CORRUPTED_1,
                    org.h2.api.ErrorCode.FILE_VERSION_ERROR_1,
                    org.h2.api.ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
                new CacheException(
                        ErrorCode.WORKSPACE_DAMAGED,
                        "The database file of the workspace is damaged; restore it from a backup or move it away and"
                                + " import again. Nothing was changed.",
                        failure);
            case org.h2.api.ErrorCode.DATABASE_IS_CLOSED,
                    org.h2.api.ErrorCode.OBJECT_CLOSED,
                    org.h2.api.ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
                new CacheException(
                        ErrorCode.WORKSPACE_CLOSED, "The workspace is closed; open it again to go on.", failure);
            default ->
                new CacheException(
                        ErrorCode.DATABASE_FAILED,
                        "The database of the workspace failed; close the workspace and run verify on it.",
                        failure);
        };
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof IOException
                    && (message.contains("no space left")
                            || message.contains("not enough space")
                            || message.contains("quota"))) {
                return true;
            }
        }
        return false;
    }
}
