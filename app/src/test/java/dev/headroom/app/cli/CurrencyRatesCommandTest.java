package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cost in one currency, as a user asks for it.
class CurrencyRatesCommandTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,BillingAccountId\n";

    @TempDir
    Path folder;

    private CommandRun run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        return CommandRun.of(all);
    }

    private void load(String name, String content) throws Exception {
        assertThat(run("import", Files.writeString(folder.resolve(name), content))
                        .exitCode())
                .isZero();
    }

    private static String row(int day, String cost, String list, String currency) {
        String date = String.format("2024-09-%02d", day);
        return cost + "," + cost + "," + list + "," + currency + "," + date + "T00:00:00Z," + date
                + "T23:00:00Z,Usage,EC2,payer" + "\n";
    }

    private void bills() throws Exception {
        load("bill.csv", HEADER + row(6, "10.01", "", "USD") + row(8, "20", "", "USD") + row(8, "5", "6", "EUR"));
    }

    @Test
    void eachDayIsConvertedWithItsRateOrTheLastBefore() throws Exception {
        bills();
        load("rates.csv", "date,from,to,rate\n2024-09-06,USD,EUR,0.9\n2024-09-09,USD,EUR,0.5\n");
        CommandRun totals = run("bills", "--totals", "--in", "eur");
        assertThat(totals.exitCode()).isZero();
        assertThat(totals.out().lines())
                .containsExactly(
                        "month,currency,rows,billed,effective,list,contracted,billed_in,rates_from,rates_to,"
                                + "oldest_rate_days",
                        "2024-09,EUR,3,32.009,32.009,,,EUR USD,2024-09-06,2024-09-06,2");
        assertThat(totals.err())
                .contains("USD converted to EUR with the rate of 2024-09-06, at most 2 days before the day of the"
                        + " charge.");
        // Without being asked, currencies stand side by side.
        assertThat(run("bills", "--totals").out().lines()).hasSize(3);
        assertThat(run("bills", "--rates").out()).contains("USD,EUR,2,2024-09-06,2024-09-09,");
    }

    @Test
    void aPairTheOtherWayRoundIsDividedAndSaysSo() throws Exception {
        bills();
        load("rates.csv", "date,from,to,rate\n2024-09-01,EUR,USD,1.25\n");
        CommandRun totals = run("bills", "--totals", "--in", "EUR");
        assertThat(totals.out()).contains("2024-09,EUR,3,29.008,");
        assertThat(totals.err()).contains("divided by rates from EUR to USD");
    }

    @Test
    void withoutARateTheErrorSaysWhatIsMissing() throws Exception {
        bills();
        CommandRun none = run("bills", "--totals", "--in", "EUR");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err())
                .contains("There is no rate from USD to EUR for 2024-09-06; import a table with the columns date, from,"
                        + " to and rate")
                .contains("HR-3240");
        load("rates.csv", "date,from,to,rate\n2024-09-07,USD,EUR,0.9\n");
        assertThat(run("bills", "--totals", "--in", "EUR").err()).contains("(the first one is of 2024-09-07)");
        load("old.csv", "date,from,to,rate\n2024-08-20,USD,EUR,0.9\n");
        CommandRun old = run("bills", "--totals", "--in", "EUR");
        assertThat(old.exitCode()).isEqualTo(3);
        assertThat(old.err())
                .contains("is of 2024-08-20, 17 days before, and at most 7 are allowed")
                .contains("HR-3241");
        assertThat(run("bills", "--totals", "--in", "EUR", "--rate-age", 20).exitCode())
                .isZero();
    }

    @Test
    void amountsOfAnUnknownCurrencyAreNeverConverted() throws Exception {
        load("table.csv", "date,cost,service\n2024-09-06,5,x\n");
        CommandRun unknown = run("bills", "--totals", "--in", "EUR");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("whose currency is unknown").contains("HR-3240");
    }

    @Test
    void theOutlookIsInOneCurrency() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int day = 1; day <= 20; day++) {
            rows.append(row(day, "10", "", "USD")).append(row(day, "2", "", "EUR"));
        }
        load("bill.csv", rows.toString());
        load("rates.csv", "date,from,to,rate\n2024-09-01,USD,EUR,0.5\n");
        assertThat(run("bills", "--outlook", "--in", "EUR").exitCode()).isEqualTo(3);
        CommandRun outlook = run("bills", "--outlook", "--in", "EUR", "--rate-age", "30");
        assertThat(outlook.out().lines()).hasSize(2);
        assertThat(outlook.out()).contains("EUR,effective,2024-09-20,,2024-09,210.00,210.00,210.00");
        assertThat(outlook.err()).contains("USD converted to EUR");
        assertThat(run("bills", "--outlook").out().lines()).hasSize(3);
    }

    @Test
    void aPivotIsInOneCurrencyToo() throws Exception {
        bills();
        assertThat(run("explore", "--view", "pivot", "--in", "EUR").exitCode()).isEqualTo(3);
        load("rates.csv", "date,from,to,rate\n2024-09-06,USD,EUR,0.9\n");
        CommandRun pivot = run("explore", "--view", "pivot", "--in", "EUR", "--basis", "billed");
        assertThat(pivot.exitCode()).isZero();
        assertThat(pivot.out()).contains("32.009").doesNotContain("USD");
        assertThat(run("explore", "--view", "profile", "--in", "EUR").exitCode())
                .isEqualTo(2);
    }

    @Test
    void wrongCombinationsAreWrongUsage() {
        assertThat(run("bills", "--in", "EUR").exitCode()).isEqualTo(2);
        assertThat(run("bills", "--totals", "--in", "?").exitCode()).isEqualTo(2);
        assertThat(run("bills", "--totals", "--in", "EUR", "--rate-age", "-1").exitCode())
                .isEqualTo(2);
    }
}
