package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.storage.ingest.IngestStore.BillRows;
import dev.headroom.storage.ingest.Redelivery;
import dev.headroom.storage.source.BillDataset;
import java.math.BigDecimal;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The bill rows of one file on their way into the cache: which are new, which were kept before, and which
/// kept versions of bills the file replaces.
///
/// A bill is one month of one billing account as one kind of bill tells it ([BillDataset]). Rows that a version which
/// holds has already are not kept
/// again. When the file has new rows, and a version has rows that the file lacks, the file is either a
/// *restatement*, which replaces that version, or *another part* of the same bill, which is added to it. It is
/// a restatement when at least half of the days of lines in the version are in the file, too, with the same
/// number of rows or the same billed sum. Files of one import are mostly parts of one delivery: there one
/// replaces another only when it repeats at least half of its rows.
final class BillImport implements AutoCloseable {
    private static final int MOST_CELLS = 300_000;
    private static final int PARTS = 1_000_000;
    private final Connection connection;
    private final long file;
    private final long batch;
    private final long loadedAt;
    private final Redelivery redelivery;
    private final Files files;
    private final ChargeLines lines;
    private final Map<Bill, Slice> slices = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    /// The bills of which this file is the first of its import.
    private final Set<BillKey> begun = new TreeSet<>();
    private long versions;
    private int cells;

    /// @param redelivery what to do with bills that are kept already
    /// @param files whether the file is the whole delivery
    BillImport(Connection connection, long file, Redelivery redelivery, Files files) throws SQLException {
        this.files = files;
        this.connection = connection;
        this.file = file;
        this.redelivery = redelivery;
        lines = new ChargeLines(connection);
        versions = number("SELECT COALESCE(MAX(id), 0) FROM bill_version");
        batch = number("SELECT batch FROM batch_file WHERE id = " + file);
        loadedAt = number("SELECT loaded_at FROM batch WHERE number = " + batch);
    }

    /// How many files a delivery has.
    enum Files {
        ONE,
        SEVERAL
    }

    private record Bill(String provider, String account, YearMonth month, BillDataset dataset) {
        String words() {
            String whose = account.isEmpty() ? provider : provider + " " + account;
            return month + (whose.isBlank() ? "" : " of " + whose.strip());
        }

        BillKey key() {
            return BillKey.of(provider, account, monthNumber(month));
        }
    }

    private static final class Slice {
        private final List<KeptBill> kept;
        private @Nullable BillContent fresh;

        Slice(List<KeptBill> kept) {
            this.kept = kept;
        }

        /// Everything that the file says of this bill.
        Stream<BillContent> contents() {
            return Stream.concat(
                    Stream.ofNullable(fresh),
                    kept.stream().map(KeptBill::again).filter(Objects::nonNull).map(Objects::requireNonNull));
        }
    }

    /// Takes a charge that is the sum of the rows with these hashes.
    BillRows add(BillDataset dataset, ChargeRecord charge, long... hashes) throws SQLException {
        Bill bill = new Bill(charge.line().provider(), charge.line().billingAccount(), charge.billingMonth(), dataset);
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
                BillContent again = kept.again();
                if (again == null) {
                    again = new BillContent(++versions);
                    kept.again(again);
                }
                count(again.add(charge, hashes));
                return BillRows.KEPT_BEFORE;
            }
            if (met > 0 || hashes.length > 1 && meetsAny(kept, hashes)) {
                return BillRows.MIXED;
            }
        }
        BillContent fresh = slice.fresh;
        if (fresh == null) {
            fresh = new BillContent(++versions);
            slice.fresh = fresh;
        }
        count(fresh.add(charge, hashes));
        return BillRows.ADDED;
    }

    /// What is kept of a bill. Where both exports of Azure were kept together, their rows go on being so, until a
    /// file is said to be the whole bill, which then replaces both.
    private Slice slice(Bill bill) throws SQLException {
        if (!bill.dataset().isAzureExport()) {
            return new Slice(kept(bill));
        }
        Bill mixed = new Bill(bill.provider(), bill.account(), bill.month(), BillDataset.AZURE_MIXED);
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

    private void flush() throws SQLException {
        for (Slice slice : slices.values()) {
            for (BillContent content : slice.contents().toList()) {
                content.flush(connection, lines);
            }
        }
        cells = 0;
    }

    private List<KeptBill> kept(Bill bill) throws SQLException {
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

    /// Decides, after the last row, what becomes of every bill in the file, and writes it.
    ///
    /// @return what was replaced and what does not count, one sentence a bill
    List<String> settle() throws SQLException {
        flush();
        Set<Slice> settled = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<Bill, Slice> entry : slices.entrySet()) {
            if (settled.add(entry.getValue())) {
                settle(entry.getKey(), entry.getValue());
            }
        }
        said.addAll(BillNotes.contests(connection, begun));
        slices.clear();
        return said;
    }

    private void settle(Bill bill, Slice slice) throws SQLException {
        List<KeptBill> replaced = new ArrayList<>();
        for (KeptBill kept : slice.kept) {
            if (isReplaced(kept, slice)) {
                replaced.add(kept);
            }
        }
        BillContent fresh = slice.fresh;
        if (fresh == null) {
            if (replaced.isEmpty()) {
                slice.kept.forEach(kept -> discard(kept.again()));
                return;
            }
            fresh = new BillContent(++versions);
        }
        long added = fresh.charges();
        long charges = added;
        for (KeptBill kept : slice.kept) {
            BillContent again = kept.again();
            if (again != null && replaced.contains(kept)) {
                merge(again, fresh);
                charges += again.charges();
            } else {
                discard(again);
            }
        }
        fresh.rows().write(connection, fresh.version());
        insert(fresh.version(), bill, charges, added);
        if (slice.kept.stream().noneMatch(kept -> kept.batch() == batch)) {
            begun.add(bill.key());
        }
        if (!replaced.isEmpty()) {
            replace(bill, replaced, fresh.version(), charges);
        } else if (!slice.kept.isEmpty()) {
            inOtherCurrency(bill, slice.kept, billed(fresh.version()).keySet());
        }
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
                slice.fresh != null
                        && (kept.batch() == batch
                                ? kept.isMetMostly()
                                : BillAgreement.isRestated(connection, kept.version(), versions(slice)));
        };
    }

    private void merge(BillContent again, BillContent fresh) throws SQLException {
        execute("UPDATE charge_block SET part = part + " + PARTS + " + " + again.version() + ", version = "
                + fresh.version() + " WHERE version = " + again.version());
        DailySums.merge(connection, again.version(), fresh.version());
        fresh.rows().addAll(again.rows());
    }

    private void discard(@Nullable BillContent content) {
        if (content != null) {
            try {
                execute("DELETE FROM charge_block WHERE version = " + content.version());
                execute("DELETE FROM daily_sum WHERE version = " + content.version());
            } catch (SQLException failure) {
                throw Database.translate(failure);
            }
        }
    }

    private void insert(long version, Bill bill, long charges, long added) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bill_version(id, file, provider,"
                + " billing_account, billing_month, charges, added, loaded_at, dataset) VALUES(?,?,?,?,?,?,?,?,?)")) {
            insert.setLong(1, version);
            insert.setLong(2, file);
            insert.setString(3, bill.provider());
            insert.setString(4, bill.account());
            insert.setInt(5, monthNumber(bill.month()));
            insert.setLong(6, charges);
            insert.setLong(7, added);
            insert.setLong(8, loadedAt);
            insert.setString(9, bill.dataset().code());
            insert.executeUpdate();
        }
    }

    private void replace(Bill bill, List<KeptBill> replaced, long by, long charges) throws SQLException {
        long before = 0;
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (KeptBill kept : replaced) {
            execute("UPDATE bill_version SET replaced_at = " + loadedAt + ", replaced_by = " + by + " WHERE id = "
                    + kept.version());
            before += kept.charges();
            billed(kept.version()).forEach((currency, sum) -> sums.merge(currency, sum, BigDecimal::add));
        }
        said.add(
                switch (files) {
                    case ONE ->
                        "Replaces the bill of " + bill.words() + ": " + charges + " rows instead of " + before + ", "
                                + words(billed(by)) + " instead of " + words(sums) + ". The earlier version is kept.";
                    case SEVERAL ->
                        "Replaces, with the other files of its delivery, the bill of " + bill.words() + ", which had "
                                + before + " rows and " + words(sums) + ". The earlier version is kept.";
                });
    }

    /// The same bill in another currency cannot be told from another part of it.
    private void inOtherCurrency(Bill bill, List<KeptBill> kept, Set<String> now) throws SQLException {
        Set<String> before = new TreeSet<>();
        for (KeptBill one : kept) {
            before.addAll(billed(one.version()).keySet());
        }
        if (!before.isEmpty() && Collections.disjoint(before, now)) {
            said.add("The bill of " + bill.words() + " was kept in " + String.join(", ", before)
                    + " and is now also in "
                    + String.join(", ", now) + "; both count, each in its currency. If this is the same bill in another"
                    + " currency, import it with --bills replace.");
        }
    }

    private static String words(Map<String, BigDecimal> sums) {
        return sums.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        sums.entrySet().stream()
                                .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                                .toList());
    }

    private Map<String, BigDecimal> billed(long version) throws SQLException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT currency, billed FROM daily_sum WHERE grouped_by = 'TOTAL' AND version = " + version)) {
            while (row.next()) {
                sums.merge(row.getString(1), new BigDecimal(row.getString(2)), BigDecimal::add);
            }
        }
        return sums;
    }

    private void execute(String statement) throws SQLException {
        try (Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
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
