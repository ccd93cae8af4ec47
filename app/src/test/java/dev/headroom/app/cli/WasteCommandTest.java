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
