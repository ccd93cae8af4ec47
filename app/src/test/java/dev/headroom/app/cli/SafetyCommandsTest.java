package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups, retention and the audit log as a user meets them.
class SafetyCommandsTest {
    @TempDir
    Path folder;

    private CommandRun run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = folder.resolve("workspace");
        all[arguments.length + 2] = "--quiet";
        return CommandRun.of(all);
    }

    private void importHours() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_mean\n");
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        for (int hour = 0; hour < 24 * 60; hour++) {
            rows.append(start.plus(hour, ChronoUnit.HOURS))
                    .append(",web-1,")
                    .append(20 + hour % 24)
                    .append('\n');
        }
        rows.append("never,web-1,7\n");
        assertThat(run("import", Files.writeString(folder.resolve("cpu.csv"), rows))
                        .exitCode())
                .isZero();
    }

    @Test
    void aBackupIsMadeCheckedAndPutBack() throws Exception {
        importHours();
        Path file = folder.resolve("backup.zip");
        CommandRun made = run("backup", file);
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains("SHA-256");
        CommandRun again = run("backup", file);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("exists").contains("HR-1013");
        assertThat(run("backup", file, "--overwrite").exitCode()).isZero();

        CommandRun checked = run("verify", file);
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).contains("1,440 observations").contains("The backup is sound.");
        CommandRun missing = run("verify", folder.resolve("none.zip"));
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).contains("There is no backup file");

        assertThat(run("restore", file).err()).contains("is not empty").contains("HR-1013");
        assertThat(run("restore", file, "--replace").exitCode()).isZero();
        Path fresh = folder.resolve("fresh");
        CommandRun restored = CommandRun.of("restore", file, "--workspace", fresh, "--json");
        assertThat(restored.exitCode()).isZero();
        assertThat(new ObjectMapper().readTree(restored.out()).get("sha256").asText())
                .hasSize(64);
        Files.writeString(file, "not a backup");
        assertThat(run("restore", file, "--replace").err())
                .contains("is no backup")
                .contains("HR-1012");
        assertThat(run("verify").exitCode()).isZero();
    }

    @Test
    void retentionIsListedFirstAndForecastsGoOnFromTheDays() throws Exception {
        importHours();
        CommandRun dry = run("retain", "--keep", "hourly=300d,rejects=1d", "--roll-up", "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out())
                .contains("hourly web-1/cpu mean PT1H: 1,440 rows")
                .contains("kept as 120 days")
                .contains("Would be removed by hourly=300d,rejects=1d with roll-up to days");
        assertThat(run("verify").out()).contains("1,440 observations");
        Path policy = Files.writeString(folder.resolve("policy.txt"), "# ours\nhourly=300d\nrejects=1d\n");
        JsonNode done = new ObjectMapper()
                .readTree(
                        run("retain", "--policy", policy, "--roll-up", "--json").out());
        assertThat(done.get("removed").get(0).get("rows").asInt()).isEqualTo(1440);
        assertThat(run("verify").out()).contains("120 observations").contains("sound");
        assertThat(run("forecast", "--horizon", 7, "-o", folder.resolve("f.csv"))
                        .exitCode())
                .isZero();
    }

    @Test
    void wrongPoliciesAreWrongUsageWithTheKinds() {
        CommandRun unknown = run("retain", "--keep", "invoices=3d");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("hourly").contains("rejects");
        assertThat(run("retain").exitCode()).isEqualTo(2);
        assertThat(run("retain", "--keep", "hourly=3d", "--policy", "x").exitCode())
                .isEqualTo(2);
        assertThat(run("retain", "--policy", folder.resolve("none")).err()).contains("cannot be read");
        assertThat(run("retain", "--keep", "hourly=3d").err()).contains("There is no workspace in");
    }

    @Test
    void theAuditLogListsEveryChange() throws Exception {
        importHours();
        CommandRun all = run("audit");
        assertThat(all.out().lines().findFirst()).contains("number,at,person,action,subject,detail,hash");
        assertThat(all.out()).contains("imported").contains("1441 rows, 1440 accepted, 1 rejected");
        JsonNode json = new ObjectMapper().readTree(run("audit", "--json").out());
        assertThat(json.get(json.size() - 1).get("person").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(run("audit", "--since", LocalDate.now(ZoneOffset.UTC).plusDays(2))
                        .out()
                        .lines())
                .hasSize(1);
        assertThat(run("audit", "--since", "yesterday").exitCode()).isEqualTo(2);
    }

    @Test
    void theEndOfTheAuditLogCanBeNotedAndHeldAgainstTheLogLater() throws Exception {
        importHours();
        String head = run("verify")
                .out()
                .lines()
                .filter(line -> line.startsWith("Audit log ends with "))
                .map(line -> line.substring("Audit log ends with ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(run("retain", "--keep", "rejects=900d").exitCode()).isZero();
        assertThat(run("verify", "--audit-head", head).exitCode()).isZero();
        String other = head.substring(0, head.length() - 1) + (head.endsWith("0") ? "1" : "0");
        CommandRun changed = run("verify", "--audit-head", other);
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.err()).contains("is not the one that ended with the change");
        assertThat(run("verify", "--audit-head", "7").exitCode()).isEqualTo(2);
        assertThat(run("verify", folder.resolve("x.zip"), "--audit-head", head).exitCode())
                .isEqualTo(2);
        assertThat(run("audit").out()).contains("setting changed,retention policy,\"from nothing to");
    }
}
