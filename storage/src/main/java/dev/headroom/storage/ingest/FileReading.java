package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.ingest.IngestStore.BillRows;
import dev.headroom.storage.ingest.RowAccount.Outcome;
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
import java.util.ArrayList;
import java.util.List;

/// Takes the rows of one file, row by row, into the transaction of that file, and keeps the account of them.
final class FileReading implements RowSink, RowSource.Taker {
    private final IngestStore.FileSession session;
    private final Recognised file;
    private final RowAccount account = new RowAccount();
    private final UsageBuffer usage;
    private final ServerRows servers;
    private final int headerWidth;
    private boolean narrow;
    private SourceRow current = new SourceRow(0);
    private final TimestampReader starts = TimestampReader.utc("start");

    FileReading(IngestStore.FileSession session, Recognised file, int readingsInMemory) {
        this.session = session;
        this.file = file;
        usage = new UsageBuffer(session, account, readingsInMemory);
        servers = new ServerRows(session, account);
        headerWidth = file.table().header().size();
    }

    private boolean isUsage() {
        return file.reader().format() == SourceFormat.UTILIZATION;
    }

    @Override
    public void row(SourceRow row) {
        current = row;
        if (isUsage()) {
            usage.row(row.line());
        }
        try {
            checkWidth(row);
            if (row.hasNul()) {
                throw new RowRefusedException("", "", "The row holds a NUL character; the file is damaged there.");
            }
            file.reader().read(row, this);
        } catch (RowRefusedException refused) {
            rejectRow(row.line(), refused);
        }
    }

    @Override
    public void refused(long line, RowRefusedException why) {
        if (isUsage()) {
            usage.row(line);
        }
        rejectRow(line, why);
    }

    private void rejectRow(long line, RowRefusedException why) {
        account.reject(line, why);
        if (isUsage()) {
            usage.rejectCurrent();
        } else {
            account.count(Outcome.REJECTED, current.rows());
        }
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
        if (row.size() == file.table().width() && row.size() < headerWidth) {
            narrow = true;
        } else if (!blankRest) {
            throw new RowRefusedException(
                    "", "", "The row has " + row.size() + " fields and the header " + headerWidth + ".");
        }
    }

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity) {
        long[] hashes = current.hashes();
        BillRows rows = hashes.length == 0 ? session.add(charge, identity.hash()) : session.add(charge, hashes);
        if (rows == BillRows.MIXED) {
            throw new MixedRowsException();
        }
        account.bill(charge.currency(), charge.amounts().billed());
        account.at(charge.start());
        account.count(rows == BillRows.ADDED ? Outcome.ACCEPTED : Outcome.DUPLICATE, current.rows());
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
    public void server(long line, Server server) {
        servers.add(line, server);
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
        usage.flush();
        servers.flush();
        List<String> notes = new ArrayList<>(file.reader().notes());
        notes.addAll(session.settleBills());
        if (narrow) {
            notes.add("Rows have " + file.table().width() + " fields and the header " + headerWidth
                    + "; the columns at the end are taken as empty.");
        }
        return account.report(path, file.reader().format(), notes)
                .with(List.of(), file.reader().findings());
    }
}
