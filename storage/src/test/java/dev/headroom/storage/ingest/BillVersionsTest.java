package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.Restatement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillVersionsTest {
    private static final String HEADER = "BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,"
            + "ChargeCategory,ServiceName,BillingAccountId,ResourceId,InvoiceId";
    private static final Instant FIRST = Instant.parse("2024-10-03T08:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(10));

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private static String row(int day, int hour, String resource, String cost, String category, String invoice) {
        String start = String.format("2024-09-%02dT%02d:00:00Z", day, hour);
        String end = String.format("2024-09-%02dT%02d:59:59Z", day, hour);
        return String.join(",", cost, cost, "USD", start, end, category, "EC2", "payer", resource, invoice);
    }

    private static List<String> month(int days, String cost, String invoice) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int day = 1; day <= days; day++) {
            for (int hour = 0; hour < 3; hour++) {
                rows.add(row(day, hour, "i-1", cost, "Usage", invoice));
            }
        }
        return rows;
    }

    private FileReport load(Instant now, Redelivery redelivery, List<String> lines) throws Exception {
        Path file = desk.file("bill.csv", lines.toArray(String[]::new));
        return desk.workspace()
                .ingest()
                .with(redelivery)
                .importPaths(List.of(file), IngestProgress.none(), now)
                .files()
                .getFirst();
    }

    private FileReport load(Instant now, List<String> lines) throws Exception {
        return load(now, Redelivery.AUTOMATIC, lines);
    }

    private ChargeLedger charges() {
        return desk.workspace().charges();
    }

    private static BigDecimal usd(ChargeLedger ledger) {
        return ledger.totals(CostBasis.BILLED).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    @Test
    void aRestatedMonthReplacesTheVersionBeforeAndKeepsIt() throws Exception {
        load(FIRST, month(30, "1", ""));
        List<String> restated = month(30, "1", "");
        restated.set(1, row(1, 0, "i-1", "1.25", "Usage", ""));
        restated.add(row(30, 0, "", "-2", "Credit", ""));
        FileReport report = load(SECOND, restated);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(89);
        assertThat(report.notes())
                .containsExactly(
                        "Replaces the bill of 2024-09 of payer: 91 rows instead of 90, USD 88.25 instead of USD"
                                + " 90. The earlier version is kept.");
        assertThat(usd(charges())).isEqualByComparingTo("88.25");
        assertThat(charges().count()).isEqualTo(91);

        assertThat(usd(charges().asKnownOn(FIRST))).isEqualByComparingTo("90");
        assertThat(usd(charges().asKnownOn(FIRST.minusSeconds(1)))).isEqualByComparingTo("0");
        assertThat(usd(charges().asKnownOn(SECOND.minusMillis(1)))).isEqualByComparingTo("90");
        assertThat(usd(charges().asKnownOn(SECOND))).isEqualByComparingTo("88.25");

        assertThat(desk.workspace().bills().versions())
                .extracting(BillVersion::charges)
                .containsExactly(90L, 91L);
        Restatement change = desk.workspace().bills().restatements().getFirst();
        assertThat(desk.workspace().bills().restatements()).hasSize(1);
        assertThat(change.month()).isEqualTo(YearMonth.of(2024, 9));
        assertThat(change.known()).isEqualTo(SECOND);
        assertThat(change.before()).isEqualByComparingTo("90");
        assertThat(change.difference()).isEqualByComparingTo("-1.75");
        assertThat(change.changes().get(ChargeCategory.USAGE)).isEqualByComparingTo("0.25");
        assertThat(change.changes().get(ChargeCategory.CREDIT)).isEqualByComparingTo("-2");
        assertThat(change.rowsAfter() - change.rowsBefore()).isEqualTo(1);
    }

    @Test
    void aMonthThatOnlyGotItsInvoiceNumberIsTheSameMonth() throws Exception {
        load(FIRST, month(30, "1", ""));
        FileReport report = load(SECOND, month(30, "1", "INV-7"));
        assertThat(report.accepted()).isEqualTo(90);
        assertThat(usd(charges())).isEqualByComparingTo("90");
        assertThat(desk.workspace().bills().restatements()).isEmpty();
    }

    @Test
    void aMonthAtNewPricesReplacesTheOldOne() throws Exception {
        load(FIRST, month(30, "1", ""));
        load(SECOND, month(30, "0.9", ""));
        assertThat(usd(charges())).isEqualByComparingTo("81");
    }

    @Test
    void theMonthSoFarGrowsWithoutBeingCountedTwice() throws Exception {
        load(FIRST, month(10, "1", ""));
        FileReport grown = load(SECOND, month(20, "1", ""));
        assertThat(grown.accepted()).isEqualTo(30);
        assertThat(grown.duplicates()).isEqualTo(30);
        assertThat(grown.notes()).isEmpty();
        assertThat(usd(charges())).isEqualByComparingTo("60");
        FileReport older = load(SECOND.plusSeconds(60), month(10, "1", ""));
        assertThat(older.duplicates()).isEqualTo(30);
        assertThat(usd(charges())).isEqualByComparingTo("60");
    }

    @Test
    void anotherPartOfTheSameBillIsAdded() throws Exception {
        List<String> even = new ArrayList<>(List.of(HEADER));
        List<String> odd = new ArrayList<>(List.of(HEADER));
        for (int hour = 0; hour < 24; hour++) {
            (hour % 5 == 0 ? even : odd).add(row(7, hour, "i-1", "1." + hour, "Usage", ""));
        }
        load(FIRST, even);
        FileReport second = load(FIRST, odd);
        assertThat(second.notes()).isEmpty();
        assertThat(charges().count()).isEqualTo(24);
        load(SECOND, List.of(HEADER, row(7, 3, "i-2", "5", "Usage", "")));
        assertThat(charges().count()).isEqualTo(25);
        assertThat(desk.workspace().bills().restatements())
                .extracting(Restatement::difference)
                .singleElement()
                .satisfies(difference -> assertThat(difference).isEqualByComparingTo("5"));
    }

    @Test
    void theFilesOfOneImportAreParts() throws Exception {
        List<Path> files = List.of(
                desk.file("a.csv", HEADER, row(7, 1, "i-1", "3", "Usage", "")),
                desk.file("b.csv", HEADER, row(7, 1, "i-1", "5", "Usage", "")));
        desk.workspace().ingest().importPaths(files, IngestProgress.none(), FIRST);
        assertThat(usd(charges())).isEqualByComparingTo("8");
    }

    @Test
    void snapshotsOfTheMonthSoFarInOneImportAreOneBill() throws Exception {
        List<String> later = month(20, "1", "");
        later.set(2, row(1, 1, "i-1", "2", "Usage", ""));
        List<Path> files = List.of(
                desk.file("0910.csv", month(10, "1", "").toArray(String[]::new)),
                desk.file("0920.csv", later.toArray(String[]::new)));
        desk.workspace().ingest().importPaths(files, IngestProgress.none(), FIRST);
        assertThat(usd(charges())).isEqualByComparingTo("61");
    }

    @Test
    void aWholeBillReplacesWhateverWasKeptWhenThatIsSaid() throws Exception {
        load(FIRST, month(30, "1", ""));
        FileReport shorter = load(SECOND, Redelivery.REPLACE, month(29, "1", ""));
        assertThat(shorter.accepted()).isZero();
        assertThat(shorter.duplicates()).isEqualTo(87);
        assertThat(usd(charges())).isEqualByComparingTo("87");
        assertThat(usd(charges().asKnownOn(FIRST))).isEqualByComparingTo("90");
        load(SECOND.plusSeconds(1), Redelivery.ADD, month(30, "0.5", ""));
        assertThat(usd(charges())).isEqualByComparingTo("132");
    }

    @Test
    void loadsBeforeTheEndOfTheMonthAreNoRestatements() throws Exception {
        Instant during = Instant.parse("2024-09-11T00:00:00Z");
        load(during, month(10, "1", ""));
        load(during.plus(Duration.ofDays(10)), month(20, "1", ""));
        assertThat(desk.workspace().bills().restatements()).isEmpty();
    }
}
