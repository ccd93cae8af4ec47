package dev.headroom.storage.source.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The statements for Athena, run by Trino on lines of every type: what is read of its result is what is read of
/// the rows, and what hand arithmetic says.
class TrinoBillsTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    private Path folder;

    private LocalAthena rows;
    private EmbeddedTrino trino;

    @BeforeEach
    void open() throws Exception {
        rows = new LocalAthena();
        trino = new EmbeddedTrino();
    }

    @AfterEach
    void close() throws Exception {
        trino.close();
        rows.close();
    }

    private String query(String table) throws Exception {
        trino.copy(rows, table);
        return BillQuery.of(BillTable.of(TableName.of("billing." + table).orElseThrow(), rows.columns(table)), MARCH);
    }

    @Test
    void ofReportsWithMapsTheAmortisedCostIsThatOfTheRows() throws Exception {
        rows.run("CREATE TABLE billing.cur2 (" + BillLines.CUR
                + ", resource_tags MAP(VARCHAR, VARCHAR), billing_period VARCHAR)");
        new BillLines(rows).everyType("cur2");
        rows.run("UPDATE billing.cur2 SET billing_period = '2026-03', resource_tags = MAP {'user_team': 'shop'}");
        ImportedBill sums = ImportedBill.of(folder, trino.csv(query("cur2"), folder.resolve("sums.csv")));
        ImportedBill lines = ImportedBill.of(
                folder,
                rows.csv(
                        "SELECT * REPLACE (json_format(CAST(resource_tags AS JSON)) AS resource_tags) FROM"
                                + " billing.cur2",
                        folder.resolve("raw.csv")));
        assertThat(sums.report().rejects()).isEmpty();
        assertThat(sums.report().rows()).isEqualTo(34);
        assertThat(sums.byLineAndDay()).isEqualTo(lines.byLineAndDay());
        assertThat(sums.totals().get(CostBasis.EFFECTIVE)).isEqualByComparingTo("124.14");
        assertThat(sums.totals().get(CostBasis.BILLED)).isEqualByComparingTo("1000");
        assertThat(sums.charges().getFirst().line().tags()).containsEntry("team", "shop");
    }

    @Test
    void ofLegacyReportsTheAmortisedCostIsThatOfTheRows() throws Exception {
        rows.run("CREATE TABLE billing.cur (" + BillLines.CUR
                + ", resource_tags_user_team VARCHAR, year VARCHAR, month VARCHAR)");
        new BillLines(rows).everyType("cur");
        rows.run("UPDATE billing.cur SET year = '2026', month = '3', resource_tags_user_team = 'shop'");
        ImportedBill sums = ImportedBill.of(folder, trino.csv(query("cur"), folder.resolve("sums.csv")));
        ImportedBill lines =
                ImportedBill.of(folder, rows.csv("SELECT * FROM billing.cur", folder.resolve("raw.csv")));
        assertThat(sums.byLineAndDay()).isEqualTo(lines.byLineAndDay());
        assertThat(sums.totals().get(CostBasis.EFFECTIVE)).isEqualByComparingTo("124.14");
    }

    @Test
    void ofFocusTheAmountsAreThoseOfTheRows() throws Exception {
        rows.run("CREATE TABLE billing.focus (billedcost DOUBLE, effectivecost DOUBLE, listcost DOUBLE, contractedcost"
                + " DOUBLE, billingcurrency VARCHAR, billingaccountid VARCHAR, billingperiodstart TIMESTAMP,"
                + " billingperiodend TIMESTAMP, chargeperiodstart TIMESTAMP, chargeperiodend TIMESTAMP, chargecategory"
                + " VARCHAR, providername VARCHAR, servicename VARCHAR, resourceid VARCHAR, tags MAP(VARCHAR, VARCHAR))");
        for (int hour = 0; hour < 24; hour++) {
            rows.run("INSERT INTO billing.focus VALUES (0.1, 0.08, 0.12, 0.1, 'USD', '1', TIMESTAMP '2026-03-01',"
                    + " TIMESTAMP '2026-04-01', TIMESTAMP '2026-03-07' + INTERVAL " + hour + " HOUR, TIMESTAMP"
                    + " '2026-03-07' + INTERVAL " + (hour + 1)
                    + " HOUR, 'Usage', 'AWS', 'Amazon EC2', 'i-1', MAP {'team': 'shop'})");
        }
        ImportedBill sums = ImportedBill.of(folder, trino.csv(query("focus"), folder.resolve("sums.csv")));
        assertThat(sums.report().rejects()).isEmpty();
        assertThat(sums.totals().get(CostBasis.BILLED)).isEqualByComparingTo("2.4");
        assertThat(sums.totals().get(CostBasis.EFFECTIVE)).isEqualByComparingTo("1.92");
        assertThat(sums.charges())
                .allSatisfy(charge -> assertThat(charge.line().tags()).containsEntry("team", "shop"));
    }
}
