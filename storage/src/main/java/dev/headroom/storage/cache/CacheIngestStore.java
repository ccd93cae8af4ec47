package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.DatedRate;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestStore;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.BillDataset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        Database.Transaction transaction = database.begin();
        boolean opened = false;
        try {
            Session session = new Session(new Alone(transaction), batch, redelivery, BillImport.Files.ONE);
            opened = true;
            return session;
        } catch (SQLException failure) {
            throw Database.translate(failure);
        } finally {
            if (!opened) {
                transaction.close();
            }
        }
    }

    @Override
    public DeliverySession openDelivery(String batch) {
        Database.Transaction transaction = database.begin();
        return new DeliverySession() {
            @Override
            public FileSession openFile(Redelivery redelivery) {
                return translated(
                        _ -> new Session(new Together(transaction), batch, redelivery, BillImport.Files.SEVERAL),
                        transaction.connection());
            }

            @Override
            public void commit() {
                translated(
                        _ -> {
                            transaction.commit();
                            return batch;
                        },
                        transaction.connection());
            }

            @Override
            public void close() {
                transaction.close();
            }
        };
    }

    /// What a file is kept in.
    private interface Unit extends AutoCloseable {
        Connection connection();

        void keep() throws SQLException;

        /// Takes back what is not kept.
        @Override
        void close() throws SQLException;
    }

    /// A file that is a transaction of its own.
    private record Alone(Database.Transaction transaction) implements Unit {
        @Override
        public Connection connection() {
            return transaction.connection();
        }

        @Override
        public void keep() throws SQLException {
            transaction.commit();
        }

        @Override
        public void close() {
            transaction.close();
        }
    }

    /// A file that is kept together with others, whose session ends the transaction.
    private static final class Together implements Unit {
        private final Connection connection;
        private final Savepoint before;
        private boolean kept;

        Together(Database.Transaction transaction) throws SQLException {
            connection = transaction.connection();
            before = connection.setSavepoint();
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void keep() {
            kept = true;
        }

        @Override
        public void close() throws SQLException {
            if (!kept) {
                connection.rollback(before);
            }
        }
    }

    private static <T> T translated(Database.Work<T> work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }

    private static final class Session implements FileSession {
        private final Unit unit;
        private final Connection connection;
        private final SeriesStore series;
        private final BillImport charges;
        private final CurrencyRates.Import rates;
        private final long file;

        Session(Unit unit, String batch, Redelivery redelivery, BillImport.Files files) throws SQLException {
            this.unit = unit;
            connection = unit.connection();
            file = BatchLedger.openFile(connection, batch);
            series = new SeriesStore(connection);
            charges = new BillImport(connection, file, redelivery, files);
            rates = new CurrencyRates.Import(connection, file);
        }

        @Override
        public BillRows add(BillDataset dataset, ChargeRecord charge, long... hashes) {
            return translated(_ -> charges.add(dataset, charge, hashes), connection);
        }

        @Override
        public boolean add(DatedRate rate) {
            return translated(_ -> rates.add(rate), connection);
        }

        @Override
        public List<String> settleBills() {
            return translated(_ -> charges.settle(), connection);
        }

        @Override
        public List<Step> steps(SeriesKey key) {
            return translated(
                    open -> {
                        try (PreparedStatement query = open.prepareStatement(
                                "SELECT step FROM series WHERE resource = ? AND metric = ? AND statistic = ?")) {
                            query.setString(1, key.resource());
                            query.setString(2, key.metric());
                            query.setString(3, key.statistic().code());
                            List<Step> steps = new ArrayList<>();
                            try (ResultSet row = query.executeQuery()) {
                                while (row.next()) {
                                    steps.add(Step.parse(row.getString(1)));
                                }
                            }
                            steps.sort(Comparator.comparing(Step::typicalLength));
                            return steps;
                        }
                    },
                    connection);
        }

        @Override
        public SeriesTarget series(SeriesKey key, Step step, MeasureUnit unit) {
            SeriesGrid aligned = new SeriesGrid(origin(step), step, ZoneOffset.UTC);
            SeriesStore.Row row = translated(_ -> series.findOrCreate(key, aligned, unit), connection);
            return new Target(row);
        }

        /// 1970 began a day, a month, a quarter and a year; weeks begin on Mondays.
        private static Instant origin(Step step) {
            return step.equals(Step.WEEK) ? Instant.parse("1970-01-05T00:00:00Z") : Instant.EPOCH;
        }

        private final class Target implements SeriesTarget {
            private final SeriesStore.Row row;

            Target(SeriesStore.Row row) {
                this.row = row;
            }

            @Override
            public long slot(Instant at) {
                return row.grid().floor(at);
            }

            @Override
            public double[] kept(long from, long to) {
                return translated(_ -> series.range(row, from, to), connection);
            }

            @Override
            public double[] merge(long first, double[] values) {
                return translated(_ -> series.merge(row, first, values), connection);
            }
        }

        @Override
        public Optional<Server> server(String id) {
            return translated(open -> Inventory.find(open, id), connection);
        }

        @Override
        public void put(Server server) {
            translated(
                    open -> {
                        Inventory.put(open, server);
                        return server;
                    },
                    connection);
        }

        @Override
        public void commit(FileReport report, String contentHash) {
            translated(
                    open -> {
                        rates.write();
                        BatchLedger.complete(open, file, report, contentHash);
                        unit.keep();
                        return file;
                    },
                    connection);
        }

        @Override
        public void close() {
            try (unit) {
                charges.close();
            } catch (SQLException failure) {
                throw Database.translate(failure);
            }
        }
    }
}
