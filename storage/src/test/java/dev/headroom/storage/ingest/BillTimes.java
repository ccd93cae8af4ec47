package dev.headroom.storage.ingest;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.cache.ChargeFilter;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.workspace.Workspace;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A developer command: how long a large generated FOCUS bill takes to import, beside a bare DuckDB aggregation
/// of the same file by day, account and service in the same run, and how long the queries of the panels take
/// after that.
///
/// Arguments: number of rows, `csv.gz` or `parquet`, an empty folder.
final class BillTimes {
    private static final int HOURS = 720;
    private static final PrintStream OUT = System.out;

    private BillTimes() {}

    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Path file = folder.resolve("bill." + arguments[1]);
        if (!Files.exists(file)) {
            generate(rows, file);
        }
        OUT.printf(Locale.ROOT, "%,d rows, %,d bytes%n", rows, Files.size(file));
        double bare = bare(file, folder);
        OUT.printf(Locale.ROOT, "DuckDB alone: %.1f s, %.1f s of processor time%n", bare, processor());
        try (Workspace workspace = Workspace.open(folder.resolve("workspace" + System.nanoTime()))) {
            long start = System.nanoTime();
            FileReport report = workspace
                    .ingest()
                    .importPaths(List.of(file), IngestProgress.none(), Instant.parse("2024-10-05T00:00:00Z"))
                    .files()
                    .getFirst();
            double seconds = seconds(start);
            OUT.printf(
                    Locale.ROOT,
                    "import: %.1f s, %.1f s of processor time in all, %.2f times DuckDB alone; %,d rows, %s, %s%n",
                    seconds,
                    processor(),
                    seconds / bare,
                    report.accepted(),
                    report.billed(),
                    report.error());
            queries(workspace);
            OUT.printf(
                    Locale.ROOT,
                    "database: %,d bytes%n",
                    Files.size(workspace.folder().resolve("headroom.mv.db")));
        }
    }

    private static void queries(Workspace workspace) {
        Set<ChargeCategory> all = Set.of();
        for (CostGrouping grouping : CostGrouping.values()) {
            time("daily by " + grouping, () -> workspace.charges().daily(grouping, CostBasis.EFFECTIVE));
        }
        time("days of all", () -> workspace.charges().days(ChargeFilter.of(all), CostBasis.BILLED));
        filtered(workspace, "one account", new ChargeFilter("", "100000000003", "", "", Map.of(), all));
        filtered(workspace, "one service", new ChargeFilter("", "", "Service 3", "", Map.of(), all));
        filtered(
                workspace,
                "a service of an account",
                new ChargeFilter("", "100000000003", "Service 3", "", Map.of(), all));
        filtered(workspace, "one tag", new ChargeFilter("", "", "", "", Map.of("team", "team-3"), all));
        filtered(
                workspace,
                "one resource",
                new ChargeFilter("", "", "", "arn:aws:ec2:us-east-1:1000:instance/i-000000000003", Map.of(), all));
        time("places", () -> workspace.charges().places());
    }

    private static void filtered(Workspace workspace, String name, ChargeFilter filter) {
        time("days of " + name, () -> workspace.charges().days(filter, CostBasis.EFFECTIVE));
    }

    private static void time(String name, Runnable query) {
        double first = Double.NaN;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            query.run();
            double millis = seconds(start) * 1e3;
            first = i == 0 ? millis : first;
            best = Math.min(best, millis);
        }
        OUT.printf(Locale.ROOT, "%s: first %.1f ms, best of five %.1f ms%n", name, first, best);
    }

    /// Of this process so far, in seconds.
    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double bare(Path file, Path folder) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1200MB'");
            statement.execute("SET temp_directory = '" + folder.resolve("temp") + "'");
            statement.execute("SET preserve_insertion_order = false");
            String table = file.toString().endsWith(".parquet")
                    ? "read_parquet('" + file + "')"
                    : "read_csv('" + file + "', all_varchar = true)";
            try (ResultSet row = statement.executeQuery("SELECT substr(ChargePeriodStart, 1, 10), SubAccountId,"
                    + " ServiceName, sum(BilledCost::DECIMAL(38, 12)), sum(EffectiveCost::DECIMAL(38, 12)) FROM "
                    + table + " GROUP BY ALL")) {
                int groups = 0;
                while (row.next()) {
                    groups++;
                }
                OUT.printf(Locale.ROOT, "%,d groups%n", groups);
            }
        }
        return seconds(start);
    }

    /// One row an hour and resource of September 2024, 44 columns.
    private static void generate(long rows, Path file) throws Exception {
        String cost = "0.01 + (r % 40) * 0.0123";
        String start = "TIMESTAMP '2024-09-01' + to_hours(h::INT)";
        String format = ", '%Y-%m-%dT%H:%M:%SZ')";
        String columns = "'' AS AvailabilityZone, printf('%.10f', " + cost + ") AS BilledCost, '900000000001' AS"
                + " BillingAccountId, 'Main' AS BillingAccountName, 'USD' AS BillingCurrency, '2024-10-01T00:00:00Z'"
                + " AS BillingPeriodEnd, '2024-09-01T00:00:00Z' AS BillingPeriodStart, 'Usage' AS ChargeCategory, ''"
                + " AS ChargeClass, 'Instance hours of type ' || (r % 40) AS ChargeDescription, 'Usage-Based' AS"
                + " ChargeFrequency, strftime(" + start + " + INTERVAL 1 HOUR" + format + " AS ChargePeriodEnd,"
                + " strftime(" + start + format + " AS ChargePeriodStart, '' AS CommitmentDiscountCategory, '' AS"
                + " CommitmentDiscountId, '' AS CommitmentDiscountName, '' AS CommitmentDiscountStatus, '' AS"
                + " CommitmentDiscountType, '1' AS ConsumedQuantity, 'Hours' AS ConsumedUnit, printf('%.10f', " + cost
                + ") AS ContractedCost, printf('%.10f', " + cost + ") AS ContractedUnitPrice, printf('%.10f', (" + cost
                + ") * 0.9) AS EffectiveCost, 'AWS' AS InvoiceIssuerName, printf('%.10f', (" + cost + ") * 1.1) AS"
                + " ListCost, printf('%.10f', (" + cost + ") * 1.1) AS ListUnitPrice, 'Standard' AS PricingCategory,"
                + " '1' AS PricingQuantity, 'Hours' AS PricingUnit, 'AWS' AS ProviderName, 'AWS' AS PublisherName,"
                + " 'us-east-' || (r % 4) AS RegionId, 'US East ' || (r % 4) AS RegionName,"
                + " 'arn:aws:ec2:us-east-1:1000:instance/i-' || printf('%012d', r) AS ResourceId, 'i-' ||"
                + " printf('%012d', r) AS ResourceName, 'Instance' AS ResourceType, 'Compute' AS ServiceCategory,"
                + " 'Service ' || (r % 25) AS ServiceName, 'SKU' || (r % 500) AS SkuId, 'SKUP' || (r % 500) AS"
                + " SkuPriceId, (100000000000 + r % 20)::VARCHAR AS SubAccountId, 'Account ' || (r % 20) AS"
                + " SubAccountName, '{\"team\": \"team-' || (r % 30) || '\", \"env\": \"prod\"}' AS Tags,"
                + " printf('%.6f', random()) AS x_Noise";
        String options =
                file.toString().endsWith(".parquet") ? "FORMAT parquet" : "FORMAT csv, HEADER, COMPRESSION gzip";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '2GB'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("COPY (SELECT " + columns + " FROM (SELECT i // " + HOURS + " AS r, i % " + HOURS
                    + " AS h FROM range(" + rows + ") x(i))) TO '" + file + "' (" + options + ")");
        }
    }
}
