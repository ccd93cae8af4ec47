package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StopQueryExecutionResponse;

class AwsQueriesTest {
    private static final AwsQueries.Setting SETTING =
            new AwsQueries.Setting(Optional.empty(), "billing", Optional.empty(), Optional.empty());

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private int running = 3;

    @SuppressWarnings("NullAway.Init")
    private LoopbackAws aws;

    @SuppressWarnings("NullAway.Init")
    private AthenaClient client;

    @BeforeEach
    void open() throws Exception {
        aws = new LoopbackAws()
                .on(
                        "athena",
                        "StartQueryExecution",
                        StartQueryExecutionRequest::builder,
                        (StartQueryExecutionRequest request, Call call) -> StartQueryExecutionResponse.builder()
                                .queryExecutionId("q")
                                .build())
                .on(
                        "athena",
                        "GetQueryExecution",
                        GetQueryExecutionRequest::builder,
                        (GetQueryExecutionRequest request, Call call) -> GetQueryExecutionResponse.builder()
                                .queryExecution(query -> query.queryExecutionId("q")
                                        .status(status -> status.state(
                                                running-- > 0
                                                        ? QueryExecutionState.RUNNING
                                                        : QueryExecutionState.SUCCEEDED))
                                        .statistics(statistics -> statistics.dataScannedInBytes(5L)))
                                .build())
                .on(
                        "athena",
                        "StopQueryExecution",
                        StopQueryExecutionRequest::builder,
                        (StopQueryExecutionRequest request, Call call) -> {
                            stopped.add(request.queryExecutionId());
                            return StopQueryExecutionResponse.builder().build();
                        });
        client = AthenaClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    private AwsQueries queries(AwsQueries.Pause pause) {
        return new AwsQueries(client, new Asking(AwsLogin.usual(), "here", new Breaker()), pause);
    }

    @Test
    void aQueryIsWaitedForWithLongerAndLongerPauses() throws Exception {
        running = 7;
        AwsQueries.Done done = queries(pauses::add).run("SELECT 1", SETTING, () -> {});
        assertThat(done.scanned()).isEqualTo(5);
        assertThat(done.usd()).isEqualByComparingTo("0.00005");
        assertThat(done.output()).isEmpty();
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
        assertThat(stopped).isEmpty();
    }

    @Test
    void whoeverInterruptsThePauseStopsTheQuery() {
        assertThatThrownBy(() -> queries(_ -> {
                            throw new InterruptedException("closed");
                        })
                        .run("SELECT 1", SETTING, () -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(stopped).containsExactly("q");
    }

    @Test
    void withoutAPlaceForResultsTheUserIsToldToNameOne() {
        aws.on(
                "athena",
                "StartQueryExecution",
                StartQueryExecutionRequest::builder,
                (StartQueryExecutionRequest request, Call call) -> {
                    throw new Fault(
                            400,
                            "InvalidRequestException",
                            "No output location provided. An output location is required");
                });
        assertThatThrownBy(() -> queries(pauses::add).run("SELECT 1", SETTING, () -> {}))
                .isInstanceOfSatisfying(
                        AwsFailureException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("HR-4023"))
                .hasMessageContaining("say where results go");
    }

    @Test
    void whatIsChargedIsWholeMegabytesAndAtLeastTen() {
        assertThat(CallPrice.billed(0)).isEqualTo(10_000_000);
        assertThat(CallPrice.billed(10_000_001)).isEqualTo(11_000_000);
        assertThat(CallPrice.of("athena:GetQueryExecution", CallPrice.billed(1_000_000_000_000L)))
                .isEqualByComparingTo("5");
    }
}
