package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.DatedRate;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestStore.BillRows;
import dev.headroom.storage.ingest.IngestStore.FileSession;
import dev.headroom.storage.ingest.IngestStore.SeriesTarget;
import dev.headroom.storage.source.BillDataset;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/// Keeps what one file says: in a transaction of its own, or in that of its delivery.
final class FileTransaction implements FileSession {
    private final IngestTransaction whole;
    /// Where the transaction stood before the file; null when the file is all of it.
    private final @Nullable Savepoint before;

    private final Connection connection;
    private final SeriesStore series;
    private final BillImport bills;
    private final CurrencyRates.Import rates;
    private final long file;
    private boolean kept;

    private FileTransaction(IngestTransaction whole, @Nullable Savepoint before, long file) throws SQLException {
        this.whole = whole;
        this.before = before;
        this.file = file;
        connection = whole.transaction().connection();
        series = new SeriesStore(connection);
        bills = whole.bills();
        bills.begin(file);
        rates = new CurrencyRates.Import(connection, file);
    }

    /// A file whose commit ends the transaction.
    static FileTransaction only(IngestTransaction whole) throws SQLException {
        return new FileTransaction(whole, null, opened(whole));
    }

    /// A further block of a file of the batch, or its first.
    static FileTransaction block(IngestTransaction whole, Path name) throws SQLException {
        Optional<Long> known = BatchLedger.file(whole.transaction().connection(), whole.batch(), name.toString());
        return new FileTransaction(whole, null, known.isPresent() ? known.get() : opened(whole));
    }

    private static long opened(IngestTransaction whole) throws SQLException {
        return BatchLedger.openFile(whole.transaction().connection(), whole.batch());
    }

    /// One of several files.
    static FileTransaction among(IngestTransaction whole) throws SQLException {
        Savepoint before = whole.transaction().connection().setSavepoint();
        return new FileTransaction(whole, before, opened(whole));
    }

    private static <T> T translated(Database.Work<T> work, Connection connection) {
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }

    @Override
    public BillRows add(BillDataset dataset, ChargeRecord charge, long... hashes) {
        return translated(_ -> bills.add(dataset, charge, hashes), connection);
    }

    @Override
    public boolean add(DatedRate rate) {
        return translated(_ -> rates.add(rate), connection);
    }

    @Override
    public List<String> settleBills() {
        return translated(
                _ -> {
                    if (before == null) {
                        return bills.settle();
                    }
                    bills.flush();
                    return List.of();
                },
                connection);
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
    public Optional<Asset> asset(String id) {
        return translated(open -> Assets.find(open, id), connection);
    }

    @Override
    public void put(Asset asset) {
        translated(
                open -> {
                    Assets.put(open, asset);
                    return asset;
                },
                connection);
    }

    @Override
    public void cover(List<Cover> covers) {
        translated(
                open -> {
                    PullLedger.cover(open, covers);
                    return covers;
                },
                connection);
    }

    @Override
    public void commit(FileReport report, String contentHash) {
        translated(
                open -> {
                    rates.write();
                    BatchLedger.complete(open, file, report, contentHash);
                    if (before == null) {
                        whole.transaction().commit();
                    } else {
                        whole.kept(file);
                        kept = true;
                    }
                    return file;
                },
                connection);
    }

    @Override
    public void close() {
        if (before == null) {
            whole.close();
        } else if (!kept) {
            translated(
                    open -> {
                        open.rollback(before);
                        bills.takeBack();
                        return file;
                    },
                    connection);
        }
    }
}
