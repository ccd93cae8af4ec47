package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.DatedRate;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.source.BillDataset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where an import keeps what it reads. The cache implements it.
public interface IngestStore {
    /// Opens a batch and gives its id.
    String openBatch(Instant now);

    /// Starts the transaction of one file.
    ///
    /// @param redelivery what to do with bills that are kept already
    FileSession openFile(String batch, Redelivery redelivery);

    /// Starts the transaction of the next block of something that is read from a service in several blocks. They are
    /// one file of the batch, whose report is the sum of theirs.
    ///
    /// @param name as the path of the report
    /// @param redelivery what to do with bills that are kept already
    FileSession openBlock(String batch, Path name, Redelivery redelivery);

    /// Starts the transaction of several files that are kept together or not at all.
    ///
    /// @param redelivery what to do with bills that are kept already; decided over all files
    DeliverySession openDelivery(String batch, Redelivery redelivery);

    /// Notes a file that was refused.
    void refused(String batch, FileReport report);

    /// The transaction of several files: closing it without [#commit] takes all of them back.
    interface DeliverySession extends AutoCloseable {
        /// Starts a file. Closing its session without a commit takes back this file only; its commit keeps it
        /// with the others. One file at a time.
        FileSession openFile();

        /// Keeps all files that were committed. On disk when this returns.
        ///
        /// @return what was replaced and what does not count, in sentences that are kept with the first file
        List<String> commit();

        @Override
        void close();
    }

    /// The transaction of one file: closing it without [#commit] takes everything back.
    interface FileSession extends AutoCloseable {
        /// Takes a charge that is the sum of the bill rows with these hashes. A row that stands in the file
        /// more often than it is kept is new that many times.
        ///
        /// @param dataset the kind of bill that tells the charge
        /// @param hashes as [RowIdentity#hash()], at least one
        BillRows add(BillDataset dataset, ChargeRecord charge, long... hashes);

        /// Takes a currency rate.
        ///
        /// @return false when it is kept already
        boolean add(DatedRate rate);

        /// Decides, after the last bill row, which kept bills the file replaces; to be called once. For a
        /// file of a delivery that is decided later.
        ///
        /// @return what was replaced and what does not count, in sentences for the report
        List<String> settleBills();

        /// The steps in which a series is kept, shortest first.
        List<Step> steps(SeriesKey key);

        /// The kept series, or a new one whose grid is aligned to whole steps in UTC.
        SeriesTarget series(SeriesKey key, Step step, MeasureUnit unit);

        Optional<Server> server(String id);

        void put(Server server);

        Optional<Asset> asset(String id);

        void put(Asset asset);

        /// Notes, with what is kept, up to when the parts of a pull are complete.
        void cover(List<Cover> covers);

        /// Keeps everything together with the report. On disk when this returns.
        void commit(FileReport report, String contentHash);

        @Override
        void close();
    }

    /// What became of bill rows.
    enum BillRows {
        ADDED,
        KEPT_BEFORE,
        /// Some of them were kept and some were not, so that their sum cannot be divided. Nothing was added.
        MIXED
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
