package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;

class AwsFailuresTest {
    private static AwsFailureException told(SdkException failure) {
        return AwsFailures.of(failure, "ec2:DescribeInstances in here", AwsLogin.usual());
    }

    private static SdkException service(int status, String code, SdkHttpResponse response) {
        return AwsServiceException.builder()
                .statusCode(status)
                .clockSkew(Duration.ZERO)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("secret words of the service")
                        .sdkHttpResponse(response)
                        .build())
                .build();
    }

    private static SdkHttpResponse dated(Instant at) {
        return SdkHttpResponse.builder()
                .statusCode(403)
                .putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"-10, 10 minutes fast", "20, 20 minutes slow", "0, more than five minutes off"})
    void aWrongClockIsToldWithTheMinutesThatItIsOff(int ahead, String words) {
        // Half a minute to the side, so that the second at which the test runs does not matter.
        Instant there = Instant.now().plus(Duration.ofMinutes(ahead)).plusSeconds(ahead < 0 ? -30 : ahead > 0 ? 30 : 0);
        AwsFailureException failure = told(service(403, "RequestTimeTooSkewed", dated(there)));
        assertThat(failure.reason()).isEqualTo(Reason.CLOCK);
        assertThat(failure).hasMessageContaining(words).hasMessageNotContaining("secret");
    }

    @Test
    void aSignatureThatIsWrongBecauseOfTheClockIsAboutTheClock() {
        SdkHttpResponse hoursAway = dated(Instant.now().plus(Duration.ofHours(3)));
        assertThat(told(service(403, "SignatureDoesNotMatch", hoursAway)).reason())
                .isEqualTo(Reason.CLOCK);
        assertThat(told(service(403, "SignatureDoesNotMatch", dated(Instant.now())))
                        .reason())
                .isEqualTo(Reason.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredTokenException, EXPIRED",
        "400, RequestExpired, EXPIRED",
        "403, UnauthorizedOperation, DENIED",
        "403, AuthFailure, REFUSED",
        "400, LimitExceededException, THROTTLED",
        "503, RequestLimitExceeded, THROTTLED",
        "400, DataUnavailableException, NO_DATA",
        "400, OptInRequiredException, NOT_SWITCHED_ON",
        "500, InternalFailure, FAILED"
    })
    void everyCodeHasItsMeaning(int status, String code, Reason reason) {
        AwsFailureException failure = told(service(
                status, code, SdkHttpResponse.builder().statusCode(status).build()));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "Unable to load SSO token, EXPIRED, aws sso login",
        "Unable to load credentials from any of the providers, NO_LOGIN, --profile",
        "Unable to execute HTTP request: connect timed out, UNREACHABLE, the network"
    })
    void whatFailsBeforeAnAnswerSaysWhatToDo(String message, Reason reason, String words) {
        AwsFailureException failure = told(SdkClientException.create(message));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining(words);
    }

    @Test
    void onlyTheServiceAndTheNetworkCountAsOutages() {
        SdkHttpResponse none = SdkHttpResponse.builder().statusCode(500).build();
        assertThat(AwsCodes.isOutage(service(503, "ServiceUnavailable", none))).isTrue();
        assertThat(AwsCodes.isOutage(service(501, "NotImplemented", none))).isFalse();
        assertThat(AwsCodes.isOutage(service(400, "Throttling", none))).isTrue();
        assertThat(AwsCodes.isOutage(service(403, "AccessDenied", none))).isFalse();
        assertThat(AwsCodes.isOutage(SdkClientException.create("connect timed out")))
                .isTrue();
        assertThat(AwsCodes.isOutage(SdkClientException.create("Unable to load credentials")))
                .isFalse();
    }
}
