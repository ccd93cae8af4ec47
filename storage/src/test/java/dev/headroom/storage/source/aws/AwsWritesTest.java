package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.storage.source.aws.AwsCustomMetrics.Score;
import dev.headroom.storage.source.aws.AwsCustomMetrics.Unit;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

class AwsWritesTest {
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final String ROLE = "arn:aws:iam::111122223333:role/headroom-write";
    private static final String ADDRESS = "https://hooks.example.org/services/T0P-S3CR3T";

    @TempDir
    Path folder;

    private final List<PutMetricDataRequest> metrics = new ArrayList<>();
    private final List<PublishRequest> messages = new ArrayList<>();
    private final List<Call> secretCalls = new ArrayList<>();
    private final CallMeter meter = new CallMeter();

    @SuppressWarnings("NullAway.Init")
    private LoopbackAws aws;

    @SuppressWarnings("NullAway.Init")
    private LoopbackLogin login;

    @BeforeEach
    void serve() throws Exception {
        aws = new LoopbackAws()
                .on(
                        "monitoring",
                        "PutMetricData",
                        PutMetricDataRequest::builder,
                        (PutMetricDataRequest request, Call call) -> {
                            metrics.add(request);
                            return PutMetricDataResponse.builder().build();
                        })
                .on("sns", "Publish", PublishRequest::builder, (PublishRequest request, Call call) -> {
                    messages.add(request);
                    return PublishResponse.builder().messageId("m-1").build();
                })
                .on(
                        "secretsmanager",
                        "GetSecretValue",
                        GetSecretValueRequest::builder,
                        (GetSecretValueRequest request, Call call) -> {
                            secretCalls.add(call);
                            return secret(request.secretId());
                        });
        login = new LoopbackLogin(aws, folder);
    }

    private static GetSecretValueResponse secret(String id) throws Fault {
        GetSecretValueResponse.Builder secret = GetSecretValueResponse.builder().name(id);
        return switch (id) {
            case "headroom/plain" -> secret.secretString(ADDRESS).build();
            case "headroom/json", "arn:aws:secretsmanager:us-west-2:111122223333:secret:headroom/json-AbCdEf" ->
                secret.secretString("{\"url\":\"" + ADDRESS + "\",\"port\":443}")
                        .build();
            case "headroom/binary" -> secret.build();
            case "other/team" -> throw new Fault(400, "AccessDeniedException", "not authorized");
            default -> throw new Fault(400, "ResourceNotFoundException", "cannot find it");
        };
    }

    @AfterEach
    void restore() {
        login.close();
    }

    private AwsConnection connection() throws AwsFailureException {
        return AwsConnection.open(AwsLogin.usual().withProfile("analyst"), "eu-central-1", MfaPrompt.NOBODY, meter);
    }

    private static Score score(int number) {
        return new Score("BacktestMase", Map.of("Model", "model-" + number), NOW, Unit.NONE, 0.5, 1.5, 4, 5);
    }

    @Test
    void scoresGoInAsFewCallsAsCloudWatchTakes() throws Exception {
        try (AwsConnection connection = connection()) {
            connection
                    .customMetrics()
                    .put(
                            "Headroom",
                            IntStream.range(0, 1_001)
                                    .mapToObj(AwsWritesTest::score)
                                    .toList());
        }
        assertThat(metrics).extracting(request -> request.metricData().size()).containsExactly(500, 500, 1);
        assertThat(AwsCustomMetrics.calls(1_001)).isEqualTo(3);
        assertThat(metrics)
                .allSatisfy(request -> assertThat(request.namespace()).isEqualTo("Headroom"));
        MetricDatum first = metrics.getFirst().metricData().getFirst();
        assertThat(first.dimensions().getFirst().value()).isEqualTo("model-0");
        assertThat(first.timestamp()).isEqualTo(NOW);
        assertThat(first.statisticValues().sum()).isEqualTo(4);
        assertThat(first.statisticValues().sampleCount()).isEqualTo(5);
        assertThat(first.statisticValues().minimum()).isEqualTo(0.5);
        assertThat(first.statisticValues().maximum()).isEqualTo(1.5);
        assertThat(meter.usage().get("cloudwatch:PutMetricData"))
                .satisfies(usage -> assertThat(usage.usd()).isEqualByComparingTo("0.00003"));
    }

    @Test
    void aScoreOfTheWholeHasNoDimensions() throws Exception {
        try (AwsConnection connection = connection()) {
            connection
                    .customMetrics()
                    .put("Headroom", List.of(new Score("SeriesDrifted", Map.of(), NOW, Unit.COUNT, 3, 3, 3, 1)));
        }
        MetricDatum only = metrics.getFirst().metricData().getFirst();
        assertThat(only.hasDimensions()).isFalse();
        assertThat(only.statisticValues().sum()).isEqualTo(3);
    }

    @Test
    void aMessageHasItsAttributesAndGoesToTheRegionOfTheTopic() throws Exception {
        AwsTopic.Message message = new AwsTopic.Message("a1", "Headroom: High", "text é", Map.of("severity", "high"));
        try (AwsConnection connection = connection()) {
            connection
                    .topic(TopicArn.of("arn:aws:sns:us-west-2:111122223333:alerts"))
                    .publish(message);
            connection
                    .topic(TopicArn.of("arn:aws:sns:us-west-2:111122223333:alerts.fifo"))
                    .publish(message);
        }
        assertThat(messages.getFirst().subject()).isEqualTo("Headroom: High");
        assertThat(messages.getFirst().message()).isEqualTo("text é");
        assertThat(messages.getFirst().messageAttributes())
                .hasEntrySatisfying(
                        "severity", value -> assertThat(value.stringValue()).isEqualTo("high"));
        assertThat(messages.getFirst().messageGroupId()).isNull();
        assertThat(messages.getLast().messageDeduplicationId()).isEqualTo("a1");
        assertThat(aws.calls()).extracting(Call::region).containsOnly("us-west-2");
    }

    @Test
    void theRoleOfASwitchSignsTheCall() throws Exception {
        List<String> roles = new ArrayList<>();
        aws.on("sts", "AssumeRole", AssumeRoleRequest::builder, (AssumeRoleRequest request, Call call) -> {
            roles.add(request.roleArn());
            return AssumeRoleResponse.builder()
                    .credentials(Credentials.builder()
                            .accessKeyId("ASIAWRITER")
                            .secretAccessKey("s")
                            .sessionToken("t")
                            .expiration(Instant.parse("2099-01-01T00:00:00Z"))
                            .build())
                    .build();
        });
        try (AwsConnection connection = writer()) {
            connection.customMetrics().put("Headroom", List.of(score(1)));
        }
        assertThat(roles).containsExactly(ROLE);
        assertThat(aws.calls().getLast().accessKey()).isEqualTo("ASIAWRITER");
    }

    private AwsConnection writer() throws AwsFailureException {
        AwsLogin.Role role = new AwsLogin.Role(ROLE, Optional.empty(), Optional.empty());
        return AwsConnection.open(
                AwsLogin.usual().withProfile("analyst").withRole(role), "eu-central-1", MfaPrompt.NOBODY, meter);
    }

    @Test
    void aRoleThatCannotBeTakenIsToldFromOneThatMayNotWrite() throws Exception {
        aws.on("sts", "AssumeRole", AssumeRoleRequest::builder, (AssumeRoleRequest request, Call call) -> {
            throw Fault.denied("sts:AssumeRole");
        });
        try (AwsConnection connection = writer()) {
            assertThatThrownBy(() -> connection.customMetrics().put("Headroom", List.of(score(1))))
                    .isInstanceOfSatisfying(
                            AwsFailureException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("HR-4051"))
                    .hasMessageContaining(ROLE)
                    .hasMessageContaining("sts:AssumeRole");
        }
        aws.on("sns", "Publish", PublishRequest::builder, (PublishRequest request, Call call) -> {
            throw new Fault(403, "AuthorizationError", "no");
        });
        TopicArn topic = TopicArn.of("arn:aws:sns:eu-central-1:111122223333:alerts");
        try (AwsConnection connection = connection()) {
            assertThatThrownBy(() -> connection.topic(topic).publish(new AwsTopic.Message("1", "s", "b", Map.of())))
                    .isInstanceOfSatisfying(
                            AwsFailureException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("HR-4050"))
                    .hasMessageContaining("sns:Publish on " + topic + "; attach the policy that headroom publish aws");
        }
    }

    @Test
    void aTopicThatIsGoneIsTold() throws Exception {
        aws.on("sns", "Publish", PublishRequest::builder, (PublishRequest request, Call call) -> {
            throw new Fault(404, "NotFound", "Topic does not exist");
        });
        try (AwsConnection connection = connection()) {
            assertThatThrownBy(() -> connection
                            .topic(TopicArn.of("arn:aws:sns:eu-central-1:111122223333:gone"))
                            .publish(new AwsTopic.Message("1", "s", "b", Map.of())))
                    .isInstanceOfSatisfying(
                            AwsFailureException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("HR-4020"))
                    .hasMessageContaining("no place to write to at arn:aws:sns");
        }
    }

    @Test
    void thePolicyHasAStatementForWhatIsOnAndNothingElse() throws Exception {
        JsonNode all = new ObjectMapper()
                .readTree(AwsWritePolicy.json(
                        Optional.of(S3Address.of("s3://lake/plans")),
                        Optional.of("Headroom"),
                        Optional.of(TopicArn.of("arn:aws:sns:eu-central-1:111122223333:alerts"))));
        assertThat(all.path("Statement").toString())
                .isEqualTo("[{\"Sid\":\"HeadroomWriteSeries\",\"Effect\":\"Allow\",\"Action\":\"s3:PutObject\","
                        + "\"Resource\":\"arn:aws:s3:::lake/plans/*\"},"
                        + "{\"Sid\":\"HeadroomWriteMetrics\",\"Effect\":\"Allow\",\"Action\":\"cloudwatch:PutMetricData\","
                        + "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"cloudwatch:namespace\":\"Headroom\"}}},"
                        + "{\"Sid\":\"HeadroomWriteAlerts\",\"Effect\":\"Allow\",\"Action\":\"sns:Publish\","
                        + "\"Resource\":\"arn:aws:sns:eu-central-1:111122223333:alerts\"}]");
        assertThat(AwsWritePolicy.json(Optional.of(S3Address.of("s3://lake")), Optional.empty(), Optional.empty()))
                .contains("arn:aws:s3:::lake/*\"")
                .doesNotContain("cloudwatch", "sns");
    }

    @Test
    void aSecretIsReadWholeOrByAKeyAndByItsArnInItsRegion() throws Exception {
        try (AwsConnection connection = connection()) {
            assertThat(connection.secrets().read(SecretName.of("aws-secret:headroom/plain")))
                    .isEqualTo(ADDRESS);
            assertThat(connection.secrets().read(SecretName.of("aws-secret:headroom/json#url")))
                    .isEqualTo(ADDRESS);
        }
        SecretName arn = SecretName.of(
                "aws-secret:arn:aws:secretsmanager:us-west-2:111122223333:secret:headroom/json-AbCdEf#url");
        assertThat(arn.region()).contains("us-west-2");
        assertThat(arn.key()).contains("url");
        assertThat(secretCalls).extracting(Call::region).containsExactly("eu-central-1", "eu-central-1");
    }

    @Test
    void whatASecretHoldsIsInNoMessageWhateverIsWrongWithIt() throws Exception {
        try (AwsConnection connection = connection()) {
            for (String[] wrong : new String[][] {
                {"headroom/gone", "HR-4056", "There is no secret headroom/gone in eu-central-1"},
                {"other/team", "HR-4057", "begin with headroom/"},
                {"headroom/plain#url", "HR-4058", "is no JSON object"},
                {"headroom/json#host", "HR-4058", "has no text under the key host"},
                {"headroom/json#port", "HR-4058", "has no text under the key port"},
                {"headroom/binary", "HR-4058", "holds no text"}
            }) {
                assertThatThrownBy(() -> connection.secrets().read(SecretName.of("aws-secret:" + wrong[0])))
                        .isInstanceOfSatisfying(AwsFailureException.class, e -> {
                            assertThat(e.reason().code()).isEqualTo(wrong[1]);
                            StringWriter all = new StringWriter();
                            e.printStackTrace(new PrintWriter(all));
                            assertThat(all.toString()).doesNotContain("T0P-S3CR3T", "hooks.example.org");
                        })
                        .hasMessageContaining(wrong[2]);
            }
        }
    }

    @Test
    void whatIsNoNameOfASecretIsRefusedWithoutRepeatingIt() {
        for (String wrong : new String[] {
            "aws-secret:", "aws-secret:https://hooks.example.org/T0P-S3CR3T?a", "aws-secret:name#", "aws-secret:arn:x"
        }) {
            assertThatThrownBy(() -> SecretName.of(wrong))
                    .hasMessageContaining("aws-secret:NAME#KEY")
                    .message()
                    .doesNotContain("T0P-S3CR3T");
        }
    }

    @Test
    void onlySecretsOfOurOwnAreInTheReadingPolicy() throws Exception {
        JsonNode policy = new ObjectMapper().readTree(AwsPolicy.json("arn:aws:iam::*:role/read"));
        for (JsonNode one : policy.path("Statement")) {
            if (one.path("Sid").asText().equals("HeadroomSecrets")) {
                assertThat(one.path("Resource").asText()).isEqualTo("arn:aws:secretsmanager:*:*:secret:headroom/*");
                return;
            }
        }
        throw new AssertionError("There is no statement for secrets.");
    }
}
