package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasteCommandTest {
    @TempDir
    Path folder;

    @Test
    void theBillsAreLookedThroughFromTheirLastDayBack() throws Exception {
        StringBuilder rows = new StringBuilder("ProviderName,BilledCost,EffectiveCost,ListCost,BillingCurrency,"
                + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ResourceId,SkuId\n");
        for (int day = 10; day < 30; day++) {
            String span = "2026-03-" + day + "T00:00:00Z,2026-03-" + (day + 1) + "T00:00:00Z,Usage,EC2,";
            rows.append("AWS,0.12,0.12,0.12,USD,").append(span).append("eip-1,PublicIPv4:IdleAddress\n");
            rows.append("AWS,2,2,2,USD,").append(span).append("i-1,BoxUsage:m5.large\n");
        }
        assertThat(run("import", Files.writeString(folder.resolve("bill.csv"), rows))
                        .exitCode())
                .isZero();
        JsonNode found = new ObjectMapper().readTree(run("waste", "--json").out());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("finding").asText()).isEqualTo("idle address");
        assertThat(found.get(0).get("saving").asText()).isEqualTo("2.40");
        assertThat(found.get(0).get("days").asInt()).isEqualTo(20);
        assertThat(run("waste", "--days", 5).err())
                .contains("1 finding from 2026-03-25 to 2026-03-29, 0.60 USD would have been saved");
    }

    @Test
    void whatTheBillsAndTheInventoryShowIsToldOnce() throws Exception {
        StringBuilder rows = new StringBuilder("ProviderName,BilledCost,EffectiveCost,ListCost,BillingCurrency,"
                + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ResourceId,SkuId\n");
        for (int day = 10; day < 30; day++) {
            String span = "2026-03-" + day + "T00:00:00Z,2026-03-" + (day + 1) + "T00:00:00Z,Usage,EC2,";
            rows.append("AWS,0.12,0.12,0.12,USD,").append(span).append("eip-1,PublicIPv4:IdleAddress\n");
            rows.append("AWS,1,1,1,USD,")
                    .append(span)
                    .append("arn:aws:ec2:us-east-1:1:volume/vol-1,EBS:VolumeUsage.gp2\n");
        }
        run("import", Files.writeString(folder.resolve("bill.csv"), rows));
        run("import", Files.writeString(folder.resolve("inventory.csv"), """
                resource,kind,account,region,type,size_gib,attached_to,unattached_since
                eip-1,address,1,us-east-1,,,,
                eip-2,address,1,us-east-1,,,,
                vol-1,volume,1,us-east-1,gp2,300,,2026-01-01
                vol-2,volume,1,mars,gp2,300,,2026-01-01
                """));
        CommandRun all = run("waste", "--json");
        JsonNode found = new ObjectMapper().readTree(all.out());
        assertThat(found)
                .extracting(row -> row.get("resource").asText() + " "
                        + row.get("finding").asText() + " " + row.get("saving").asText() + " "
                        + row.get("source").asText())
                .containsExactly(
                        // All that the volume costs, and not a fifth of it.
                        "arn:aws:ec2:us-east-1:1:volume/vol-1 unattached volume 20 bill and inventory",
                        // 0.005 an hour are 3.60 in 30 days.
                        "eip-2 idle address 3.60 inventory",
                        "eip-1 idle address 2.40 bill and inventory");
        CommandRun loud = CommandRun.of("waste", "--workspace", folder.resolve("workspace"));
        assertThat(loud.err()).contains("Nobody uses vol-2 either, but what they cost is not in the price list");
        JsonNode before = new ObjectMapper()
                .readTree(run("waste", "--json", "--as-known-on", "2030-01-01").out());
        assertThat(before)
                .extracting(row ->
                        row.get("finding").asText() + " " + row.get("source").asText())
                .containsExactly("gp2 volume bill", "idle address bill");
    }

    @Test
    void theInventoryAloneIsEnough() throws Exception {
        run("import", Files.writeString(folder.resolve("inventory.csv"), """
                resource,kind,account,region,attached_to
                eip-1,address,1,us-east-1,
                """));
        assertThat(run("waste").err()).contains("1 finding", "3.60 USD");
    }

    @Test
    void findingsAreDecidedAboutAndWhatTheySavedIsHeldAgainstTheBills() throws Exception {
        StringBuilder rows = new StringBuilder("ProviderName,BilledCost,EffectiveCost,ListCost,BillingCurrency,"
                + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ResourceId,SkuId\n");
        for (int day = 10; day < 30; day++) {
            String span = "2026-03-" + day + "T00:00:00Z,2026-03-" + (day + 1) + "T00:00:00Z,Usage,EC2,";
            rows.append("AWS,0.12,0.12,0.12,USD,").append(span).append("eip-1,PublicIPv4:IdleAddress\n");
        }
        run("import", Files.writeString(folder.resolve("bill.csv"), rows));
        assertThat(run("waste", "--dismiss", "eip-1").exitCode())
                .as("without a reason")
                .isEqualTo(2);
        assertThat(run("waste", "--dismiss", "eip-1", "--reason", "Kept for the phones")
                        .out())
                .contains("dismissed: eip-1");
        assertThat(run("waste", "--accept", "eip-2").err()).contains("HR-3033", "eip-2");
        assertThat(run("waste", "--done", "eip-1").exitCode()).isZero();
        JsonNode log = new ObjectMapper()
                .readTree(run("waste", "--decisions", "--json").out());
        assertThat(log.findValuesAsText("decision")).containsExactly("dismissed", "done");
        assertThat(log.get(0).get("kind").asText()).isEqualTo("waste");
        assertThat(log.get(0).get("to_type").asText()).isEqualTo("idle address");
        assertThat(log.get(0).get("monthly_saving_gross").asText()).startsWith("2.43");
        assertThat(new ObjectMapper()
                        .readTree(run("rightsize", "--decisions", "--json").out()))
                .as("each command lists its own")
                .isEmpty();
        JsonNode realised =
                new ObjectMapper().readTree(run("waste", "--realised", "--json").out());
        assertThat(realised)
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get("note").asText()).contains("no day after the change is billed yet"));
        assertThat(run("verify").out()).contains("2 decisions").contains("sound");
    }

    @Test
    void withoutBillsThereIsNothingToLookThrough() {
        CommandRun run = run("waste");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("HR-3181");
        assertThat(run("waste", "--days", 0).exitCode()).isEqualTo(2);
    }

    private CommandRun run(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }
}
