package dev.headroom.storage.source;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.DatedRate;
import java.time.Instant;

/// Where readers put what a row says. Every row ends in one or more calls with its line number.
public interface RowSink {
    /// A bill row.
    ///
    /// @param identity the hash of everything that the row says
    void charge(long line, ChargeRecord charge, RowIdentity identity);

    /// A bill row of a format whose rows are of several kinds.
    default void charge(long line, ChargeRecord charge, RowIdentity identity, BillDataset dataset) {
        charge(line, charge, identity);
    }

    /// One reading of one metric.
    ///
    /// @param value NaN when the row has no usable value of this metric; its time still tells the step of the
    ///     series
    /// @param extent whether the reading stands for an instant or for a whole day
    void reading(long line, UsageMetric metric, String resource, Instant at, Extent extent, double value);

    /// A row whose value counts together with that of another row, such as the two directions of a network.
    default void waits(long line) {}

    /// One server with one instance span or none; rows with the same id add spans.
    void server(long line, Server server);

    /// One entry of the inventory that is no server.
    default void asset(long line, Asset asset) {
        throw new IllegalStateException("asset (" + asset + ") must not be told here.");
    }

    /// A currency rate.
    default void rate(long line, DatedRate rate) {
        throw new IllegalStateException("rate (" + rate + ") must not be told here.");
    }

    /// A row or a value that cannot be used.
    void reject(long line, RowRefusedException refused);

    /// How far a reading reaches.
    enum Extent {
        INSTANT,
        DAY
    }
}
