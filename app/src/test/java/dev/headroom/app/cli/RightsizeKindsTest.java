package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsizeKindsTest {
    @TempDir
    Path folder;

    private void fill() throws Exception {
        run("import", Files.writeString(folder.resolve("inventory.csv"), """
                resource,kind,account,region,type,size_gib,iops,memory_mb,timeout_s,engine,storage_type,attached_to
                web-1,server,1,us-east-1,m5.large,,,,,,,
                vol-1,volume,1,us-east-1,gp2,500,,,,,,web-1
                db-1,database,1,us-east-1,db.m5.xlarge,100,,,,mysql,gp2,
                fn-1,function,1,us-east-1,,,,1024,30,,,
                eip-1,address,1,us-east-1,,,,,,,,
                """));
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95,freeable_memory_min[GiB],iops_p95,"
                + "invocations,duration_ms,duration_ms_max,used_memory_max_mb\n");
        for (int i = 0; i < 120; i++) {
            LocalDate day = LocalDate.of(2026, 6, 1).plusDays(i);
            rows.append(day).append(",web-1,30,,,,,,\n");
            rows.append(day).append(",db-1,10,12,,,,,\n");
            rows.append(day).append(",vol-1,,,400,,,,\n");
            rows.append(day).append(",fn-1,,,,100000,200,2000,200\n");
        }
        assertThat(run("import", Files.writeString(folder.resolve("use.csv"), rows))
                        .exitCode())
                .isZero();
    }

    @Test
    void eachKindIsAskedForByItself() throws Exception {
        fill();
        JsonNode volume = only("volumes");
        assertThat(volume.get("from_type").asText()).isEqualTo("gp2 500 GiB");
        assertThat(volume.get("to_type").asText()).isEqualTo("gp3 500 GiB, 3,000 IOPS, 250 MiB/s");
        assertThat(volume.get("monthly_saving_gross").asText()).isEqualTo("5.00");
        JsonNode database = only("databases");
        assertThat(database.get("to_type").asText()).startsWith("db.");
        assertThat(database.get("risk_grades").asText()).contains("memory");
        JsonNode function = only("functions");
        assertThat(function.get("to_type").asText()).isEqualTo("576 MB, arm64");
        assertThat(function.get("monthly_saving_least").asDouble())
                .isLessThan(function.get("monthly_saving_most").asDouble());
        assertThat(function.get("effort").asText()).isEqualTo("medium");
    }

    @Test
    void otherResourcesAreDecidedAboutInTheSameLog() throws Exception {
        fill();
        assertThat(run("rightsize", "--kind", "volumes", "--accept", "vol-1").exitCode())
                .isZero();
        assertThat(run("rightsize", "--kind", "all", "--accept", "vol-1").exitCode())
                .as("which kind is not said")
                .isEqualTo(2);
        assertThat(run("rightsize", "--kind", "volumes", "--accept", "db-1").err())
                .contains("HR-3033", "db-1");
        JsonNode log = new ObjectMapper()
                .readTree(run("rightsize", "--kind", "volumes", "--decisions", "--json")
                        .out());
        assertThat(log).hasSize(1);
        assertThat(log.get(0).get("kind").asText()).isEqualTo("resource");
        assertThat(log.get(0).get("to_type").asText()).isEqualTo("gp3 500 GiB, 3,000 IOPS, 250 MiB/s");
        assertThat(run("verify").out()).contains("1 decision").contains("sound");
    }

    @Test
    void allIsServersAndEverythingElseInOneTable() throws Exception {
        fill();
        JsonNode all = new ObjectMapper()
                .readTree(run("rightsize", "--kind", "all", "--json").out());
        assertThat(all)
                .extracting(row -> row.get("kind").asText())
                .containsExactlyInAnyOrder("server", "volume", "database", "function", "address");
        // Servers stay the default, and what the inventory knows as something else is none of them.
        JsonNode servers =
                new ObjectMapper().readTree(run("rightsize", "--json").out());
        assertThat(servers).hasSize(1);
        assertThat(servers.get(0).get("resource").asText()).isEqualTo("web-1");
        assertThat(run("rightsize", "--kind", "all", "-o", folder.resolve("all.csv"))
                        .out())
                .contains("Servers: ", "Others: ", "at list prices of");
    }

    @Test
    void aWrongKindAndAnEmptyInventoryAreTold() {
        CommandRun wrong = run("rightsize", "--kind", "disks");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("servers, databases, volumes, functions, all");
        assertThat(run("rightsize", "--kind", "volumes", "--hindsight", 30).exitCode())
                .isEqualTo(2);
        CommandRun empty = run("rightsize", "--kind", "volumes");
        assertThat(empty.exitCode()).isEqualTo(3);
        assertThat(empty.err()).contains("holds no volumes", "HR-3190");
    }

    private JsonNode only(String kind) throws Exception {
        JsonNode rows = new ObjectMapper()
                .readTree(run("rightsize", "--kind", kind, "--json").out());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("action").asText()).isEqualTo("change");
        return rows.get(0);
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
