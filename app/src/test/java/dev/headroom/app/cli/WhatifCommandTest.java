package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `whatif` on a workspace of two servers with a bill.
class WhatifCommandTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 200;
    private static final String FROM = FIRST.plusDays(DAYS).toString();

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        StringBuilder usage = new StringBuilder("timestamp,resource,cpu_p95\n");
        StringBuilder bill = new StringBuilder("ChargePeriodStart,ChargePeriodEnd,BillingPeriodStart,BillingPeriodEnd,"
                + "ChargeCategory,BilledCost,EffectiveCost,BillingCurrency,ProviderName,ServiceName,ServiceCategory,"
                + "ResourceId,SubAccountId,ConsumedUnit\n");
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            for (String server : List.of("db-1", "db-2")) {
                usage.append(date)
                        .append(',')
                        .append(server)
                        .append(',')
                        .append(Math.round(100 * (50 + 3 * Math.sin(day * 0.9) + 0.02 * day)) / 100.0)
                        .append('\n');
                charge(bill, date, server, "Elastic Compute Cloud", "Compute", "Hours", 10 + day % 3);
                charge(bill, date, server, "Data Transfer", "Networking", "GB", 2);
            }
        }
        Path inventory = Files.writeString(folder.resolve("inventory.csv"), """
                resource,name,provider,account,region,environment,archetype,instance_type,from,tags
                db-1,db-1,AWS,prod,us-east-1,production,database,m5.large,2025-01-01T00:00:00Z,team=data
                db-2,db-2,AWS,prod,us-east-1,production,database,m5.large,2025-01-01T00:00:00Z,team=web
                """);
        CommandRun run = workspace(
                "import",
                inventory,
                Files.writeString(folder.resolve("usage.csv"), usage),
                Files.writeString(folder.resolve("bill.csv"), bill));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void charge(
            StringBuilder bill,
            LocalDate day,
            String server,
            String service,
            String category,
            String unit,
            double cost) {
        LocalDate month = day.withDayOfMonth(1);
        bill.append(day + "T00:00:00Z," + day.plusDays(1) + "T00:00:00Z," + month + "T00:00:00Z," + month.plusMonths(1)
                + "T00:00:00Z,Usage," + cost + "," + cost + ",USD,AWS," + service + "," + category + "," + server
                + ",prod," + unit + "\n");
    }

    private CommandRun workspace(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        return CommandRun.of(all);
    }

    private Path scenario(String name, String... events) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".json"),
                "{\"headroom-scenario\": 1, \"name\": \"" + name + "\", \"events\": [" + String.join(",", events)
                        + "]}");
    }

    private static String growth(double percent) {
        return "{\"kind\": \"growth\", \"scope\": {\"resource\": \"db-1\"}, \"from\": \"" + FROM + "\", \"percent\": "
                + percent + "}";
    }

    private List<JsonNode> rows(Object... arguments) throws IOException {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        CommandRun run = workspace(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(run.out()).forEach(rows::add);
        return rows;
    }

    private static JsonNode row(List<JsonNode> rows, String scenario, String subject, String figure) {
        return rows.stream()
                .filter(row -> row.get("scenario").asText().equals(scenario)
                        && row.get("subject").asText().equals(subject)
                        && row.get("figure").asText().startsWith(figure))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void growthRaisesLoadAndTrafficCostOfItsServerOnly() throws Exception {
        List<JsonNode> rows = rows("whatif", scenario("more", growth(60)));
        JsonNode peak = row(rows, "more", "db-1", "peak");
        assertThat(peak.get("scenario_value").asDouble() / peak.get("baseline").asDouble())
                .isBetween(1.55, 1.65);
        assertThat(row(rows, "more", "db-1", "breach of 80 % in 90 d")
                        .get("scenario_value")
                        .asDouble())
                .isGreaterThan(0.9);
        assertThat(row(rows, "more", "db-2", "peak").get("difference").asDouble())
                .isZero();
        // The traffic of db-1 is 2 of about 26 a day: 60 % more of it for 182 days.
        JsonNode cost = row(rows, "more", "cost", "all 182 d");
        assertThat(cost.get("unit").asText()).isEqualTo("USD");
        assertThat(Double.parseDouble(cost.get("difference").asText())).isBetween(190.0, 240.0);
    }

    @Test
    void severalScenariosStandBesideEachOtherOrStackIntoOne() throws Exception {
        Path more = scenario("more", growth(20));
        Path half = scenario("again", growth(50));
        List<JsonNode> beside = rows("whatif", more, half);
        List<JsonNode> stacked = rows("whatif", more, half, "--stack");
        double baseline = row(beside, "more", "db-1", "peak").get("baseline").asDouble();
        assertThat(row(beside, "again", "db-1", "peak").get("scenario_value").asDouble() / baseline)
                .isBetween(1.45, 1.55);
        assertThat(row(stacked, "more + again", "db-1", "peak")
                                .get("scenario_value")
                                .asDouble()
                        / baseline)
                .isBetween(1.75, 1.85);
    }

    @Test
    void theTableIsWrittenAndTheAnswerIsSaid() throws Exception {
        Path output = folder.resolve("whatif.csv");
        CommandRun run = workspace("whatif", scenario("more", growth(60)), "-o", output, "--days", 120);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("more: 1 of 2 resources likely pass the limit within 120 days, 0 without it; cost +");
        assertThat(Files.readAllLines(output).getFirst())
                .isEqualTo("scenario,subject,metric,figure,unit,baseline,baseline_p10,baseline_p90,scenario_value,"
                        + "scenario_p10,scenario_p90,difference,difference_p10,difference_p90");
        // Two resources with four horizons, a date and a peak; the cost of five months (19 July to 15 November) and
        // all.
        assertThat(Files.readAllLines(output)).hasSize(1 + 2 * 6 + 6);
    }

    @Test
    void theViewNarrowsWhatIsLookedAt() throws Exception {
        Path file = Files.writeString(
                folder.resolve("view.json"),
                "{\"headroom-scenario\": 1, \"name\": \"view\", \"scope\": {\"tag\": {\"team\": \"web\"}}, \"events\": ["
                        + growth(20) + "]}");
        CommandRun run = workspace("whatif", file);
        assertThat(run.out()).contains("view,db-2,").doesNotContain("view,db-1,");
        assertThat(run.err()).contains("Nothing that is looked at lies in db-1, so it changes nothing.");
    }

    @Test
    void aRefusedFileIsExitCodeThreeAndNamesTheField() throws Exception {
        CommandRun field = workspace("whatif", scenario("wrong", "{\"kind\": \"growth\", \"from\": \"soon\"}"));
        assertThat(field.exitCode()).isEqualTo(3);
        assertThat(field.err()).contains("wrong.json is refused. events[0].from (soon)", "HR-3282");
        CommandRun newer =
                workspace("whatif", Files.writeString(folder.resolve("new.json"), "{\"headroom-scenario\": 7}"));
        assertThat(newer.err()).contains("newer", "HR-3283");
        assertThat(workspace("whatif", folder.resolve("none.json")).err()).contains("HR-3280");
        assertThat(workspace("whatif", Files.writeString(folder.resolve("text.json"), "hello"))
                        .err())
                .contains("HR-3281");
    }

    @Test
    void aWorkspaceWithoutDataSaysWhatToDo() throws Exception {
        Path file = scenario("more", growth(20));
        CommandRun run = CommandRun.of("whatif", file, "--workspace", folder.resolve("empty"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("neither utilization nor bills", "import some", "HR-3285");
    }

    @Test
    void optionsOutOfRangeAreWrongUsage() throws Exception {
        Path file = scenario("more", growth(20));
        assertThat(workspace("whatif", file, "--days", 400).exitCode()).isEqualTo(2);
        assertThat(workspace("whatif", file, "--limit", 0).exitCode()).isEqualTo(2);
        assertThat(workspace("whatif").exitCode()).isEqualTo(2);
    }

    @Test
    void savedScenariosAreListedFoundByNameAndKeptInVersions() throws Exception {
        assertThat(workspace("whatif", scenario("more", growth(20)), "--save").err())
                .contains("Saved more, version 1");
        assertThat(workspace("whatif", scenario("more", growth(50)), "--save").err())
                .contains("Saved more, version 2");
        JsonNode list = new ObjectMapper()
                .readTree(workspace("whatif", "--list", "--json").out());
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("version").asInt()).isEqualTo(2);
        assertThat(list.get(0).get("data_as_of").asText())
                .isEqualTo(FIRST.plusDays(DAYS - 1).toString());
        List<JsonNode> rows = rows("whatif", "more", "more@1");
        double baseline = row(rows, "more@1", "db-1", "peak").get("baseline").asDouble();
        assertThat(row(rows, "more@1", "db-1", "peak").get("scenario_value").asDouble() / baseline)
                .isBetween(1.15, 1.25);
        assertThat(row(rows, "more@2", "db-1", "peak").get("scenario_value").asDouble() / baseline)
                .isBetween(1.45, 1.55);
        CommandRun unknown = workspace("whatif", "fewer");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("neither a file nor a saved scenario fewer", "saved are more.", "HR-3284");
        assertThat(workspace("whatif", "--list", "--save").exitCode()).isEqualTo(2);
    }
}
