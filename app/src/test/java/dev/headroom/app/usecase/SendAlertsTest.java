package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.headroom.engine.anomaly.Urgency;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendAlertsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-02T09:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final String SECRET = "T0K3N";
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private int status = 200;
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Webhook webhook() throws UseCaseException {
        return Webhook.at("http://localhost:" + server.getAddress().getPort() + "/services/" + SECRET);
    }

    @FunctionalInterface
    private interface Work {
        void on(OpenWorkspace workspace) throws Exception;
    }

    private void withSpike(Work work) throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            new WatchedBill().times(2, "EC2", "prod", DAY, DAY).importTo(workspace, folder, DAY.plusDays(3));
            work.on(workspace);
        }
    }

    private static List<FoundAnomaly> send(OpenWorkspace workspace, SendAlerts.Channel channel) throws Exception {
        FleetAnomalies all = new WatchAnomalies(workspace).run(WatchAnomalies.Request.usual(), Progress.NONE);
        List<FoundAnomaly> recent = all.found().stream()
                .filter(anomaly -> !anomaly.startDay().isBefore(DAY) && anomaly.urgency() != Urgency.LOW)
                .toList();
        return new SendAlerts(workspace, CLOCK).run(all, recent, channel);
    }

    @Test
    void aNewAnomalyIsPostedOnceInTheFormatOfSlack() throws Exception {
        withSpike(workspace -> {
            assertThat(send(workspace, new SendAlerts.Channel.Post(webhook()))).hasSize(1);
            assertThat(send(workspace, new SendAlerts.Channel.Post(webhook()))).isEmpty();

            assertThat(received).hasSize(1);
            JsonNode message = new ObjectMapper().readTree(received.getFirst());
            assertThat(message.path("text").asText()).isEqualTo("Headroom: 1 new anomaly, 1 critical");
            assertThat(message.path("blocks")).hasSize(2);
            assertThat(message.path("blocks").path(1).path("text").path("type").asText())
                    .isEqualTo("mrkdwn");
            assertThat(message.path("blocks").path(1).path("text").path("text").asText())
                    .contains("*Critical: EC2, prod*", "at the peak, expected", "Main cause: usage-0, EC2, prod");
            assertThat(new DecideAnomaly(workspace, CLOCK).log()).hasSize(1);
            assertThat(new DecideAnomaly(workspace, CLOCK).log().toString()).doesNotContain(SECRET);
        });
    }

    @Test
    void aRefusalSaysWhatToDoKeepsTheSecretAndNotesNothing() throws Exception {
        status = 404;
        withSpike(workspace -> {
            assertThatThrownBy(() -> send(workspace, new SendAlerts.Channel.Post(webhook())))
                    .isInstanceOf(UseCaseException.class)
                    .hasMessageContaining("refused the message with status 404")
                    .hasMessageNotContaining(SECRET);
            assertThat(new DecideAnomaly(workspace, CLOCK).log()).isEmpty();
        });
    }

    @Test
    void aServerThatIsSilentOrAwayIsSaidToBe() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Webhook webhook =
                    Webhook.at("http://127.0.0.1:" + silent.getLocalPort() + "/" + SECRET, Duration.ofMillis(200));
            assertThatThrownBy(() -> webhook.post("{}"))
                    .hasMessageContaining("did not answer in time")
                    .hasMessageNotContaining(SECRET);
        }
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(() ->
                        Webhook.at("http://127.0.0.1:" + port + "/" + SECRET).post("{}"))
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void anAddressThatWouldTellTheSecretIsRefused() {
        for (String address :
                List.of("", "ftp://host/x", "http://example.org/x", "https://me:you@host/x", "not an url")) {
            assertThatThrownBy(() -> Webhook.at(address))
                    .isInstanceOf(UseCaseException.class)
                    .hasMessageContaining("must begin with https://");
        }
    }

    @Test
    void anAddressInASecretIsReadWhenSomethingIsSentAndNeverShown() throws Exception {
        String address = "http://localhost:" + server.getAddress().getPort() + "/services/" + SECRET;
        try (AwsStub aws = new AwsStub(folder).secret("headroom/slack", "{\"url\":\"" + address + "\"}")) {
            Webhook webhook = Webhook.at("aws-secret:headroom/slack#url");
            assertThat(aws.asked()).isEmpty();
            assertThat(webhook.place()).isEqualTo("the address in the secret headroom/slack#url");
            withSpike(workspace -> {
                assertThat(send(workspace, new SendAlerts.Channel.Post(webhook)))
                        .hasSize(1);
                assertThat(new DecideAnomaly(workspace, CLOCK).log().toString()).doesNotContain(SECRET, "slack");
            });
            assertThat(received).hasSize(1);
            assertThat(aws.asked("secretsmanager:GetSecretValue")).hasSize(1);
            status = 500;
            assertThatThrownBy(() -> webhook.post("{}"))
                    .hasMessageContaining("the secret headroom/slack#url refused the message with status 500")
                    .hasMessageNotContaining(SECRET)
                    .hasMessageNotContaining("localhost");
            aws.secret("headroom/slack", "{\"url\":\"http://elsewhere.example.org/" + SECRET + "\"}");
            assertThatThrownBy(() -> webhook.post("{}"))
                    .hasMessageContaining("must begin with https://")
                    .hasMessageNotContaining(SECRET);
            assertThatThrownBy(() -> Webhook.at("aws-secret:headroom/none").post("{}"))
                    .hasMessageContaining("There is no secret headroom/none in eu-central-1");
        }
    }

    @Test
    void aPreviewIsWrittenAndNothingIsNoted() throws Exception {
        withSpike(workspace -> {
            Path file = folder.resolve("message.json");
            assertThat(send(workspace, new SendAlerts.Channel.Preview(file))).hasSize(1);
            assertThat(new ObjectMapper().readTree(file.toFile()).path("blocks"))
                    .hasSize(2);
            assertThat(received).isEmpty();
            assertThat(new DecideAnomaly(workspace, CLOCK).log()).isEmpty();
        });
    }

    @Test
    void anEmailIsWrittenAsRfc5322() throws Exception {
        withSpike(workspace -> {
            Path file = folder.resolve("alert.eml");
            assertThat(send(workspace, new SendAlerts.Channel.Mail(file, "headroom@localhost", "ops@example.org")))
                    .hasSize(1);
            String mail = Files.readString(file);
            assertThat(mail.replace("\r\n", "")).doesNotContain("\n");
            assertThat(mail.lines().filter(line -> line.length() > 78)).isEmpty();
            String head = mail.substring(0, mail.indexOf("\r\n\r\n"));
            assertThat(head.split("\r\n"))
                    .contains(
                            "Date: Wed, 2 Sep 2026 09:00:00 +0000",
                            "From: headroom@localhost",
                            "To: ops@example.org",
                            "MIME-Version: 1.0",
                            "Content-Type: text/plain; charset=UTF-8")
                    .anyMatch(line -> line.startsWith("Subject: Headroom: 1 new anomaly"));
            String text = new String(
                    Base64.getMimeDecoder().decode(mail.substring(mail.indexOf("\r\n\r\n") + 4)),
                    StandardCharsets.UTF_8);
            assertThat(text).contains("Critical: EC2, prod", "Main cause");
        });
    }

    @Test
    void headersCannotBeInjectedAndNamesOfOtherScriptsAreEncoded() {
        assertThat(AlertMail.isAddress("ops+alerts@example.org")).isTrue();
        assertThat(AlertMail.isAddress("a@b.c\r\nBcc: x@y.z")).isFalse();
        assertThat(AlertMail.isAddress("a b@c.d")).isFalse();
        assertThat(AlertMail.header("plain")).isEqualTo("plain");
        String encoded = AlertMail.header("Größe der Übertragung über die lange Leitung nach München");
        assertThat(encoded.split("\r\n ")).allMatch(word -> word.length() <= 75 && word.startsWith("=?UTF-8?B?"));
        StringBuilder decoded = new StringBuilder();
        for (String word : encoded.split("\r\n ")) {
            decoded.append(new String(
                    Base64.getDecoder().decode(word.substring(10, word.length() - 2)), StandardCharsets.UTF_8));
        }
        assertThat(decoded.toString()).isEqualTo("Größe der Übertragung über die lange Leitung nach München");
    }
}
