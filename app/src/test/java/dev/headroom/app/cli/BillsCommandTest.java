package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Versions of bills, restatements and what was known when, as a user meets them.
class BillsCommandTest {
    private static final String HEADER = "BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,"
            + "ChargeCategory,ServiceName,BillingAccountId,ResourceId\n";

    @TempDir
    Path folder;

    private CommandRun run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }

    private static String row(int day, String cost, String category) {
        return String.format(
                "%s,%s,USD,2024-09-%02dT00:00:00Z,2024-09-%02dT23:59:59Z,%s,EC2,payer,i-1%n",
                cost, cost, day, day, category);
    }

    private CommandRun load(String name, String rows, Object... more) throws Exception {
        Object[] arguments = Arrays.copyOf(new Object[] {"import", folder.resolve(name)}, 2 + more.length);
        System.arraycopy(more, 0, arguments, 2, more.length);
        Files.writeString(folder.resolve(name), HEADER + rows);
        return run(arguments);
    }

    private static String month(int days) {
        StringBuilder rows = new StringBuilder();
        for (int day = 1; day <= days; day++) {
            rows.append(row(day, "1.5", "Usage"));
        }
        return rows.toString();
    }

    private Instant lastLoad() throws Exception {
        JsonNode versions = new ObjectMapper().readTree(run("bills", "--json").out());
        Instant last = Instant.EPOCH;
        for (JsonNode version : versions) {
            Instant loaded = Instant.parse(version.get("loaded").asText());
            last = loaded.isAfter(last) ? loaded : last;
        }
        return last;
    }

    @Test
    void aRestatedMonthIsListedAndItsOldTotalIsRebuilt() throws Exception {
        assertThat(load("first.csv", month(30)).exitCode()).isZero();
        Instant first = lastLoad();
        while (!Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(first)) {
            Thread.onSpinWait();
        }
        assertThat(load("second.csv", month(30) + row(30, "-2.25", "Credit")).exitCode())
                .isZero();
        assertThat(load("third.csv", month(29), "--bills", "replace").err()).contains("Replaces the bill of 2024-09");

        JsonNode versions = new ObjectMapper().readTree(run("bills", "--json").out());
        assertThat(versions.findValuesAsText("month")).containsOnly("2024-09");
        assertThat(versions.findValuesAsText("account")).containsOnly("payer");
        assertThat(versions.get(0).get("billed").asText()).isEqualTo("45.0");

        CommandRun totals = run("bills", "--totals");
        assertThat(totals.out().lines())
                .containsExactly("month,currency,rows,billed,effective,list,contracted", "2024-09,USD,29,43.5,43.5,,");
        assertThat(run("bills", "--totals", "--as-known-on", first).out()).contains("2024-09,USD,30,45.0,45.0,,");

        JsonNode restatements = new ObjectMapper()
                .readTree(run("bills", "--restatements", "--json").out());
        assertThat(restatements).hasSizeGreaterThanOrEqualTo(1);
        JsonNode last = restatements.get(restatements.size() - 1);
        assertThat(last.get("month").asText()).isEqualTo("2024-09");
        assertThat(last.get("after").asText()).isEqualTo("43.5");
        assertThat(last.get("rows_after").asLong()).isEqualTo(29);
    }

    @Test
    void theCategoriesOfARestatementAreInTheTable() throws Exception {
        load("first.csv", month(30));
        load("second.csv", month(30) + row(30, "-2.25", "Credit"));
        assertThat(run("bills", "--restatements").out().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("2024-09,USD,")
                .endsWith(",45.0,42.75,-2.25,0,0,0,-2.25,0,30,31,restated");
    }

    @Test
    void addedPartsDoNotReplace() throws Exception {
        load("first.csv", month(30));
        load("second.csv", month(30).replace("1.5", "0.5"), "--bills", "add");
        assertThat(run("bills", "--totals").out()).contains("2024-09,USD,60,60.0,60.0");
        assertThat(run("bills").out().lines()).hasSize(3);
    }

    @Test
    void theOutlookIsRebuiltAsItWasKnown() throws Exception {
        load("first.csv", month(20));
        Path file = folder.resolve("outlook.csv");
        CommandRun written = run("bills", "--outlook", "--as-known-on", lastLoad(), "-o", file);
        assertThat(written.exitCode()).isZero();
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .first()
                .isEqualTo("currency,basis,last_day,previous_month,month,month_end_p10,month_end_p50,month_end_p90");
        assertThat(Files.readAllLines(file).get(1)).startsWith("USD,effective,2024-09-20,,2024-09,45.00,45.00,45.00");
    }

    private static String cur() {
        StringBuilder rows = new StringBuilder("identity/LineItemId,bill/PayerAccountId,bill/BillingPeriodStartDate,"
                + "lineItem/UsageAccountId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,"
                + "lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,lineItem/CurrencyCode,"
                + "lineItem/UnblendedCost\n");
        for (int day = 1; day <= 30; day++) {
            String date = String.format("2024-09-%02dT", day);
            rows.append("id")
                    .append(day)
                    .append(",payer,2024-09-01T00:00:00Z,11,Usage,")
                    .append(date);
            rows.append("00:00:00Z,").append(date).append("23:00:00Z,AmazonEC2,Box,1,USD,1\n");
        }
        return rows.toString();
    }

    @Test
    void theSameMonthInTwoFormatsCountsOnceAndTheOtherCanBeChosen() throws Exception {
        String focus = (HEADER + month(30))
                .replace("BillingAccountId", "BillingAccountId,ProviderName,SubAccountId")
                .replace(",payer,", ",payer,AWS,11,");
        Path first = Files.writeString(folder.resolve("cur.csv"), cur());
        Path second = Files.writeString(folder.resolve("focus.csv"), focus);
        Object[] workspace = {"--workspace", folder.resolve("workspace")};
        assertThat(run("import", first).exitCode()).isZero();
        assertThat(run("import", second).err()).contains("is kept as focus and as cur-legacy: focus counts");
        assertThat(run("bills", "--totals").out()).contains("2024-09,USD,30,45.0,45.0");
        assertThat(run("bills", "--totals").err()).isEmpty();
        assertThat(CommandRun.of("bills", "--totals", workspace[0], workspace[1])
                        .err())
                .contains("focus counts, and cur-legacy does not");
        assertThat(run("bills").out()).contains(",cur-legacy,false").contains(",focus,true");
        assertThat(run("bills", "--datasets").out().lines())
                .containsExactly(
                        "month,provider,account,dataset,counts,chosen,account_days,rows,currency,billed,effective,list,"
                                + "contracted",
                        "2024-09,AWS,payer,focus,true,false,30,30,USD,45.0,45.0,,",
                        "2024-09,AWS,payer,cur-legacy,false,false,30,30,USD,30,30,,");
        CommandRun wrong = run("bills", "--lead", "gcp");
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("kept as cur-legacy, focus").contains("HR-3222");
        CommandRun chosen = run("bills", "--lead", "cur-legacy", "--month", "2024-09", "--provider", "aws");
        assertThat(chosen.exitCode()).isZero();
        assertThat(chosen.out()).contains("cur-legacy,true,true").contains("focus,false,false");
        assertThat(run("bills", "--totals").out()).contains("2024-09,USD,30,30,30");
        assertThat(run("bills", "--restatements").out()).contains(",another kind of bill counts");
        assertThat(run("bills", "--lead", "auto", "--month", "2024-09").exitCode())
                .isZero();
        assertThat(run("bills", "--totals").out()).contains("2024-09,USD,30,45.0,45.0");
        assertThat(run("bills", "--totals", "--month", "2024-09").exitCode()).isEqualTo(2);
    }

    @Test
    void nothingIsKnownBeforeTheFirstLoad() throws Exception {
        CommandRun empty = run("bills", "--totals", "--as-known-on", "2024-10-03");
        assertThat(empty.exitCode()).isEqualTo(3);
        assertThat(empty.err()).contains("none was ever loaded").contains("HR-3220");
        load("first.csv", month(30));
        for (String what : new String[] {"--totals", "--outlook"}) {
            CommandRun early = run("bills", what, "--as-known-on", "2024-10-03");
            assertThat(early.exitCode()).isEqualTo(3);
            assertThat(early.err())
                    .contains("No bill was known on 2024-10-03T23:59:59.999Z: the first one was loaded at ")
                    .contains("HR-3220");
        }
    }

    @Test
    void aPivotIsRebuiltAsItWasKnown() throws Exception {
        load("first.csv", month(30));
        Instant first = lastLoad();
        while (!Instant.now().truncatedTo(ChronoUnit.MILLIS).isAfter(first)) {
            Thread.onSpinWait();
        }
        load("second.csv", month(30) + row(30, "-2.25", "Credit"));
        assertThat(run("explore", "--view", "pivot").out()).contains("42.75");
        assertThat(run("explore", "--view", "pivot", "--as-known-on", first).out())
                .contains("45.0")
                .doesNotContain("42.75");
        assertThat(run("explore", "--view", "pivot", "--as-known-on", "2020-01-01")
                        .err())
                .contains("HR-3220");
        assertThat(run("explore", "--view", "profile", "--as-known-on", "2024-10-03")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void commandsThatDoNotReadBillsSayWhereTheOptionGoes() {
        for (String command : new String[] {"demo", "forecast", "risk", "backtest"}) {
            CommandRun run = run(command, "--as-known-on", "2024-10-03");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith(command + " does not take --as-known-on: it ")
                    .contains("bills --outlook", "See headroom " + command + " --help.");
        }
        assertThat(run("rightsize", "--decisions", "--as-known-on", "2024-10-03")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void wrongTimesAndCombinationsAreWrongUsage() {
        assertThat(run("bills", "--totals", "--as-known-on", "yesterday").exitCode())
                .isEqualTo(2);
        assertThat(run("bills", "--totals", "--as-known-on", "yesterday").err()).contains("2026-10-03T08:00:00Z");
        assertThat(run("bills", "--as-known-on", "2024-10-03").exitCode()).isEqualTo(2);
        assertThat(run("bills", "--totals", "--restatements").exitCode()).isEqualTo(2);
        assertThat(run("import", "x.csv", "--bills", "never").exitCode()).isEqualTo(2);
    }
}
