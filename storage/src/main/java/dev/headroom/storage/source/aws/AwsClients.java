package dev.headroom.storage.source.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The clients of one login, made when they are first asked for and kept: one a service and region. Safe for
/// use by several threads.
final class AwsClients implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ATTEMPT = Duration.ofSeconds(60);
    private static final Duration CALL = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration FIRST_THROTTLED = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 7;

    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http = UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(ATTEMPT)
            .build();
    private final Map<String, SdkAutoCloseable> clients = new ConcurrentHashMap<>();

    private final CallMeter meter;

    AwsClients(AwsCredentialsProvider credentials, CallMeter meter) {
        this.credentials = credentials;
        this.meter = meter;
    }

    StsClient sts(Region region) {
        return client("sts", region, at -> configured(StsClient.builder(), at), StsClient.class);
    }

    Ec2Client ec2(Region region) {
        return client("ec2", region, at -> configured(Ec2Client.builder(), at), Ec2Client.class);
    }

    CloudWatchClient cloudWatch(Region region) {
        return client("cloudwatch", region, at -> configured(CloudWatchClient.builder(), at), CloudWatchClient.class);
    }

    /// Answers in one region only.
    OrganizationsClient organizations() {
        return client(
                "organizations",
                Region.US_EAST_1,
                at -> configured(OrganizationsClient.builder(), at),
                OrganizationsClient.class);
    }

    private <C extends SdkAutoCloseable> C client(
            String service, Region region, Function<Region, C> make, Class<C> type) {
        return type.cast(clients.computeIfAbsent(service + "@" + region, at -> make.apply(region)));
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(B builder, Region region) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries())
                        .addExecutionInterceptor(meter)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .build())
                .build();
    }

    /// Slows down with what the service allows, pauses a random part of a doubling time, and knows the codes
    /// that the SDK does not.
    static RetryStrategy retries() {
        return AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_THROTTLED, LONGEST_PAUSE))
                .retryOnException(AwsCodes::isThrottled)
                .treatAsThrottling(AwsCodes::isThrottled)
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(SdkAutoCloseable::close);
        http.close();
    }
}
