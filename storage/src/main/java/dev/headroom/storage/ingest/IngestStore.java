package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.source.RowIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where an import keeps what it reads. The cache implements it.
public interface IngestStore {
    /// Opens a batch and gives its id.
    String openBatch(Instant now);

    /// Starts the transaction of one file.
    FileSession openFile(String batch);

    /// Notes a file that was refused.
    void refused(String batch, FileReport report);

    /// The transaction of one file: closing it without [#commit] takes everything back.
    interface FileSession extends AutoCloseable {
        /// Keeps a bill row unless it is kept already.
        ///
        /// @param occurrence the number of the row among the equal rows of its file, from 1
        /// @return false when it was kept already
        boolean add(ChargeRecord charge, RowIdentity identity, int occurrence);

        /// The steps in which a series is kept, shortest first.
        List<Step> steps(SeriesKey key);

        /// The kept series, or a new one whose grid is aligned to whole steps in UTC.
        SeriesTarget series(SeriesKey key, Step step, MeasureUnit unit);

        Optional<Server> server(String id);

        void put(Server server);

        /// Keeps everything together with the report. On disk when this returns.
        void commit(FileReport report, String contentHash);

        @Override
        void close();
    }

    /// One series to be added to, on its endless grid of slots.
    interface SeriesTarget {
        /// The slot in which an instant lies.
        long slot(Instant at);

        /// The kept values of the slots `from` (inclusive) to `to` (exclusive); NaN where nothing is kept.
        double[] kept(long from, long to);

        /// Replaces the kept values by those of `values` that are not NaN.
        ///
        /// @return what was kept before, slot by slot
        double[] merge(long first, double[] values);
    }
}
