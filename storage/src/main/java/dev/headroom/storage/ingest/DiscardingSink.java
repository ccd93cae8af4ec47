package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.UsageMetric;
import java.time.Instant;

/// Takes everything that a document says and keeps nothing: for looking at it before an import.
final class DiscardingSink implements DocumentSink {
    private long count;

    @Override
    public long entry() {
        return ++count;
    }

    @Override
    public void refuse(long entry, RowRefusedException refused) {}

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity) {}

    @Override
    public void reading(long line, UsageMetric metric, String resource, Instant at, Extent extent, double value) {}

    @Override
    public void server(long line, Server server) {}

    @Override
    public void reject(long line, RowRefusedException refused) {}
}
