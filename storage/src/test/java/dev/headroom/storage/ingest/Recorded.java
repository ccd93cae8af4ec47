package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.UsageMetric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The charges that a reader makes of rows, before they are kept.
final class Recorded implements RowSink {
    private final List<ChargeRecord> charges = new ArrayList<>();

    /// @param rows without quotes
    static List<ChargeRecord> of(RowReader reader, String... rows) throws RowRefusedException {
        Recorded recorded = new Recorded();
        for (int i = 0; i < rows.length; i++) {
            reader.read(new SourceRow(i + 2, rows[i].split(",", -1)), recorded);
        }
        return recorded.charges;
    }

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity) {
        charges.add(charge);
    }

    @Override
    public void reading(long line, UsageMetric metric, String resource, Instant at, Extent extent, double value) {
        throw new AssertionError("a bill has no readings");
    }

    @Override
    public void server(long line, Server server) {
        throw new AssertionError("a bill has no servers");
    }

    @Override
    public void reject(long line, RowRefusedException refused) {
        throw new AssertionError(refused);
    }
}
