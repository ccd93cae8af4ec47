package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.ingest.IngestStore.BillRows;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.BillDataset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bill rows of one file, or of the files of one delivery, on their way into the cache: which are new, which were
/// kept before, and which kept versions of bills they replace. Each file makes its own versions; what they replace is
/// decided over all of them.
///
/// A bill is one month of one billing account as one kind of bill tells it ([BillDataset]). Rows that a
/// version which holds has already are not kept again. When the file has new rows, and a version has rows
/// that the file lacks, the file is either a *restatement*, which replaces that version, or *another part* of
/// the same bill, which is added to it. It is a restatement when at least half of the days of lines in the
/// version are in the file, too, with the same number of rows or the same billed sum ([BillAgreement]). Files
/// of one import are mostly parts of one delivery: there one replaces another only when it repeats at least
/// half of its rows.
final class BillImport implements AutoCloseable {
    private static final int MOST_CELLS = 300_000;
    private final Connection connection;
    private final long batch;
    private final VersionWriter writer;
    private final Redelivery redelivery;
    private final Map<ToldBill, Slice> slices = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    /// The bills that this import is the first to tell in its batch.
    private final Set<BillKey> begun = new TreeSet<>();
    private ChargeLines lines;
    private long file;
    private long versions;
    private int cells;

    /// @param batch the id of the batch
    /// @param redelivery what to do with bills that are kept already
    BillImport(Connection connection, String batch, Redelivery redelivery) throws SQLException {
        this.connection = connection;
        this.redelivery = redelivery;
        lines = new ChargeLines(connection);
        versions = number("SELECT COALESCE(MAX(id), 0) FROM bill_version");
        try (PreparedStatement query =
                connection.prepareStatement("SELECT number, loaded_at FROM batch WHERE id = ?")) {
            query.setString(1, batch);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                this.batch = row.getLong(1);
                writer = new VersionWriter(connection, row.getLong(2));
            }
        }
    }

    /// Begins the next file. What the files before said is written, so that this one can be taken back.
    void begin(long number) throws SQLException {
        flush();
        file = number;
        slices.values().forEach(slice -> slice.kept.forEach(KeptBill::mark));
    }

    /// Forgets what the file said, after its rows were taken back from the database.
    void takeBack() throws SQLException {
        for (Slice slice : slices.values()) {
            slice.takeBack(file);
        }
        lines.close();
        lines = new ChargeLines(connection);
        cells = 0;
    }

    /// One bill: the versions of it that hold, and what the files of the import say of it.
    private static final class Slice {
        private final List<KeptBill> kept;
        private final Map<Long, Told> told = new LinkedHashMap<>();
        private @Nullable Told current;
        private long of;

        Slice(List<KeptBill> kept) {
            this.kept = kept;
            kept.forEach(KeptBill::mark);
        }

        Told told(long file) {
            Told now = current;
            if (now == null || of != file) {
                now = told.computeIfAbsent(file, _ -> new Told());
                current = now;
                of = file;
            }
            return now;
        }

        void takeBack(long file) {
            told.remove(file);
            current = null;
            kept.forEach(KeptBill::putBack);
        }

        Stream<BillContent> contents() {
            return told.values().stream().flatMap(Told::contents);
        }
    }

    /// What one file says of a bill: rows that are new, and rows of versions that hold.
    private static final class Told {
        private final Map<KeptBill, BillContent> again = new LinkedHashMap<>();
        private @Nullable BillContent fresh;

        Stream<BillContent> contents() {
            return Stream.concat(Stream.ofNullable(fresh), again.values().stream());
        }
    }

    /// Takes a charge that is the sum of the rows with these hashes.
    BillRows add(BillDataset dataset, ChargeRecord charge, long... hashes) throws SQLException {
        ToldBill bill =
                new ToldBill(charge.line().provider(), charge.line().billingAccount(), charge.billingMonth(), dataset);
        Slice slice = slices.get(bill);
        if (slice == null) {
            slice = slice(bill);
            slices.put(bill, slice);
        }
        for (KeptBill kept : slice.kept) {
            int met = 0;
            while (met < hashes.length && kept.meet(hashes[met])) {
                met++;
            }
            if (met == hashes.length) {
                BillContent again = slice.told(file).again.computeIfAbsent(kept, _ -> new BillContent(++versions));
                count(again.add(charge, hashes));
                return BillRows.KEPT_BEFORE;
            }
            if (met > 0 || hashes.length > 1 && meetsAny(kept, hashes)) {
                return BillRows.MIXED;
            }
        }
        Told told = slice.told(file);
        BillContent fresh = told.fresh;
        if (fresh == null) {
            fresh = new BillContent(++versions);
            told.fresh = fresh;
        }
        count(fresh.add(charge, hashes));
        return BillRows.ADDED;
    }

    /// What is kept of a bill. Where both exports of Azure were kept together, their rows go on being so, until a
    /// file is said to be the whole bill, which then replaces both.
    private Slice slice(ToldBill bill) throws SQLException {
        if (!bill.dataset().isAzureExport()) {
            return new Slice(kept(bill));
        }
        ToldBill mixed = new ToldBill(bill.provider(), bill.account(), bill.month(), BillDataset.AZURE_MIXED);
        Slice together = slices.get(mixed);
        List<KeptBill> kept = new ArrayList<>();
        if (together == null) {
            List<KeptBill> mixedBills = kept(mixed);
            boolean joins = redelivery != Redelivery.REPLACE;
            together = new Slice(joins ? mixedBills : List.of());
            slices.put(mixed, together);
            if (!joins) {
                kept.addAll(mixedBills);
            }
        }
        if (!together.kept.isEmpty()) {
            return together;
        }
        kept.addAll(kept(bill));
        return new Slice(kept);
    }

    private static boolean meetsAny(KeptBill kept, long[] hashes) {
        for (long hash : hashes) {
            if (kept.meet(hash)) {
                return true;
            }
        }
        return false;
    }

    private void count(int more) throws SQLException {
        cells += more;
        if (cells > MOST_CELLS) {
            flush();
        }
    }

    /// Writes what is in memory.
    void flush() throws SQLException {
        for (Slice slice : slices.values()) {
            for (BillContent content : slice.contents().toList()) {
                content.flush(connection, lines);
            }
        }
        cells = 0;
    }

    private List<KeptBill> kept(ToldBill bill) throws SQLException {
        List<KeptBill> kept = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT v.id, f.batch, v.charges FROM bill_version v"
                + " JOIN batch_file f ON f.id = v.file WHERE v.provider = ? AND v.billing_account = ?"
                + " AND v.billing_month = ? AND v.dataset = ? AND v.replaced_at IS NULL ORDER BY v.id")) {
            query.setString(1, bill.provider());
            query.setString(2, bill.account());
            query.setInt(3, monthNumber(bill.month()));
            query.setString(4, bill.dataset().code());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    kept.add(new KeptBill(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            new KeptBill.Bag(RowHashes.read(connection, row.getLong(1)))));
                }
            }
        }
        return kept;
    }

    static int monthNumber(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
    }

    /// Decides, after the last row of the last file, what becomes of every bill, and writes it.
    ///
    /// @return what was replaced and what does not count, one sentence a bill
    List<String> settle() throws SQLException {
        flush();
        Set<Slice> settled = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<ToldBill, Slice> entry : slices.entrySet()) {
            if (settled.add(entry.getValue())) {
                settle(entry.getKey(), entry.getValue());
            }
        }
        said.addAll(BillNotes.contests(connection, begun));
        slices.clear();
        return said;
    }

    private void settle(ToldBill bill, Slice slice) throws SQLException {
        if (slice.told.isEmpty()) {
            // Only a file that was taken back spoke of it.
            return;
        }
        List<KeptBill> replaced = new ArrayList<>();
        for (KeptBill kept : slice.kept) {
            if (isReplaced(kept, slice)) {
                replaced.add(kept);
            }
        }
        List<Long> made = new ArrayList<>();
        long charges = 0;
        for (Map.Entry<Long, Told> told : slice.told.entrySet()) {
            BillContent fresh = content(told.getValue(), replaced);
            if (fresh != null) {
                charges += write(bill, told.getKey(), told.getValue(), fresh, replaced);
                made.add(fresh.version());
            }
        }
        if (made.isEmpty() && !replaced.isEmpty()) {
            BillContent nothing = new BillContent(++versions);
            write(bill, file, new Told(), nothing, replaced);
            made.add(nothing.version());
        }
        if (!made.isEmpty() && slice.kept.stream().noneMatch(kept -> kept.batch() == batch)) {
            begun.add(bill.key());
        }
        if (!replaced.isEmpty()) {
            said.add(writer.replace(bill, replaced, made, charges));
        } else if (!made.isEmpty() && !slice.kept.isEmpty()) {
            writer.inOtherCurrency(bill, slice.kept, made).ifPresent(said::add);
        }
    }

    /// The content of the new version that a file makes; null when it makes none.
    private @Nullable BillContent content(Told told, List<KeptBill> replaced) {
        boolean merges = told.again.keySet().stream().anyMatch(replaced::contains);
        if (told.fresh == null && merges) {
            return new BillContent(++versions);
        }
        if (told.fresh == null) {
            told.again.values().forEach(writer::discard);
        }
        return told.fresh;
    }

    /// @return how many rows the version has
    private long write(ToldBill bill, long of, Told told, BillContent fresh, List<KeptBill> replaced)
            throws SQLException {
        long added = fresh.charges();
        long charges = added;
        for (Map.Entry<KeptBill, BillContent> again : told.again.entrySet()) {
            if (replaced.contains(again.getKey())) {
                writer.merge(again.getValue(), fresh);
                charges += again.getValue().charges();
            } else {
                writer.discard(again.getValue());
            }
        }
        fresh.rows().write(connection, fresh.version());
        writer.insert(fresh.version(), of, bill, charges, added);
        return charges;
    }

    private static List<Long> versions(Slice slice) {
        return slice.contents().map(BillContent::version).toList();
    }

    private boolean isReplaced(KeptBill kept, Slice slice) throws SQLException {
        if (kept.isMetWhole()) {
            return false;
        }
        return switch (redelivery) {
            case ADD -> false;
            case REPLACE -> kept.batch() != batch;
            case AUTOMATIC ->
                slice.told.values().stream().anyMatch(told -> told.fresh != null)
                        && (kept.batch() == batch
                                ? kept.isMetMostly()
                                : BillAgreement.isRestated(connection, kept.version(), versions(slice)));
        };
    }

    private long number(String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        lines.close();
    }
}
