package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PullCommandTest {
    @TempDir
    Path folder;

    private final Properties before = new Properties();
    private HttpServer server;
    private int status;
    private String answer = "";

    @BeforeEach
    void serve() throws Exception {
        before.putAll(System.getProperties());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean document = exchange.getRequestHeaders().containsKey("X-Amz-Target")
                    || exchange.getRequestURI().getPath().startsWith("/2015-03-31/functions")
                    || exchange.getRequestURI().getPath().equals("/DescribeSavingsPlansOfferingRates");
            byte[] body = (document && status == 200 ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Path secrets = Files.writeString(
                folder.resolve("credentials"),
                "[default]\naws_access_key_id = AKIAANALYST\naws_secret_access_key = very-secret-text\n");
        System.setProperty("aws.configFile", folder.resolve("none").toString());
        System.setProperty("aws.sharedCredentialsFile", secrets.toString());
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
        server.stop(0);
    }

    private CommandRun pull(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "pull";
        arguments[1] = "aws";
        arguments[2] = "--workspace";
        arguments[3] = folder.resolve("w").toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandRun.of(arguments);
    }

    @Test
    void thePolicyOnlyReads() throws Exception {
        CommandRun run = pull("--print-policy", "--role", "arn:aws:iam::{account}:role/look");
        assertThat(run.exitCode()).isZero();
        JsonNode policy = new ObjectMapper().readTree(run.out());
        policy.get("Statement")
                .forEach(statement -> statement
                        .get("Action")
                        .forEach(action -> assertThat(action.asText())
                                .matches("[a-z0-9-]+:((Describe|List|Get|View)\\w+|(Start|Stop)QueryExecution)")));
        assertThat(run.out()).contains("arn:aws:iam::*:role/look", "ec2:DescribeInstances");
        assertThat(pull("--print-policy", "--export", "s3://bills/daily").out()).contains("arn:aws:s3:::bills");
    }

    @Test
    void anEmptyRegionIsPulledAndItsPriceTold() throws Exception {
        status = 200;
        answer = "<DescribeInstancesResponse><GetCallerIdentityResult><Account>111122223333</Account>"
                + "<Arn>arn:aws:iam::111122223333:user/analyst</Arn></GetCallerIdentityResult>"
                + "</DescribeInstancesResponse>";
        CommandRun plan = pull("--regions", "eu-central-1", "--dry-run", "--json");
        assertThat(plan.exitCode()).isZero();
        JsonNode tree = new ObjectMapper().readTree(plan.out());
        assertThat(tree.get("account").asText()).isEqualTo("111122223333");
        assertThat(tree.get("expected").get("values").asLong()).isZero();
        CommandRun run = pull("--regions", "eu-central-1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("aws/111122223333/eu-central-1/inventory: 0 rows", "Asked 21 calls");
    }

    @Test
    void wrongCredentialsEndWithTheCodeOfASourceAndSayNothingSecret() {
        status = 403;
        answer = "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>very-secret-text</Message></Error>"
                + "</ErrorResponse>";
        CommandRun run = pull("--regions", "eu-central-1");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("HR-4003", "log in again").doesNotContain("very-secret", "AKIA");
    }

    @Test
    void wrongUsageSaysWhatToNameInstead() {
        assertThat(pull("--what", "gold").err())
                .contains("gold is not one of inventory, usage, cost, prices, recommendations");
        assertThat(pull("--accounts", "12").err()).contains("12 digits");
        CommandRun several = pull("--accounts", "111122223333,444455556666");
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("--role");
        CommandRun address = pull("--regions", "eu-central-1", "--export", "bucket/export");
        assertThat(address.exitCode()).isEqualTo(2);
        assertThat(address.err()).contains("s3://bucket/prefix/export-name", "HR-4022");
        assertThat(pull("--regions", "eu-central-1", "--athena", "a;b").err()).contains("database.table");
        assertThat(pull("--step", "day").err()).contains("hour, 5min or minute");
        assertThat(CommandRun.of("pull").exitCode()).isEqualTo(2);
    }

    @Test
    void whatAwsSaysIsATableAlsoWhenNothingWasPulled() {
        CommandRun run = CommandRun.of("pull", "advice", "--view", "commitments", "--workspace", folder.resolve("w"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip())
                .isEqualTo("account,commitment,month,used_percent,covered_percent,saving,on_demand");
        assertThat(CommandRun.of("pull", "advice", "--view", "weather").exitCode())
                .isEqualTo(2);
    }
}
