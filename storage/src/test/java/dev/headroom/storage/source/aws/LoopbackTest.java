package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

class LoopbackTest {
    private static final StaticCredentialsProvider KEY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

    @Test
    void ec2IsUnderstoodBothWays() throws Exception {
        List<DescribeInstancesRequest> asked = new ArrayList<>();
        try (LoopbackAws aws = new LoopbackAws()
                        .on(
                                "ec2",
                                "DescribeInstances",
                                DescribeInstancesRequest::builder,
                                (DescribeInstancesRequest request, Call call) -> {
                                    asked.add(request);
                                    return DescribeInstancesResponse.builder()
                                            .reservations(Reservation.builder()
                                                    .instances(Instance.builder()
                                                            .instanceId("i-1")
                                                            .instanceType("m6a.large")
                                                            .launchTime(Instant.parse("2026-01-02T03:04:05Z"))
                                                            .tags(Tag.builder()
                                                                    .key("env")
                                                                    .value("a < b & c")
                                                                    .build())
                                                            .build())
                                                    .build())
                                            .nextToken("more")
                                            .build();
                                });
                Ec2Client client = Ec2Client.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(KEY)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            DescribeInstancesResponse got = client.describeInstances(DescribeInstancesRequest.builder()
                    .maxResults(50)
                    .filters(Filter.builder()
                            .name("tag:env")
                            .values("prod", "test")
                            .build())
                    .build());
            assertThat(asked.getFirst().filters().getFirst().values()).containsExactly("prod", "test");
            assertThat(asked.getFirst().maxResults()).isEqualTo(50);
            Instance instance = got.reservations().getFirst().instances().getFirst();
            assertThat(instance.instanceTypeAsString()).isEqualTo("m6a.large");
            assertThat(instance.launchTime()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(instance.tags().getFirst().value()).isEqualTo("a < b & c");
            assertThat(got.nextToken()).isEqualTo("more");
            assertThat(aws.calls()).extracting(call -> call.region()).containsExactly("eu-central-1");
        }
    }

    @Test
    void metricsComeAsNumbersAndTimes() throws Exception {
        try (LoopbackAws aws = new LoopbackAws()
                        .on(
                                "monitoring",
                                "GetMetricData",
                                GetMetricDataRequest::builder,
                                (GetMetricDataRequest request, Call call) -> GetMetricDataResponse.builder()
                                        .metricDataResults(MetricDataResult.builder()
                                                .id(request.metricDataQueries()
                                                        .getFirst()
                                                        .id())
                                                .timestamps(request.startTime())
                                                .values(12.5)
                                                .statusCode("Complete")
                                                .build())
                                        .build());
                CloudWatchClient client = CloudWatchClient.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(KEY)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            Instant start = Instant.parse("2026-11-01T00:00:00Z");
            MetricDataResult result = client.getMetricData(request -> request.startTime(start)
                            .endTime(start.plusSeconds(3600))
                            .metricDataQueries(query -> query.id("m1").expression("SELECT AVG(CPUUtilization)")))
                    .metricDataResults()
                    .getFirst();
            assertThat(result.id()).isEqualTo("m1");
            assertThat(result.timestamps()).containsExactly(start);
            assertThat(result.values()).containsExactly(12.5);
        }
    }

    @Test
    void documentsAndFaultsAreUnderstood() throws Exception {
        try (LoopbackAws aws = new LoopbackAws()
                        .on(
                                "organizations",
                                "ListAccounts",
                                ListAccountsRequest::builder,
                                (ListAccountsRequest request, Call call) -> ListAccountsResponse.builder()
                                        .accounts(Account.builder()
                                                .id("111122223333")
                                                .name("prod")
                                                .build())
                                        .build())
                        .on(
                                "ec2",
                                "DescribeInstances",
                                DescribeInstancesRequest::builder,
                                (DescribeInstancesRequest request, Call call) -> {
                                    throw Fault.denied("ec2:DescribeInstances");
                                });
                OrganizationsClient organizations = OrganizationsClient.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(KEY)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
                Ec2Client client = Ec2Client.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(KEY)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            assertThat(organizations.listAccounts().accounts().getFirst().name())
                    .isEqualTo("prod");
            assertThatThrownBy(client::describeInstances)
                    .isInstanceOfSatisfying(
                            Ec2Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
        }
    }
}
