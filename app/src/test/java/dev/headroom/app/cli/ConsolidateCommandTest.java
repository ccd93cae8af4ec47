package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four quiet servers and a busy one, of two accounts.
class ConsolidateCommandTest {
    @TempDir
    Path folder;

    @Test
    void quietServersOfOneAccountShareAMachine() throws Exception {
        importServers();
        JsonNode rows = new ObjectMapper().readTree(run("consolidate", "--json").out());
        assertThat(rows.findValuesAsText("resource")).containsExactlyInAnyOrder("a1", "a2", "a3", "b1");
        for (JsonNode row : rows) {
            if (row.get("resource").asText().startsWith("a")) {
                assertThat(row.get("machine_servers").asInt()).isEqualTo(3);
                assertThat(row.get("machine_cpu_peak").asDouble()).isLessThan(70 / 1.2);
                assertThat(row.get("place").asText()).contains("account-a");
            } else {
                assertThat(row.has("machine")).as("alone in its account").isFalse();
            }
            assertThat(row.get("cluster").asText()).contains("use");
        }
        assertThat(run("consolidate", "-o", folder.resolve("c.csv")).out())
                .contains("4 underused servers in")
                .contains("3 of them fit on 1 machine, saving");
    }

    @Test
    void aPlaceIsDecidedAboutByItsName() throws Exception {
        importServers();
        JsonNode rows = new ObjectMapper().readTree(run("consolidate", "--json").out());
        String place = rows.findValuesAsText("place").getFirst();
        assertThat(run("consolidate", "--accept", place).out()).contains("accepted: " + place);
        JsonNode log = new ObjectMapper()
                .readTree(run("consolidate", "--decisions", "--json").out());
        assertThat(log.get(0).get("kind").asText()).isEqualTo("consolidation");
        assertThat(log.get(0).get("to_type").asText()).isEqualTo("1 machine");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(run("consolidate", "--most", 0).err()).contains("--most (0)");
        assertThat(run("consolidate", "--policy", "boldest").err()).contains("balanced");
        assertThat(run("consolidate").exitCode()).as("an empty workspace").isEqualTo(3);
    }

    private void importServers() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95,memory_p95\n");
        StringBuilder inventory =
                new StringBuilder("resource,name,provider,account,region,environment,archetype,instance_type,from\n");
        for (String server : new String[] {"a1", "a2", "a3", "b1", "busy"}) {
            Random random = new Random(server.hashCode());
            inventory.append(server).append(',').append(server).append(",AWS,account-");
            inventory.append(server.equals("busy") ? "a" : server.substring(0, 1));
            inventory.append(",us-east-1,prod,web,m6a.2xlarge,2020-01-01T00:00:00Z\n");
            double load = server.equals("busy") ? 85 : 8;
            for (int day = 0; day < 200; day++) {
                rows.append(LocalDate.of(2025, 1, 1).plusDays(day)).append(',').append(server);
                rows.append(String.format(
                        Locale.ROOT, ",%.2f,%.2f%n", load + random.nextDouble(), 20 + random.nextDouble()));
            }
        }
        Path file = Files.writeString(folder.resolve("days.csv"), rows);
        Path servers = Files.writeString(folder.resolve("inventory.csv"), inventory);
        assertThat(run("import", file, servers).exitCode()).isZero();
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
