package dev.headroom.storage.source.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.storage.source.GroupColumns;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableScanTest {
    private static final List<String> HEADER = List.of("cost", "start", "resource", "note");
    private static final GroupColumns COLUMNS = new GroupColumns(List.of(0), List.of(1), List.of(2));
    private static final int RESOURCES = 200;
    private static final int HOURS = 72;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// Hours of resources; one resource has an amount that is no number.
    private ScannedFile file() throws Exception {
        StringBuilder text = new StringBuilder(String.join(",", HEADER)).append('\n');
        for (int hour = 0; hour < HOURS; hour++) {
            for (int resource = 0; resource < RESOURCES; resource++) {
                text.append(resource == 7 ? "abc" : "0." + (hour + 1))
                        .append(String.format(
                                Locale.ROOT,
                                ",2026-03-%02dT%02d:00:00Z,r-%d,n%d%n",
                                1 + hour / 24,
                                hour % 24,
                                resource,
                                hour));
            }
        }
        return new ScannedFile.Delimited(Files.writeString(folder.resolve("bill.csv"), text), ',', false);
    }

    private static TableScan.Watch watch(List<Double> seen) {
        return new TableScan.Watch() {
            @Override
            public void advanced(double fraction) {
                seen.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private List<SourceRow> rows(long groupsAtOnce) throws Exception {
        List<SourceRow> rows = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        ScanQuery query = new ScanQuery(HEADER, COLUMNS, TableScan.Grain.GROUPS);
        RowSource.Taker taker = new RowSource.Taker() {
            @Override
            public void row(SourceRow row) {
                rows.add(row);
            }

            @Override
            public void refused(long line, RowRefusedException why) {
                throw new AssertionError(why);
            }
        };
        try (TableScan scan = TableScan.open(file(), query, groupsAtOnce, watch(seen))) {
            while (scan.next(taker)) {
                assertThat(rows.getLast().rows()).isBetween(1L, 24L);
            }
        }
        assertThat(seen).isSorted().allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
        return rows;
    }

    private static String text(SourceRow row) {
        long[] hashes = row.hashes();
        Arrays.sort(hashes);
        return row.text(0) + "|" + row.text(1) + "|" + row.latest() + "|" + row.text(2) + "|" + row.text(3) + "|"
                + Arrays.toString(hashes);
    }

    @Test
    void groupsAreTheSameInOnePartAndInSeveral() throws Exception {
        List<String> whole = rows(1_000_000).stream().map(TableScanTest::text).toList();
        assertThat(whole).hasSize(3 * RESOURCES).doesNotHaveDuplicates();
        assertThat(whole)
                .anyMatch(text -> text.startsWith("7.05|2026-03-01T00:00:00Z|2026-03-01T23:00:00Z|r-1||"))
                .filteredOn(text -> text.startsWith("abc|"))
                .hasSize(3);
        assertThat(rows(50).stream().map(TableScanTest::text)).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void groupsThatAgreeInAllTextsFollowEachOther() throws Exception {
        Set<String> ended = new HashSet<>();
        String last = "";
        for (SourceRow row : rows(50)) {
            if (!row.text(2).equals(last)) {
                assertThat(ended.add(row.text(2))).as(row.text(2)).isTrue();
                last = row.text(2);
            }
        }
        assertThat(ended).hasSize(RESOURCES);
    }
}
