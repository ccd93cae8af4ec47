package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An invoice held against the bills, as a user does it: 30 days of EC2 at 10, tax of 24 and a late row of August.
class ReconcileCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void load() throws Exception {
        StringBuilder rows = new StringBuilder("BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,"
                + "BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,BillingAccountId,"
                + "SubAccountId,ProviderName,ResourceId\n");
        for (int day = 1; day <= 30; day++) {
            rows.append(row("10", "2024-09-%02d".formatted(day), "Usage", "EC2"));
        }
        rows.append(row("24", "2024-09-30", "Tax", "EC2"));
        rows.append(row("3.3", "2024-08-31", "Usage", "S3"));
        Path bill = Files.writeString(folder.resolve("bill.csv"), rows);
        CommandRun imported = run("import", bill);
        assertThat(imported.exitCode()).as(imported.err()).isZero();
    }

    private static String row(String cost, String day, String category, String service) {
        return cost + "," + cost + ",USD,2024-09-01T00:00:00Z,2024-10-01T00:00:00Z," + day + "T00:00:00Z," + day
                + "T23:59:59Z," + category + "," + service + ",999,012345678901,AWS,i-1\n";
    }

    private CommandRun run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }

    private CommandRun reconcile(String invoice, Object... more) throws Exception {
        Path file = Files.writeString(folder.resolve("invoice.csv"), invoice);
        Object[] arguments = Arrays.copyOf(new Object[] {"reconcile", "--invoice", file}, 3 + more.length);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return run(arguments);
    }

    @Test
    void theSameTotalPasses() throws Exception {
        CommandRun run = reconcile("amount,currency,month\n327.30,USD,2024-09\n");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("2024-09 USD: PASS, invoiced 327.30, billed 327.3, difference 0");
    }

    @Test
    void anInvoiceWithoutTaxFailsAndTheBridgeSaysWhy() throws Exception {
        CommandRun run = reconcile("amount,currency\n300.00,USD\n", "--month", "2024-09", "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode tree = new ObjectMapper().readTree(run.out());
        assertThat(tree.get("passed").asBoolean()).isFalse();
        JsonNode total = tree.get("bills").get(0).get("total");
        assertThat(total.get("difference").asText()).isEqualTo("27.3");
        assertThat(total.get("bridge").findValuesAsText("part")).containsExactly("tax", "other_periods");
        assertThat(total.get("bridge").findValuesAsText("amount")).containsExactly("24", "3.3");
        assertThat(total.get("bridge").findValuesAsText("certainty")).containsOnly("exact");
        assertThat(reconcile("amount,currency\n300.00,USD\n", "--month", "2024-09", "--tolerance", "9.1%")
                        .exitCode())
                .isZero();
    }

    @Test
    void accountsAndServicesAreComparedLineByLineInTheFile() throws Exception {
        Path table = folder.resolve("lines.csv");
        CommandRun run = reconcile(
                "Account ID,Service,Period,Currency,Amount\n12345678901,EC2,2024-09,USD,300.00\n"
                        + "12345678901,Tax,2024-09,USD,24.00\n12345678901,Support,2024-09,USD,29.00\n",
                "-o",
                table);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("2 of 4 lines beyond it").contains("only on invoice -29.00");
        assertThat(Files.readAllLines(table))
                .containsExactly(
                        "month,currency,row,invoice,account,service,invoiced,billed,difference,result,tax,credits,"
                                + "purchases,other_periods,adjustments,split_rows,missing_days,only_in_ledger,"
                                + "only_on_invoice,rounding,unexplained",
                        "2024-09,USD,line,,12345678901,EC2,300.00,300,0,pass,0,0,0,0,0,0,0,0,0,0,0",
                        "2024-09,USD,line,,012345678901,S3,,3.3,3.3,fail,0,0,0,3.3,0,0,0,0,0,0,0",
                        "2024-09,USD,line,,12345678901,Support,29.00,,-29.00,fail,0,0,0,0,0,0,0,0,-29.00,0,0",
                        "2024-09,USD,line,,12345678901,Tax,24.00,24,0,pass,0,0,0,0,0,0,0,0,0,0,0",
                        "2024-09,USD,total,,,,353.00,327.3,-25.70,fail,0,0,0,3.3,0,0,0,0,-29.00,0,0");
    }

    @Test
    void anAccountIsTheBilledOneWhereTheBillsKnowItAsThat() throws Exception {
        assertThat(reconcile("account,month,currency,amount\n999,2024-09,USD,327.3\n")
                        .exitCode())
                .isZero();
        assertThat(reconcile("linked account,month,currency,amount\n999,2024-09,USD,327.3\n")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void onlyTheBillsOfTheProviderAreCompared() throws Exception {
        String invoice = "amount,currency,month\n327.30,USD,2024-09\n";
        assertThat(reconcile(invoice, "--provider", "aws", "--billing-account", "999")
                        .exitCode())
                .isZero();
        assertThat(reconcile(invoice, "--provider", "azure").exitCode()).isEqualTo(1);
    }

    @Test
    void theLastResultOfAMonthIsListedWithItsBridge() throws Exception {
        reconcile("amount,currency,month\n1,USD,2024-09\n");
        reconcile("amount,currency,month\n300.00,USD,2024-09\n");
        CommandRun listed = run("bills", "--reconciliations", "-o", folder.resolve("kept.csv"));
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("kept.csv")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("month,currency,provider,account,invoice,invoiced,billed,difference,tolerance,result");
        assertThat(Files.readAllLines(folder.resolve("kept.csv")).getLast())
                .startsWith("2024-09,USD,,,invoice.csv,300.00,327.3,27.3")
                .contains(",differs,1,1,")
                .endsWith(",24,0,0,3.3,0,0,0,0,0,0,0");
        assertThat(run("bills", "--reconciliations", "--as-known-on", "2024-10-10")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void theResultIsInTheAuditLog() throws Exception {
        reconcile("amount,currency,month\n327.30,USD,2024-09\n");
        assertThat(run("audit").out()).contains("reconciled,2024-09 USD").contains("passed: billed 327.3");
        assertThat(run("verify").exitCode()).isZero();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        String bare = "amount\n327.30\n";
        assertThat(reconcile(bare).exitCode()).isEqualTo(2);
        assertThat(reconcile(bare).err()).contains("--month 2026-10").contains("HR-3230");
        assertThat(reconcile(bare, "--month", "2024-09").err()).contains("--currency USD");
        assertThat(reconcile(bare, "--month", "2024-09", "--currency", "usd").exitCode())
                .isZero();
        CommandRun none = reconcile(bare, "--month", "2023-01", "--currency", "USD");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("no bill of 2023-01; it has 2024-09.").contains("HR-3233");
        CommandRun broken = reconcile("amount,currency\n12,50 EUR,EUR\n");
        assertThat(broken.exitCode()).isEqualTo(3);
        assertThat(broken.err()).contains("line 2, fields: the row has more fields than the header");
        CommandRun early = reconcile(bare, "--month", "2024-09", "--currency", "USD", "--as-known-on", "2024-10-01");
        assertThat(early.exitCode()).isEqualTo(3);
        assertThat(early.err()).contains("No bill was known on 2024-10-01");
        assertThat(reconcile(bare, "--tolerance", "3").err()).contains("a percentage such as 3%");
    }
}
