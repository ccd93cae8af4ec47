package dev.headroom.storage.source.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.TableColumn;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the statements say to Athena, and that what the readers make of their sums is what they make of the
/// rows.
class BillQueryTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalAthena athena;

    @SuppressWarnings("NullAway.Init")
    private BillLines lines;

    @BeforeEach
    void open() throws Exception {
        athena = new LocalAthena();
        lines = new BillLines(athena);
    }

    @AfterEach
    void close() throws Exception {
        athena.close();
    }

    private BillTable table(String name) throws Exception {
        return BillTable.of(TableName.of("billing." + name).orElseThrow(), athena.columns(name));
    }

    private static void assertParses(String sql) {
        assertThat(new SqlParser().createStatement(sql)).isInstanceOf(Query.class);
    }

    @Test
    void theSumsOfEveryLineItemTypeReadLikeTheRows() throws Exception {
        athena.run("CREATE TABLE billing.cur2 (" + BillLines.CUR
                + ", resource_tags MAP(VARCHAR, VARCHAR), billing_period VARCHAR)");
        lines.everyType("cur2");
        athena.run("UPDATE billing.cur2 SET billing_period = '2026-03', resource_tags = MAP {'user_team': 'shop'}");
        lines.line("cur2", 3, 0, "Usage", "RunInstances", "", BillLines.cost("1000", "'2026-02' AS billing_period"));
        Path raw = athena.csv(
                "SELECT * REPLACE (json_format(CAST(resource_tags AS JSON)) AS resource_tags) FROM billing.cur2 WHERE"
                        + " billing_period = '2026-03'",
                folder.resolve("raw.csv"));
        String sql = BillQuery.of(table("cur2"), MARCH);
        assertParses(sql);
        ImportedBill rows = ImportedBill.of(folder, raw);
        ImportedBill sums = ImportedBill.of(folder, athena.csv(sql, folder.resolve("sums.csv")));
        assertThat(rows.report().rejects()).isEmpty();
        assertThat(sums.report().rejects()).isEmpty();
        assertThat(rows.report().rows()).isEqualTo(68);
        assertThat(sums.report().rows()).isEqualTo(34);
        assertThat(sums.report().format().code()).isEqualTo("cur-2.0");
        assertThat(sums.byLineAndDay()).isEqualTo(rows.byLineAndDay());
        // an hour: 0.1 + 0.125 + 0.025 unused + 0.035 + 1 + 0.5 + 29 + 2 - 1 - 0.5 - 0.25, four of them
        assertThat(sums.totals().get(CostBasis.EFFECTIVE)).isEqualByComparingTo("124.14");
        // 0.1 + 0.15 + 100 + 5 + 5 + 200 + 29 + 2 - 1 - 0.5 - 0.25 - 90 + 0.5 an hour
        assertThat(sums.totals().get(CostBasis.BILLED)).isEqualByComparingTo("1000");
        assertThat(sums.charges().getFirst().line().tags()).containsEntry("team", "shop");
    }

    @Test
    void legacyTablesAreCutByYearAndMonthAndKeepTheirTagColumns() throws Exception {
        athena.run("CREATE TABLE billing.cur (" + BillLines.CUR + ", line_item_net_unblended_cost DOUBLE,"
                + " resource_tags_user_team VARCHAR, cost_category_division VARCHAR, year VARCHAR, month VARCHAR)");
        lines.everyType("cur");
        athena.run("UPDATE billing.cur SET year = '2026', month = '3', resource_tags_user_team = 'shop',"
                + " cost_category_division = 'Retail', line_item_net_unblended_cost = line_item_unblended_cost * 0.5"
                + " WHERE line_item_line_item_type <> 'EdpDiscount'");
        athena.run("UPDATE billing.cur SET year = '2026', month = '3'");
        String sql = BillQuery.of(table("cur"), MARCH);
        assertParses(sql);
        assertThat(sql).contains("\"year\" = '2026' AND \"month\" IN ('3', '03')");
        ImportedBill sums = ImportedBill.of(folder, athena.csv(sql, folder.resolve("sums.csv")));
        ImportedBill rows = ImportedBill.of(folder, athena.csv("SELECT * FROM billing.cur", folder.resolve("raw.csv")));
        assertThat(sums.report().format().code()).isEqualTo("cur-legacy");
        assertThat(sums.byLineAndDay()).isEqualTo(rows.byLineAndDay());
        assertThat(sums.charges())
                .anySatisfy(charge -> assertThat(charge.line().tags())
                        .isEqualTo(Map.of("team", "shop", "cost_category:division", "Retail")));
        assertThat(sums.report().notes()).anyMatch(note -> note.contains("net columns"));
    }

    @Test
    void focusTablesGiveTheColumnsOfTheSpecification() throws Exception {
        athena.run(
                "CREATE TABLE billing.focus (billedcost DOUBLE, effectivecost DOUBLE, listcost DOUBLE, contractedcost"
                        + " DOUBLE, billingcurrency VARCHAR, billingaccountid VARCHAR, billingperiodstart TIMESTAMP,"
                        + " billingperiodend TIMESTAMP, chargeperiodstart TIMESTAMP, chargeperiodend TIMESTAMP, chargecategory"
                        + " VARCHAR, providername VARCHAR, servicename VARCHAR, resourceid VARCHAR, tags MAP(VARCHAR, VARCHAR))");
        for (int hour = 0; hour < 24; hour++) {
            athena.run("INSERT INTO billing.focus VALUES (0.1, 0.08, 0.12, 0.1, 'USD', '1', TIMESTAMP '2026-03-01',"
                    + " TIMESTAMP '2026-04-01', TIMESTAMP '2026-03-07' + INTERVAL " + hour + " HOUR, TIMESTAMP"
                    + " '2026-03-07' + INTERVAL " + (hour + 1)
                    + " HOUR, 'Usage', 'AWS', 'Amazon EC2', 'i-1', MAP {'team': 'shop'})");
        }
        athena.run("INSERT INTO billing.focus SELECT * REPLACE (TIMESTAMP '2026-02-01' AS billingperiodstart) FROM"
                + " billing.focus");
        BillTable table = table("focus");
        assertThat(table.kind()).isEqualTo(BillKind.FOCUS);
        String sql = BillQuery.of(table, MARCH);
        assertParses(sql);
        assertThat(sql)
                .contains("\"billingperiodstart\" >= TIMESTAMP '2026-03-01 00:00:00' AND \"billingperiodstart\" <"
                        + " TIMESTAMP '2026-04-01 00:00:00'");
        ImportedBill sums = ImportedBill.of(folder, athena.csv(sql, folder.resolve("sums.csv")));
        assertThat(sums.report().format().code()).startsWith("focus");
        assertThat(sums.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.amounts().billed()).isEqualByComparingTo("2.4");
            assertThat(charge.amounts().effective().orElseThrow()).isEqualByComparingTo("1.92");
            assertThat(charge.start()).isEqualTo("2026-03-07T00:00:00Z");
            assertThat(charge.end()).isEqualTo("2026-03-08T00:00:00Z");
            assertThat(charge.line().tags()).isEqualTo(Map.of("team", "shop"));
        });
        assertThat(sums.report().findings()).noneMatch(finding -> finding.rule().equals("column-name"));
    }

    @Test
    void tablesOfTextAreReadToo() throws Exception {
        athena.run("CREATE TABLE billing.text (" + BillLines.CUR.replaceAll("DOUBLE|TIMESTAMP", "VARCHAR") + ")");
        String stamp = "'2026-03-0%dT%02d:00:00Z'";
        for (int hour = 0; hour < 3; hour++) {
            athena.run("INSERT INTO billing.text BY NAME SELECT 'Usage' AS line_item_line_item_type, 'USD' AS"
                    + " line_item_currency_code, '2026-03-01T00:00:00.000Z' AS bill_billing_period_start_date, "
                    + stamp.formatted(4, hour) + " AS line_item_usage_start_date, " + stamp.formatted(4, hour + 1)
                    + " AS line_item_usage_end_date, '0.1' AS line_item_unblended_cost, '' AS"
                    + " pricing_public_on_demand_cost");
        }
        String sql = BillQuery.of(table("text"), MARCH);
        assertParses(sql);
        assertThat(ImportedBill.of(folder, athena.csv(sql, folder.resolve("sums.csv")))
                        .charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.amounts().billed()).isEqualByComparingTo("0.3");
                    assertThat(charge.amounts().list()).isEmpty();
                });
    }

    @Test
    void partitionsOfNumbersAndDatesAreComparedAsSuch() throws Exception {
        List<TableColumn> bill = new ArrayList<>(List.of(
                new TableColumn("line_item_line_item_type", "string"),
                new TableColumn("line_item_unblended_cost", "double"),
                new TableColumn("line_item_currency_code", "string"),
                new TableColumn("line_item_usage_start_date", "timestamp"),
                new TableColumn("line_item_usage_end_date", "timestamp"),
                new TableColumn("product", "map<string,string>")));
        TableName name = TableName.of("aws-catalog.billing.cur").orElseThrow();
        List<TableColumn> numbers = new ArrayList<>(bill);
        numbers.add(new TableColumn("year", "int"));
        numbers.add(new TableColumn("month", "int"));
        String sql = BillQuery.of(BillTable.of(name, numbers), MARCH);
        assertParses(sql);
        assertThat(sql)
                .contains("\"year\" = 2026 AND \"month\" = 3", "FROM \"aws-catalog\".\"billing\".\"cur\"")
                .contains("element_at(\"product\", 'region') AS \"product_region\"");
        bill.add(new TableColumn("billing_period", "date"));
        String dates = BillQuery.of(BillTable.of(name, bill), YearMonth.of(2026, 12));
        assertParses(dates);
        assertThat(dates)
                .contains("\"billing_period\" >= DATE '2026-12-01' AND \"billing_period\" < DATE '2027-01-01'");
        assertParses(BillQuery.columnsOf(name));
    }

    @Test
    void aTableThatIsNoBillIsRefusedWithWhatItLacks() {
        TableName name = TableName.of("billing.other").orElseThrow();
        assertRefused(() -> BillTable.of(name, List.of(new TableColumn("a", "string"))), "is no bill");
        assertRefused(
                () -> BillTable.of(name, List.of(new TableColumn("line_item_unblended_cost", "double"))),
                "lacks line_item_line_item_type");
        List<TableColumn> focus = Stream.of("BilledCost", "ChargeCategory", "ChargePeriodStart", "ChargePeriodEnd")
                .map(column -> new TableColumn(column, "string"))
                .toList();
        assertRefused(() -> BillTable.of(name, focus), "no column that says the billing period");
    }

    private static void assertRefused(ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsFailureException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("HR-4024"))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cur2",
                "billing.",
                ".cur2",
                "billing.cur2; DROP TABLE x",
                "billing.\"cur2\"",
                "billing.cur'2",
                "billing.cur2 --",
                "a.b.c.d",
                "billing.cur\n2",
                ""
            })
    void whatIsNoNameOfATableIsRefused(String text) {
        assertThat(TableName.of(text)).isEmpty();
    }

    @Test
    void namesOfColumnsAreQuoted() throws Exception {
        List<TableColumn> columns = new ArrayList<>(athena.columns("none"));
        columns.add(new TableColumn("line_item_line_item_type", "string"));
        columns.add(new TableColumn("line_item_unblended_cost", "double"));
        columns.add(new TableColumn("line_item_currency_code", "string"));
        columns.add(new TableColumn("line_item_usage_start_date", "timestamp"));
        columns.add(new TableColumn("line_item_usage_end_date", "timestamp"));
        columns.add(new TableColumn("billing_period", "string"));
        columns.add(new TableColumn("resource_tags_user_a\" FROM x --", "string"));
        String sql = BillQuery.of(BillTable.of(TableName.of("billing.cur").orElseThrow(), columns), MARCH);
        assertParses(sql);
        assertThat(sql).contains("\"resource_tags_user_a\"\" FROM x --\"");
    }
}
