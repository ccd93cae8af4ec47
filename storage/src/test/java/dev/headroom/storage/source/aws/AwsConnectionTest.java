package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.storage.source.aws.AwsConnection.Verdict;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class AwsConnectionTest {
    private static final String REGION = "eu-central-1";

    @TempDir
    Path folder;

    private final List<AssumeRoleRequest> roles = new ArrayList<>();
    private LoopbackAws aws;
    private LoopbackLogin login;

    @BeforeEach
    void configure() throws Exception {
        aws = new LoopbackAws()
                .on(
                        "sts",
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (GetCallerIdentityRequest request, Call call) -> GetCallerIdentityResponse.builder()
                                .account("111122223333")
                                .arn("arn:aws:iam::111122223333:user/" + call.accessKey())
                                .build())
                .on("sts", "AssumeRole", AssumeRoleRequest::builder, (AssumeRoleRequest request, Call call) -> {
                    roles.add(request);
                    return AssumeRoleResponse.builder()
                            .credentials(Credentials.builder()
                                    .accessKeyId("ASIAROLE")
                                    .secretAccessKey("s")
                                    .sessionToken("t")
                                    .expiration(Instant.parse("2099-01-01T00:00:00Z"))
                                    .build())
                            .build();
                });
        login = new LoopbackLogin(aws, folder, """
                [profile guarded]
                role_arn = arn:aws:iam::444455556666:role/read
                source_profile = analyst
                external_id = e-1
                mfa_serial = arn:aws:iam::111122223333:mfa/analyst
                """);
    }

    @AfterEach
    void restore() {
        login.close();
    }

    @Test
    void theProfileSaysWhoIsAsking() throws Exception {
        try (AwsConnection connection = AwsConnection.open(
                AwsLogin.usual().withProfile("analyst"), REGION, MfaPrompt.NOBODY, new CallMeter())) {
            assertThat(connection.identity().account()).isEqualTo("111122223333");
            assertThat(connection.identity().arn()).endsWith("AKIAANALYST");
        }
    }

    @Test
    void aRoleBehindADeviceAsksForItsCode() throws Exception {
        List<String> asked = new ArrayList<>();
        AwsLogin login = AwsLogin.usual().withProfile("guarded");
        try (AwsConnection connection = AwsConnection.open(
                login,
                REGION,
                serial -> {
                    asked.add(serial);
                    return Optional.of("123456");
                },
                new CallMeter())) {
            assertThat(connection.identity().arn()).endsWith("ASIAROLE");
        }
        assertThat(asked).containsExactly("arn:aws:iam::111122223333:mfa/analyst");
        assertThat(roles.getFirst().roleArn()).isEqualTo("arn:aws:iam::444455556666:role/read");
        assertThat(roles.getFirst().tokenCode()).isEqualTo("123456");
        assertThat(roles.getFirst().externalId()).isEqualTo("e-1");
        assertThatThrownBy(() -> AwsConnection.open(login, REGION, MfaPrompt.NOBODY, new CallMeter()))
                .hasMessageContaining("asks for the code");
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> AwsConnection.open(
                        AwsLogin.usual().withProfile("nobody"), REGION, MfaPrompt.NOBODY, new CallMeter()))
                .isInstanceOf(AwsFailureException.class)
                .hasMessageContaining("no usable profile nobody");
    }

    @Test
    void whatIsAllowedAndWhatIsNotIsTold() throws Exception {
        aws.on(
                        "ec2",
                        "DescribeInstances",
                        DescribeInstancesRequest::builder,
                        (DescribeInstancesRequest request, Call call) ->
                                DescribeInstancesResponse.builder().build())
                .on(
                        "monitoring",
                        "ListMetrics",
                        ListMetricsRequest::builder,
                        (ListMetricsRequest request, Call call) -> {
                            throw Fault.denied("cloudwatch:ListMetrics");
                        });
        try (AwsConnection connection = AwsConnection.open(
                AwsLogin.usual().withProfile("analyst"), REGION, MfaPrompt.NOBODY, new CallMeter())) {
            List<AwsConnection.Permission> permissions = connection.permissions();
            assertThat(permissions)
                    .filteredOn(one -> one.verdict() == Verdict.ALLOWED)
                    .extracting(AwsConnection.Permission::action)
                    .containsExactly(AwsAction.INSTANCES);
            assertThat(permissions)
                    .filteredOn(one -> one.verdict() == Verdict.DENIED)
                    .singleElement()
                    .satisfies(one -> assertThat(one.words())
                            .contains("cloudwatch:ListMetrics", "--print-policy")
                            .doesNotContain("secret"));
        }
    }

    @Test
    void slowingDownIsObeyedAndTheCallRepeated() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        aws.on(
                "sts",
                "GetCallerIdentity",
                GetCallerIdentityRequest::builder,
                (GetCallerIdentityRequest request, Call call) -> {
                    if (calls.getAndIncrement() < 2) {
                        throw new Fault(400, "LimitExceededException", "slow");
                    }
                    return GetCallerIdentityResponse.builder()
                            .account("1")
                            .arn("a")
                            .build();
                });
        try (AwsConnection connection = AwsConnection.open(
                AwsLogin.usual().withProfile("analyst"), REGION, MfaPrompt.NOBODY, new CallMeter())) {
            assertThat(connection.identity().account()).isEqualTo("1");
        }
        assertThat(calls).hasValue(3);
    }

    @Test
    void anExpiredLoginSaysWhatToDo() throws Exception {
        aws.on(
                "sts",
                "GetCallerIdentity",
                GetCallerIdentityRequest::builder,
                (GetCallerIdentityRequest request, Call call) -> {
                    throw Fault.expired();
                });
        try (AwsConnection connection = AwsConnection.open(
                AwsLogin.usual().withProfile("analyst"), REGION, MfaPrompt.NOBODY, new CallMeter())) {
            assertThatThrownBy(connection::identity)
                    .isInstanceOfSatisfying(
                            AwsFailureException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("HR-4002"))
                    .hasMessageContaining("log in again with the profile analyst");
        }
    }

    @Test
    void thePolicyAllowsWhatIsProbedAndNothingThatWrites() throws Exception {
        JsonNode policy = new ObjectMapper().readTree(AwsPolicy.json("arn:aws:iam::*:role/read"));
        List<String> allowed = new ArrayList<>();
        policy.findValues("Action").forEach(node -> {
            if (node.isArray()) {
                node.forEach(one -> allowed.add(one.asText()));
            } else {
                allowed.add(node.asText());
            }
        });
        assertThat(allowed).hasSize(AwsAction.values().length).doesNotHaveDuplicates();
        assertThat(allowed)
                .allMatch(action ->
                        action.matches("[\\w-]+:(Describe|Get|List|View|AssumeRole|StartQuery|StopQuery)\\w*"));
    }

    @Test
    void filesAreAllowedInTheNamedBucketsOnlyAndWritingWhereResultsGo() throws Exception {
        JsonNode policy = new ObjectMapper()
                .readTree(AwsPolicy.json(
                        "arn:aws:iam::*:role/read",
                        List.of("bills"),
                        Optional.of(S3Address.of("s3://results/athena/headroom"))));
        assertThat(statement(policy, "HeadroomCostFiles").get("Resource"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "arn:aws:s3:::bills", "arn:aws:s3:::bills/*", "arn:aws:s3:::results", "arn:aws:s3:::results/*");
        JsonNode writing = statement(policy, "HeadroomQueryResults");
        assertThat(writing.path("Action").asText()).isEqualTo("s3:PutObject");
        assertThat(writing.path("Resource").asText()).isEqualTo("arn:aws:s3:::results/athena/headroom/*");
        assertThat(statement(policy, "HeadroomCost").toString()).doesNotContain("s3:");
    }

    private static JsonNode statement(JsonNode policy, String name) {
        for (JsonNode one : policy.path("Statement")) {
            if (one.path("Sid").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("There is no statement " + name);
    }
}
