package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.WatchedBill;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    @TempDir
    Path folder;

    private Path workspace;

    @BeforeEach
    void bill() throws Exception {
        workspace = folder.resolve("workspace");
        try (OpenWorkspace open = OpenWorkspace.at(workspace)) {
            new WatchedBill().times(2, "EC2", "prod", DAY, DAY).importTo(open, folder, DAY.plusDays(3));
        }
    }

    private CommandRun run(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "anomalies";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--workspace";
        all[arguments.length + 2] = workspace;
        return CommandRun.of(all);
    }

    private JsonNode listed(Object... arguments) throws Exception {
        CommandRun run = run(arguments);
        assertThat(run.exitCode()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theEpisodesOfTheWorkspaceAreListedAsTextJsonAndCsv() throws Exception {
        assertThat(run("--since", DAY).out()).contains("1 anomaly since 2026-06-10: 1 critical", "spike  EC2, prod");
        JsonNode row = listed("--since", DAY, "--json").path(0);
        assertThat(row.path("start").asText()).isEqualTo("2026-06-10T00:00:00Z");
        assertThat(row.path("service").asText()).isEqualTo("EC2");
        assertThat(row.path("status").asText()).isEqualTo("open");
        assertThat(row.path("urgency").asText()).isEqualTo("critical");
        assertThat(row.path("impact").asDouble()).isBetween(380.0, 600.0);
        assertThat(row.path("cause_share").asDouble()).isEqualTo(1);
        Path csv = folder.resolve("anomalies.csv");
        assertThat(run("--since", DAY, "-o", csv).exitCode()).isZero();
        assertThat(Files.readAllLines(csv)).hasSize(2);
        assertThat(Files.readString(csv)).startsWith("id,start,last,peak,kind,direction,state,status,severity,urgency");
    }

    @Test
    void severityStatusAndSinceChoose() {
        assertThat(run("--since", DAY.plusDays(1)).out()).contains("0 anomalies since 2026-06-11");
        assertThat(run("--since", DAY, "--status", "expected").out()).contains("0 anomalies");
        assertThat(run("--severity", "loud").exitCode()).isEqualTo(2);
        assertThat(run("--since", "June").err()).contains("--since is a day such as 2026-11-01, not June.");
        assertThat(run("--basis", "list").exitCode()).isEqualTo(2);
    }

    @Test
    void anAnomalyIsAcknowledgedExpectedAndReopened() throws Exception {
        String id = listed("--since", DAY, "--json").path(0).path("id").asText();

        assertThat(run("acknowledge", id, "--reason", "seen").out()).contains(id, "acknowledged");
        assertThat(run("expect", id, "--learn", "once").exitCode()).isEqualTo(2);
        assertThat(run("expect", id, "--learn", "weekday", "--reason", "weekly run")
                        .out())
                .contains("expected", "that begins on a Wednesday after 2026-06-10 does not alert.");
        assertThat(run("reopen", id).out()).contains(id, "open");
        assertThat(run("acknowledge", "ffffffff").err()).contains("There is no anomaly ffffffff");
        JsonNode log = listed("log", "--json");
        assertThat(log).hasSize(3);
        assertThat(log.path(1).path("learnt").asText()).startsWith("weekday up ");
        assertThat(log.path(1).path("id").asText()).isEqualTo(id);
    }

    @Test
    void aKnownEventIsKeptAndLifted() {
        assertThat(run("suppress", "--scope", "account:prod", "--from", DAY, "--to", DAY, "--reason", "sale")
                        .out())
                .contains("account:prod  2026-06-10 to 2026-06-10  sale");
        assertThat(run("--since", DAY).out()).contains("suppressed");
        assertThat(run("suppress", "--scope", "account:prod", "--from", DAY, "--to", DAY, "--lift")
                        .out())
                .contains("No known events.");
        assertThat(run("suppress", "--scope", "team:x", "--from", DAY, "--to", DAY, "--reason", "sale")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void sendingNeedsATargetAndSendsOnce() throws Exception {
        Path mail = folder.resolve("alert.eml");
        assertThat(run("send").err()).contains("HEADROOM_WEBHOOK");
        assertThat(run("send", "--mail", mail).err()).contains("--to");
        assertThat(run("send", "--mail", mail, "--to", "ops@example.org").out()).contains("1 anomaly sent.");
        assertThat(run("send", "--mail", mail, "--to", "ops@example.org").out()).contains("Nothing new since");
        assertThat(run("send", "--dry-run", folder.resolve("message.json")).out())
                .contains("1 anomaly would be sent.");
        assertThat(Files.readString(mail)).contains("Subject: Headroom: 1 new anomaly, 1 critical (EC2, prod)");
        assertThat(run("send", "--webhook", "http://example.org/secret").err())
                .contains("HR-3320")
                .doesNotContain("secret");
    }

    @Test
    void aFileNeedsAResult() {
        assertThat(run(folder.resolve("load.csv")).err()).contains("with -o");
    }
}
