package dev.headroom.storage.source.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestProgress;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.TableColumn;
import dev.headroom.storage.workspace.Workspace;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private static final Instant NOW = Instant.parse("2026-04-20T00:00:00Z");
    private static final String CUR = """
            bill_payer_account_id VARCHAR, bill_invoice_id VARCHAR, bill_billing_period_start_date TIMESTAMP,
            line_item_usage_account_id VARCHAR, line_item_line_item_type VARCHAR, line_item_product_code VARCHAR,
            line_item_operation VARCHAR, line_item_usage_type VARCHAR, line_item_resource_id VARCHAR,
            line_item_line_item_description VARCHAR, line_item_currency_code VARCHAR, product_region_code VARCHAR,
            pricing_unit VARCHAR, line_item_usage_start_date TIMESTAMP, line_item_usage_end_date TIMESTAMP,
            line_item_usage_amount DOUBLE, line_item_unblended_cost DOUBLE, pricing_public_on_demand_cost DOUBLE,
            savings_plan_savings_plan_a_r_n VARCHAR, savings_plan_savings_plan_effective_cost DOUBLE,
            savings_plan_total_commitment_to_date DOUBLE, savings_plan_used_commitment DOUBLE,
            reservation_reservation_a_r_n VARCHAR, reservation_effective_cost DOUBLE,
            reservation_unused_amortized_upfront_fee_for_billing_period DOUBLE,
            reservation_unused_recurring_fee DOUBLE""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalAthena athena;

    @BeforeEach
    void open() throws Exception {
        athena = new LocalAthena();
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

    /// One line at an hour of a day of March.
    private void line(
            String table, int day, int hour, String type, String operation, String description, String amounts)
            throws Exception {
        String start = "TIMESTAMP '2026-03-%02d %02d:00:00'".formatted(day, hour);
        athena.run("INSERT INTO billing." + table + " BY NAME SELECT '111122223333' AS bill_payer_account_id, 'inv' AS"
                + " bill_invoice_id, TIMESTAMP '2026-03-01' AS bill_billing_period_start_date, '444455556666' AS"
                + " line_item_usage_account_id, '" + type + "' AS line_item_line_item_type, 'AmazonEC2' AS"
                + " line_item_product_code, '" + operation + "' AS line_item_operation, 'BoxUsage' AS"
                + " line_item_usage_type, '" + description + "' AS line_item_line_item_description, 'USD' AS"
                + " line_item_currency_code, 'eu-central-1' AS product_region_code, 'Hrs' AS pricing_unit, " + start
                + " AS line_item_usage_start_date, " + start
                + " + INTERVAL 1 HOUR AS line_item_usage_end_date, 1 AS line_item_usage_amount, " + amounts);
    }

    private static String cost(String unblended, String rest) {
        return unblended + " AS line_item_unblended_cost" + (rest.isEmpty() ? "" : ", " + rest);
    }

    /// Each type of line in two hours of two days.
    private void everyType(String table) throws Exception {
        String plan = "'sp' AS savings_plan_savings_plan_a_r_n";
        String reservation = "'ri' AS reservation_reservation_a_r_n";
        for (int day = 1; day <= 2; day++) {
            for (int hour = 5; hour <= 6; hour++) {
                line(
                        table,
                        day,
                        hour,
                        "Usage",
                        "RunInstances",
                        "",
                        cost("0.1", "0.1 AS pricing_public_on_demand_cost"));
                line(
                        table,
                        day,
                        hour,
                        "SavingsPlanCoveredUsage",
                        "",
                        "",
                        cost(
                                "0.2",
                                plan
                                        + ", 0.125 AS savings_plan_savings_plan_effective_cost, 0.2 AS pricing_public_on_demand_cost"));
                line(
                        table,
                        day,
                        hour,
                        "SavingsPlanNegation",
                        "",
                        "",
                        cost("-0.2", plan + ", 0.2 AS pricing_public_on_demand_cost"));
                line(
                        table,
                        day,
                        hour,
                        "SavingsPlanRecurringFee",
                        "",
                        "",
                        cost(
                                "0.15",
                                plan
                                        + ", 0.15 AS savings_plan_total_commitment_to_date, 0.125 AS savings_plan_used_commitment"));
                line(table, day, hour, "SavingsPlanUpfrontFee", "", "", cost("100", plan));
                line(
                        table,
                        day,
                        hour,
                        "DiscountedUsage",
                        "",
                        "",
                        cost("0", reservation + ", 0.035 AS reservation_effective_cost"));
                line(
                        table,
                        day,
                        hour,
                        "RIFee",
                        "",
                        "",
                        cost(
                                "5",
                                reservation
                                        + ", 0.25 AS reservation_unused_amortized_upfront_fee_for_billing_period, 0.75 AS"
                                        + " reservation_unused_recurring_fee"));
                line(
                        table,
                        day,
                        hour,
                        "RIFee",
                        "",
                        "",
                        cost("5", reservation + ", 0.5 AS reservation_unused_recurring_fee"));
                line(table, day, hour, "Fee", "", "", cost("200", reservation));
                line(table, day, hour, "Fee", "", "Support", cost("29", ""));
                line(table, day, hour, "Tax", "", "", cost("2", ""));
                line(table, day, hour, "Credit", "", "", cost("-1", ""));
                line(table, day, hour, "EdpDiscount", "", "", cost("-0.5", ""));
                line(table, day, hour, "Refund", "", "a refund", cost("-0.25", ""));
                line(table, day, hour, "Refund", "", "Refund of the one-time fee", cost("-90", plan));
                line(table, day, hour, "Usage", "EKSPod-EC2", "", cost("NULL", ""));
                // of the same line, one row with and one without what makes its amortised cost
                line(table, day, hour, "DiscountedUsage", "", "", cost("0.5", reservation));
            }
        }
    }

    private record Imported(FileReport report, List<ChargeRecord> charges, Map<CostBasis, BigDecimal> totals) {}

    private Imported imported(Path file) throws Exception {
        try (Workspace workspace = Workspace.open(folder.resolve("workspace-" + file.getFileName()))) {
            FileReport report = workspace
                    .ingest()
                    .importPaths(List.of(file), IngestProgress.none(), NOW)
                    .files()
                    .getFirst();
            List<ChargeRecord> charges = new ArrayList<>();
            workspace.charges().forEach(charges::add);
            Map<CostBasis, BigDecimal> totals = new TreeMap<>();
            for (CostBasis basis : CostBasis.values()) {
                totals.put(basis, workspace.charges().totals(basis).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO));
            }
            return new Imported(report, charges, totals);
        }
    }

    /// What charges say by line and day, with the amounts and the quantity added up.
    private static Map<String, List<BigDecimal>> byLineAndDay(List<ChargeRecord> charges) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (ChargeRecord charge : charges) {
            List<Optional<BigDecimal>> amounts = List.of(
                    Optional.of(charge.amounts().billed()),
                    charge.amounts().effective(),
                    charge.amounts().list(),
                    charge.quantity());
            String known = amounts.stream().map(Optional::isPresent).toList().toString();
            String key = charge.line() + " " + charge.start().truncatedTo(ChronoUnit.DAYS) + " " + charge.billingMonth()
                    + known;
            List<BigDecimal> values = amounts.stream()
                    .map(amount -> amount.orElse(BigDecimal.ZERO))
                    .toList();
            sums.merge(
                    key,
                    values,
                    (one, other) -> Stream.iterate(0, i -> i < one.size(), i -> i + 1)
                            .map(i -> one.get(i).add(other.get(i)))
                            .toList());
        }
        sums.replaceAll((_, values) -> values.stream()
                .map(value -> value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros())
                .toList());
        return sums;
    }

    @Test
    void theSumsOfEveryLineItemTypeReadLikeTheRows() throws Exception {
        athena.run(
                "CREATE TABLE billing.cur2 (" + CUR + ", resource_tags MAP(VARCHAR, VARCHAR), billing_period VARCHAR)");
        everyType("cur2");
        athena.run("UPDATE billing.cur2 SET billing_period = '2026-03', resource_tags = MAP {'user_team': 'shop'}");
        line("cur2", 3, 0, "Usage", "RunInstances", "", cost("1000", "'2026-02' AS billing_period"));
        Path raw = athena.csv(
                "SELECT * REPLACE (json_format(CAST(resource_tags AS JSON)) AS resource_tags) FROM billing.cur2 WHERE"
                        + " billing_period = '2026-03'",
                folder.resolve("raw.csv"));
        String sql = BillQuery.of(table("cur2"), MARCH);
        assertParses(sql);
        Imported rows = imported(raw);
        Imported sums = imported(athena.csv(sql, folder.resolve("sums.csv")));
        assertThat(rows.report().rejects()).isEmpty();
        assertThat(sums.report().rejects()).isEmpty();
        assertThat(rows.report().rows()).isEqualTo(68);
        assertThat(sums.report().rows()).isEqualTo(34);
        assertThat(sums.report().format().code()).isEqualTo("cur-2.0");
        assertThat(byLineAndDay(sums.charges())).isEqualTo(byLineAndDay(rows.charges()));
        // an hour: 0.1 + 0.125 + 0.025 unused + 0.035 + 1 + 0.5 + 29 + 2 - 1 - 0.5 - 0.25, four of them
        assertThat(sums.totals().get(CostBasis.EFFECTIVE)).isEqualByComparingTo("124.14");
        // 0.1 + 0.15 + 100 + 5 + 5 + 200 + 29 + 2 - 1 - 0.5 - 0.25 - 90 + 0.5 an hour
        assertThat(sums.totals().get(CostBasis.BILLED)).isEqualByComparingTo("1000");
        assertThat(sums.charges().getFirst().line().tags()).containsEntry("team", "shop");
    }

    @Test
    void legacyTablesAreCutByYearAndMonthAndKeepTheirTagColumns() throws Exception {
        athena.run("CREATE TABLE billing.cur (" + CUR + ", line_item_net_unblended_cost DOUBLE,"
                + " resource_tags_user_team VARCHAR, cost_category_division VARCHAR, year VARCHAR, month VARCHAR)");
        everyType("cur");
        athena.run("UPDATE billing.cur SET year = '2026', month = '3', resource_tags_user_team = 'shop',"
                + " cost_category_division = 'Retail', line_item_net_unblended_cost = line_item_unblended_cost * 0.5"
                + " WHERE line_item_line_item_type <> 'EdpDiscount'");
        athena.run("UPDATE billing.cur SET year = '2026', month = '3'");
        String sql = BillQuery.of(table("cur"), MARCH);
        assertParses(sql);
        assertThat(sql).contains("\"year\" = '2026' AND \"month\" IN ('3', '03')");
        Imported sums = imported(athena.csv(sql, folder.resolve("sums.csv")));
        Imported rows = imported(athena.csv("SELECT * FROM billing.cur", folder.resolve("raw.csv")));
        assertThat(sums.report().format().code()).isEqualTo("cur-legacy");
        assertThat(byLineAndDay(sums.charges())).isEqualTo(byLineAndDay(rows.charges()));
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
        Imported sums = imported(athena.csv(sql, folder.resolve("sums.csv")));
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
        athena.run("CREATE TABLE billing.text (" + CUR.replaceAll("DOUBLE|TIMESTAMP", "VARCHAR") + ")");
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
        assertThat(imported(athena.csv(sql, folder.resolve("sums.csv"))).charges())
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

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
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
