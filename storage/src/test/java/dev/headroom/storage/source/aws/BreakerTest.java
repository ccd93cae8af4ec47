package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class BreakerTest {
    private static final String HERE = "111122223333/eu-central-1";
    private static final String THERE = "111122223333/us-east-1";
    private static final String METRICS = "cloudwatch:GetMetricData";

    private final AtomicLong nanos = new AtomicLong();
    private final Breaker breaker = new Breaker(nanos::get);
    private final AtomicInteger asked = new AtomicInteger();

    private String ask(String action, String place, Supplier<String> call) throws AwsFailureException {
        return new Asking(AwsLogin.usual(), place, breaker).asked(action, () -> {
            asked.incrementAndGet();
            return call.get();
        });
    }

    private ThrowingCallable asking(String action, String place, Supplier<String> call) {
        return () -> ask(action, place, call);
    }

    private static String down() {
        throw AwsServiceException.builder()
                .statusCode(503)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ServiceUnavailable")
                        .build())
                .build();
    }

    private static String wrong() {
        throw AwsServiceException.builder()
                .statusCode(400)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("ValidationError").build())
                .build();
    }

    private static String offline() {
        throw SdkClientException.create("Unable to execute HTTP request");
    }

    private void fail(int times, String action, String place, Supplier<String> call) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(asking(action, place, call)).isInstanceOf(AwsFailureException.class);
        }
    }

    @Test
    void aServiceThatFailsThreeTimesIsLeftAloneInItsRegionOnly() throws Exception {
        fail(3, METRICS, HERE, BreakerTest::down);
        assertThatThrownBy(asking(METRICS, HERE, () -> "there"))
                .isInstanceOfSatisfying(
                        AwsFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.FAILED))
                .hasMessage("cloudwatch:GetMetricData in 111122223333/eu-central-1 was not asked, because the service"
                        + " failed 3 times in a row; pull again later.");
        assertThat(asked).hasValue(3);
        assertThat(ask(METRICS, THERE, () -> "there")).isEqualTo("there");
        assertThat(ask("ec2:DescribeInstances", HERE, () -> "there")).isEqualTo("there");
    }

    @Test
    void afterThePauseOneCallTriesAndItsSuccessLetsAllThrough() throws Exception {
        fail(3, METRICS, HERE, BreakerTest::down);
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        fail(1, METRICS, HERE, BreakerTest::down);
        assertThat(asked).hasValue(4);
        fail(1, METRICS, HERE, () -> "there");
        assertThat(asked).as("the trial failed, so the pause begins anew").hasValue(4);
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(ask(METRICS, HERE, () -> "there")).isEqualTo("there");
        assertThat(ask(METRICS, HERE, () -> "again")).isEqualTo("again");
    }

    @Test
    void aSuccessInBetweenStartsTheCountAnew() throws Exception {
        fail(2, METRICS, HERE, BreakerTest::down);
        ask(METRICS, HERE, () -> "there");
        fail(2, METRICS, HERE, BreakerTest::down);
        assertThat(ask(METRICS, HERE, () -> "there")).isEqualTo("there");
    }

    @Test
    void whatTheServiceRefusesSaysThatItIsThere() throws Exception {
        fail(5, METRICS, HERE, BreakerTest::wrong);
        assertThat(asked).hasValue(5);
        assertThat(ask(METRICS, HERE, () -> "there")).isEqualTo("there");
    }

    @Test
    void withoutANetworkNothingIsAskedAnyMore() {
        fail(2, METRICS, HERE, BreakerTest::offline);
        fail(2, METRICS, THERE, BreakerTest::offline);
        fail(2, "ec2:DescribeInstances", HERE, BreakerTest::offline);
        assertThatThrownBy(asking("rds:DescribeDBInstances", HERE, () -> "there"))
                .isInstanceOfSatisfying(
                        AwsFailureException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessageContaining("because the network failed 6 times in a row");
        assertThat(asked).hasValue(6);
    }
}
