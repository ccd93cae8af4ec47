package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitmentsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = "ProviderName,BilledCost,EffectiveCost,ListCost,ContractedCost,BillingCurrency,"
            + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ChargeDescription,ServiceName,RegionId,ResourceId,SkuId,"
            + "CommitmentDiscountId\n";

    @TempDir
    static Path folder;

    private static Path workspace;

    /// 10 an hour on demand on 120 days, a plan pays for 4 of it at 30 % and has 20 % unused.
    @BeforeAll
    static void aBillWithAPlan() throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 120; i++) {
            LocalDate day = LocalDate.of(2026, 7, 1).plusDays(i);
            String when = day + "T00:00:00Z," + day.plusDays(1) + "T00:00:00Z,";
            rows.append("AWS,144,144,144,144,USD," + when
                    + "Usage,Linux,Amazon Elastic Compute Cloud,eu-west-1,i-1,BoxUsage:m5.large,\n");
            rows.append("AWS,0,67.2,96,96,USD," + when
                    + "Usage,Linux,Amazon Elastic Compute Cloud,eu-west-1,i-2,BoxUsage:m5.large,sp-1\n");
            rows.append("AWS,0,16.8,0,0,USD," + when + "Usage,Unused commitment,Savings Plans,,,plan,sp-1\n");
            rows.append("AWS,84,0,84,84,USD," + when + "Purchase,Recurring fee,Savings Plans,,sp-1,plan,sp-1\n");
        }
        Path bill = Files.writeString(folder.resolve("bill.csv"), rows);
        workspace = folder.resolve("workspace");
        assertThat(CommandRun.of("import", bill, "--workspace", workspace).exitCode())
                .isZero();
    }

    private static JsonNode json(Object... more) throws Exception {
        Object[] arguments = new Object[more.length + 5];
        System.arraycopy(
                new Object[] {"commitments", "--workspace", workspace, "--json", "--quiet"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    /// The plan can pay for 4 / 0.8 = 5 of the 10, and no end of it is known: 5 are left.
    @Test
    void theAdviceRestsOnWhatRunningCommitmentsLeave() throws Exception {
        JsonNode best = json().get(0);
        assertThat(best.get("verdict").asText()).isEqualTo("recommended");
        assertThat(best.get("kind").asText()).isEqualTo("compute-sp");
        assertThat(best.get("term").asText()).isEqualTo("1y");
        assertThat(best.get("payment").asText()).isEqualTo("none");
        assertThat(best.get("on_demand_hour").asDouble()).isBetween(4.95, 5.05);
        assertThat(best.get("rate_source").asText()).contains("typical");
        assertThat(best.get("window_days").asInt()).isEqualTo(120);
        assertThat(best.get("hours").asText()).isEqualTo("level days");
    }

    @Test
    void anOptionIsDecidedAboutByItsName() throws Exception {
        String option = json().get(0).get("option").asText();
        assertThat(option).isEqualTo("compute-sp/1y/none/all compute of AWS");
        JsonNode written = json("--dismiss", option, "--reason", "The budget is spent");
        assertThat(written.get(0).get("decision").asText()).isEqualTo("dismissed");
        assertThat(written.get(0).get("to_type").asText()).endsWith("an hour");
        assertThat(json("--reopen", option).get(0).get("decision").asText()).isEqualTo("reopened");
        assertThat(json("--decisions").findValuesAsText("kind")).containsOnly("commitment");
        assertThat(json("--realised")).isEmpty();
    }

    @Test
    void aStatedEndFreesItsUsage() throws Exception {
        Path ends = Files.writeString(folder.resolve("ends.csv"), "commitment,end\nsp-1,2026-11-01\n");
        assertThat(json("--ends", ends).get(0).get("on_demand_hour").asDouble()).isBetween(9.8, 10.1);
        JsonNode held = json("--ends", ends, "--view", "held").get(0);
        assertThat(held.get("end").asText()).isEqualTo("2026-11-01");
        assertThat(held.get("end_known").asText()).isEqualTo("stated");
    }

    @Test
    void runningCommitmentsWithWhatIsKnownOfThem() throws Exception {
        JsonNode held = json("--view", "held").get(0);
        assertThat(held.get("commitment").asText()).isEqualTo("sp-1");
        assertThat(held.get("utilization").asDouble()).isEqualTo(0.8);
        assertThat(held.get("discount_percent").asDouble()).isEqualTo(30);
        assertThat(held.get("commitment_hour").asText()).isEqualTo("3.5000");
        assertThat(held.has("end")).isFalse();
        assertThat(held.get("end_known").asText()).isEqualTo("unknown");
        JsonNode day = json("--view", "coverage").get(0);
        assertThat(day.get("coverage").asDouble()).isEqualTo(0.4);
        assertThat(day.get("utilization").asDouble()).isEqualTo(0.8);
        // List 240, effective 211.2, unused 16.8.
        assertThat(json("--view", "rate")
                        .get(0)
                        .get("effective_savings_rate_percent")
                        .asDouble())
                .isEqualTo(5);
    }

    @Test
    void ownRatesReplaceTheAssumptions() throws Exception {
        Path rates = Files.writeString(
                folder.resolve("rates.csv"),
                "provider,kind,term,payment,discount_percent,as_of\nAWS,compute-sp,3y,none,50%,2026-10-01\n");
        JsonNode rows = json("--rates", rates, "--term", "3y");
        assertThat(rows.get(0).get("discount_percent").asText()).isEqualTo("50");
        assertThat(rows.get(0).get("rate_source").asText()).isEqualTo("rates.csv");
        assertThat(rows.findValuesAsText("kind")).containsOnly("compute-sp");
        assertThat(rows.findValuesAsText("reason")).contains("no rate is known for it; state one with --rates");
    }

    @Test
    void aRateThatCannotBeReadIsRefusedWithItsLine() throws Exception {
        Path rates = Files.writeString(
                folder.resolve("broken.csv"),
                "provider,kind,term,payment,discount_percent,as_of\nAWS,compute-sp,2y,none,50,2026-10-01\n");
        CommandRun run = CommandRun.of("commitments", "--workspace", workspace, "--rates", rates);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("line 2").contains("term (2y)").contains("HR-3250");
        Path ends = Files.writeString(folder.resolve("when.csv"), "commitment,end\nsp-1,soon\n");
        CommandRun other = CommandRun.of("commitments", "--workspace", workspace, "--ends", ends);
        assertThat(other.exitCode()).isEqualTo(3);
        assertThat(other.err()).contains("line 2").contains("HR-3251");
    }

    @Test
    void everyViewWritesATable() throws Exception {
        for (String view : new String[] {"frontier", "ladder"}) {
            Path table = folder.resolve(view + ".csv");
            CommandRun run =
                    CommandRun.of("commitments", "--workspace", workspace, "--view", view, "-o", table, "--quiet");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(Files.readString(table)).contains("provider").contains("AWS");
            assertThat(run.err()).contains("assumed by Headroom").contains("level");
        }
    }

    /// Twice the mean in half of the hours: a commitment for the mean of 10 would be unused in the others.
    @Test
    void hourlyLinesSpreadTheDaysOverTheirHours() throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < 15 * 12; i++) {
            var hour = Instant.parse("2026-07-01T00:00:00Z").plusSeconds(3_600L * (i / 12 * 24 + i % 12));
            rows.append("AWS,1,1,1,1,USD," + hour + "," + hour.plusSeconds(3_600)
                    + ",Usage,Linux,Amazon Elastic Compute Cloud,eu-west-1,i-1,BoxUsage:m5.large,\n");
        }
        Path bill = Files.writeString(folder.resolve("hourly.csv"), rows);
        Path rates = Files.writeString(
                folder.resolve("hours.csv"),
                "provider,kind,term,payment,discount_percent,as_of\nAWS,compute-sp,1y,none,60,2026-10-01\n");
        Path ends = Files.writeString(folder.resolve("over.csv"), "commitment,end\nsp-1,2026-10-01\n");
        JsonNode best = json("--rates", rates, "--ends", ends, "--hourly", bill).get(0);
        assertThat(best.get("hours").asText()).isEqualTo("hour of the week");
        assertThat(best.get("on_demand_hour").asDouble()).isBetween(19.8, 20.2);
        assertThat(best.get("p_unused").asDouble()).isBetween(0.45, 0.6);
        CommandRun daily = CommandRun.of(
                "commitments", "--workspace", workspace, "--hourly", folder.resolve("bill.csv"), "--quiet");
        assertThat(daily.exitCode()).isEqualTo(3);
        assertThat(daily.err()).contains("HR-3254").contains("on 0 days");
    }

    @Test
    void withoutServersTheOrdersSayWhatIsMissing() {
        CommandRun run = CommandRun.of("commitments", "--workspace", workspace, "--view", "orders", "--quiet");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Without rightsizing").contains("HR-3004");
    }

    @Test
    void withoutBillsThereIsNoAdvice() {
        CommandRun run = CommandRun.of("commitments", "--workspace", folder.resolve("empty"));
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("HR-3252").contains("import a bill");
    }

    @Test
    void aTermThatDoesNotExistIsWrongUsage() {
        assertThat(CommandRun.of("commitments", "--workspace", workspace, "--term", "2y")
                        .exitCode())
                .isEqualTo(2);
    }
}
