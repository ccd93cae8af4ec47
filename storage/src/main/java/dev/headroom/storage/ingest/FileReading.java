package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.DatedRate;
import dev.headroom.storage.ingest.IngestStore.BillRows;
import dev.headroom.storage.ingest.RowAccount.Outcome;
import dev.headroom.storage.source.BillDataset;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.UsageMetric;
import dev.headroom.storage.source.csv.TimestampReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes the rows of one file, row by row, into the transaction of that file, and keeps the account of them.
final class FileReading implements RowSink, RowSource.Taker {
    private final IngestStore.FileSession session;
    private final SourceFormat format;
    private final BillDataset dataset;
    private final Supplier<List<String>> notes;
    private final Optional<Recognised> table;
    private final RowAccount account = new RowAccount();
    private final UsageBuffer usage;
    private final ServerRows servers;
    private final AssetRows assets;
    private final int headerWidth;
    private boolean narrow;
    private SourceRow current = new SourceRow(0);
    private final TimestampReader starts = TimestampReader.utc("start");
    private Optional<Outcome> charged = Optional.empty();

    /// For a table.
    FileReading(IngestStore.FileSession session, Recognised file, int readingsInMemory) {
        this(session, file.reader().format(), file.reader()::notes, Optional.of(file), readingsInMemory);
    }

    /// For a document.
    FileReading(IngestStore.FileSession session, RecognisedDocument file, int readingsInMemory) {
        this(session, file.reader().format(), file.reader()::notes, Optional.empty(), readingsInMemory);
    }

    /// For what a service answers.
    FileReading(
            IngestStore.FileSession session, SourceFormat format, Supplier<List<String>> notes, int readingsInMemory) {
        this(session, format, notes, Optional.empty(), readingsInMemory);
    }

    private FileReading(
            IngestStore.FileSession session,
            SourceFormat format,
            Supplier<List<String>> notes,
            Optional<Recognised> table,
            int readingsInMemory) {
        this.session = session;
        this.format = format;
        dataset = BillDataset.of(format);
        this.notes = notes;
        this.table = table;
        usage = new UsageBuffer(session, account, readingsInMemory);
        servers = new ServerRows(session, account);
        assets = new AssetRows(session, account);
        headerWidth = table.map(file -> file.table().header().size()).orElse(0);
    }

    private boolean isUsage() {
        return format == SourceFormat.UTILIZATION;
    }

    @Override
    public void row(SourceRow row) {
        current = row;
        begin(row.line());
        try {
            checkWidth(row);
            if (row.hasNul()) {
                throw new RowRefusedException("", "", "The row holds a NUL character; the file is damaged there.");
            }
            table.orElseThrow().reader().read(row, this);
        } catch (RowRefusedException refused) {
            refuse(row.line(), refused);
        }
        end();
    }

    @Override
    public void refused(long line, RowRefusedException why) {
        begin(line);
        refuse(line, why);
        end();
    }

    /// Begins the next row. Everything until its end belongs to it.
    void begin(long line) {
        if (isUsage()) {
            usage.row(line);
        }
    }

    /// Refuses the current row as a whole.
    void refuse(long line, RowRefusedException why) {
        account.reject(line, why);
        if (isUsage()) {
            usage.rejectCurrent();
        } else {
            note(Outcome.REJECTED);
        }
    }

    /// Ends the current row: a row of several charges counts once, by what matters most of them.
    void end() {
        charged.ifPresent(outcome -> account.count(outcome, current.rows()));
        charged = Optional.empty();
    }

    private void note(Outcome outcome) {
        charged = charged.filter(known -> known.compareTo(outcome) > 0).or(() -> Optional.of(outcome));
    }

    /// A row fits when it is as wide as the header, as wide as most rows (some exporters leave out empty
    /// fields at the end, or repeat a delimiter there), or wider by blank fields only.
    private void checkWidth(SourceRow row) throws RowRefusedException {
        if (row.size() == headerWidth) {
            return;
        }
        boolean blankRest = row.size() > headerWidth;
        for (int i = headerWidth; i < row.size(); i++) {
            blankRest &= row.text(i).isEmpty();
        }
        if (row.size() == usualWidth() && row.size() < headerWidth) {
            narrow = true;
        } else if (!blankRest) {
            throw new RowRefusedException(
                    "", "", "The row has " + row.size() + " fields and the header " + headerWidth + ".");
        }
    }

    private int usualWidth() {
        return table.map(file -> file.table().width()).orElse(0);
    }

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity) {
        charge(line, charge, identity, dataset);
    }

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity, BillDataset kind) {
        BillRows rows = current.isSum()
                ? session.add(kind, charge, current.hashes())
                : session.add(kind, charge, identity.hash());
        if (rows == BillRows.MIXED) {
            throw new MixedRowsException();
        }
        account.bill(charge.currency(), charge.amounts().billed());
        account.at(charge.start());
        note(rows == BillRows.ADDED ? Outcome.ACCEPTED : Outcome.DUPLICATE);
        if (!current.latest().isEmpty()) {
            latest(current.latest());
        }
    }

    private void latest(String start) {
        try {
            account.at(starts.read(start).at());
        } catch (RowRefusedException other) {
            throw new IllegalStateException("start (" + start + ") must be an instant, like the earliest one.", other);
        }
    }

    /// How many rows were refused so far.
    long rejected() {
        return account.rejected();
    }

    /// Some rows of a sum were kept before and some were not: the file must be read row by row.
    static final class MixedRowsException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void reading(long line, UsageMetric metric, String resource, Instant at, Extent extent, double value) {
        usage.add(metric, resource, at, extent, value);
    }

    @Override
    public void waits(long line) {
        usage.acceptCurrent();
    }

    @Override
    public void server(long line, Server server) {
        servers.add(line, server);
    }

    @Override
    public void asset(long line, Asset asset) {
        assets.add(line, asset);
    }

    @Override
    public void rate(long line, DatedRate rate) {
        account.at(rate.day().atStartOfDay().toInstant(ZoneOffset.UTC));
        note(session.add(rate) ? Outcome.ACCEPTED : Outcome.DUPLICATE);
    }

    @Override
    public void reject(long line, RowRefusedException refused) {
        account.reject(line, refused);
        usage.rejectCurrent();
    }

    /// Gives the store everything that is still collected.
    ///
    /// @return the account of the whole file
    FileReport finish(Path path) {
        end();
        usage.flush();
        servers.flush();
        List<String> said = new ArrayList<>(notes.get());
        said.addAll(usage.notes());
        said.addAll(session.settleBills());
        if (narrow) {
            said.add("Rows have " + usualWidth() + " fields and the header " + headerWidth
                    + "; the columns at the end are taken as empty.");
        }
        return account.report(path, format, said)
                .with(List.of(), table.map(file -> file.reader().findings()).orElse(List.of()));
    }
}
