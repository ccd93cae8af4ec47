package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scan must say exactly what reading row by row says.
final class BillScanTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,BillingAccountId,SubAccountId,ResourceId,Tags,"
            + "ConsumedQuantity,ConsumedUnit,x_Other";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private List<String> lines;

    @BeforeEach
    void write() {
        Random random = new Random(7);
        lines = new ArrayList<>(List.of(HEADER));
        String[] costs = {"0.1", "1.25", "-0.5", "0.000000000000000000000000123", "29684.780682464855373934184", "1E-7"
        };
        for (int i = 0; i < 3_000; i++) {
            int day = 1 + random.nextInt(9);
            int hour = random.nextInt(23);
            lines.add(costs[random.nextInt(costs.length)] + "," + (i % 5 == 0 ? "NULL" : "0.25") + ",,"
                    + (i % 50 == 0 ? "EUR" : "USD") + ",2024-09-0" + day + "T" + (10 + hour % 10) + ":00:00Z,2024-09-0"
                    + day + "T" + (11 + hour % 10) + ":00:00Z," + (i % 11 == 0 ? "Tax" : "Usage") + ",EC2,payer,acct"
                    + i % 3 + ",i-" + i % 20 + ",\"{\"\"team\"\": \"\"t" + i % 2 + "\"\"}\",0." + i % 7 + ",Hours,"
                    + i);
        }
    }

    private record Read(FileReport report, List<ChargeRecord> charges, List<Object> totals) {}

    private Read read(Path file, long scannedFrom, String name) throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve(name))) {
            FileReport report = workspace
                    .ingest()
                    .scanningFrom(scannedFrom)
                    .importPaths(List.of(file), IngestProgress.none(), Desk.NOW)
                    .files()
                    .getFirst();
            assertThat(workspace.verify().problems()).isEmpty();
            List<ChargeRecord> charges = new ArrayList<>();
            workspace.charges().forEach(charges::add);
            List<Object> totals = new ArrayList<>();
            for (CostBasis basis : CostBasis.values()) {
                workspace
                        .charges()
                        .totals(basis)
                        .forEach((currency, sum) -> totals.add(currency + " " + sum.stripTrailingZeros()));
                totals.add(workspace.charges().unknown(basis));
            }
            return new Read(report, charges, totals);
        }
    }

    private static void areSame(Read scanned, Read rows) {
        assertThat(scanned.report().error()).isEmpty();
        assertThat(scanned.totals()).isEqualTo(rows.totals());
        assertThat(scanned.report().rows()).isEqualTo(rows.report().rows());
        assertThat(scanned.report().accepted()).isEqualTo(rows.report().accepted());
        assertThat(scanned.report().first()).isEqualTo(rows.report().first());
        assertThat(scanned.report().last()).isEqualTo(rows.report().last());
        assertThat(scanned.report().rejects()).isEqualTo(rows.report().rejects());
        assertThat(scanned.report().findings())
                .extracting(finding -> finding.rule() + finding.column() + finding.rows())
                .containsExactlyInAnyOrderElementsOf(rows.report().findings().stream()
                        .map(finding -> finding.rule() + finding.column() + finding.rows())
                        .toList());
        assertThat(words(scanned.charges())).containsExactlyInAnyOrderElementsOf(words(rows.charges()));
    }

    private static List<String> words(List<ChargeRecord> charges) {
        return charges.stream()
                .map(charge -> charge.line() + " " + charge.start() + " " + charge.end() + " "
                        + charge.amounts().billed().stripTrailingZeros() + " "
                        + charge.quantity().map(quantity -> quantity.stripTrailingZeros()))
                .toList();
    }

    @Test
    void aScanSaysWhatReadingRowByRowSays() throws Exception {
        Path file = Files.write(folder.resolve("bill.csv.gz"), Desk.gzip(text()));
        areSame(read(file, 0, "scanned"), read(file, Long.MAX_VALUE, "rows"));
    }

    private byte[] text() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusedRowsAreNamedByLineAndTheRestIsKept() throws Exception {
        lines.set(1234, lines.get(1234).replace("2024-09-", "never-"));
        lines.set(2000, "abc" + lines.get(2000));
        Path file = Files.write(folder.resolve("bill.csv"), text());
        Read scanned = read(file, 0, "scanned");
        assertThat(scanned.report().rejects()).extracting(RejectedRow::line).containsExactly(1235L, 2001L);
        areSame(scanned, read(file, Long.MAX_VALUE, "rows"));
    }

    @Test
    void theSameRowsAreKnownWhicheverWayTheyWereRead() throws Exception {
        Path file = Files.write(folder.resolve("bill.csv"), text());
        List<String> more = new ArrayList<>(lines.subList(0, 2_000));
        more.add(lines.get(1).replace("i-0", "i-new"));
        Path part = Files.write(
                folder.resolve("part.csv"), (String.join("\n", more) + "\n").getBytes(StandardCharsets.UTF_8));
        for (long first : new long[] {0, Long.MAX_VALUE}) {
            String name = "w" + first;
            FileReport whole = read(file, first, name).report();
            assertThat(whole.accepted()).isEqualTo(3_000);
            assertThat(read(file, Long.MAX_VALUE - first, name).report().duplicates())
                    .isEqualTo(3_000);
            FileReport again = read(part, 0, name).report();
            assertThat(again.duplicates()).isEqualTo(1_999);
            assertThat(again.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aParquetFileIsTheSameBill() throws Exception {
        Path file = Files.write(folder.resolve("bill.csv"), text());
        Path parquet = folder.resolve("bill.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * REPLACE (CAST(ChargePeriodStart AS TIMESTAMP) AS ChargePeriodStart,"
                    + " CAST(ChargePeriodEnd AS TIMESTAMPTZ) AS ChargePeriodEnd, CAST(BilledCost AS DECIMAL(38, 27)) AS"
                    + " BilledCost, CAST(Tags::JSON AS MAP(VARCHAR, VARCHAR)) AS Tags) FROM read_csv('" + file
                    + "', all_varchar = true, nullstr = 'NULL')) TO '" + parquet + "' (FORMAT parquet)");
        }
        areSame(read(parquet, 0, "parquet"), read(file, Long.MAX_VALUE, "rows"));
    }

    private Path parquet(String name, List<String> rows) throws Exception {
        Path csv = Files.write(
                folder.resolve(name + ".csv"), (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
        Path parquet = folder.resolve(name + ".parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + csv + "', all_varchar = true, nullstr = 'NULL')) TO '"
                    + parquet + "' (FORMAT parquet)");
        }
        return parquet;
    }

    @Test
    void aParquetFileWhoseGroupsAreKeptInPartIsReadRowByRow() throws Exception {
        assertThat(read(parquet("part", lines.subList(0, 1_500)), 0, "both")
                        .report()
                        .accepted())
                .isEqualTo(1_499);
        FileReport whole = read(parquet("whole", lines), 0, "both").report();
        assertThat(whole.error()).isEmpty();
        assertThat(whole.duplicates()).isEqualTo(1_499);
        assertThat(whole.accepted()).isEqualTo(1_501);
    }

    @Test
    void refusedRowsOfAParquetFileAreNamedByTheirNumber() throws Exception {
        lines.set(2_000, "abc" + lines.get(2_000));
        FileReport report = read(parquet("bill", lines), 0, "refused").report();
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(2_000L);
        assertThat(report.accepted()).isEqualTo(2_999);
    }

    @Test
    void amountsThatOnlyTheDatabaseWouldTakeAreRefused() throws Exception {
        lines.set(7, "1_000" + lines.get(7).substring(lines.get(7).indexOf(',')));
        Path file = Files.write(folder.resolve("bill.csv"), text());
        areSame(read(file, 0, "scanned"), read(file, Long.MAX_VALUE, "rows"));
    }

    @Test
    void aDamagedParquetFileIsRefused() throws Exception {
        Path file =
                Files.write(folder.resolve("bill.parquet"), "PAR1 and nothing more".getBytes(StandardCharsets.UTF_8));
        FileReport report = read(file, 0, "scanned").report();
        assertThat(report.error().orElseThrow().message()).contains("incomplete or damaged");
    }

    @Test
    void nothingStaysBehindWhenRowsAreIrregular() throws Exception {
        lines.set(2_500, lines.get(2_500) + ",too,many");
        Path file = Files.write(folder.resolve("bill.csv"), text());
        Read scanned = read(file, 0, "scanned");
        assertThat(scanned.report().rejects()).extracting(RejectedRow::line).containsExactly(2501L);
        areSame(scanned, read(file, Long.MAX_VALUE, "rows"));
    }
}
