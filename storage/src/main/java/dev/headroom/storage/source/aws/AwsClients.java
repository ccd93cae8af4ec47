package dev.headroom.storage.source.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.computeoptimizer.ComputeOptimizerClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.savingsplans.SavingsplansClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
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

    /// Goes after a bucket into its own region. The files are checked when they are complete, also those
    /// that came in parts, so not by the client.
    S3Client s3(Region region) {
        return client(
                "s3",
                region,
                at -> configured(
                        S3Client.builder()
                                .crossRegionAccessEnabled(true)
                                .forcePathStyle(isElsewhere("S3"))
                                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED),
                        at),
                S3Client.class);
    }

    AthenaClient athena(Region region) {
        return client("athena", region, at -> configured(AthenaClient.builder(), at), AthenaClient.class);
    }

    GlueClient glue(Region region) {
        return client("glue", region, at -> configured(GlueClient.builder(), at), GlueClient.class);
    }

    /// True when the service is asked at another address than that of AWS, where names of buckets are no
    /// hosts.
    private static boolean isElsewhere(String service) {
        return Stream.of(
                        System.getenv("AWS_ENDPOINT_URL"),
                        System.getenv("AWS_ENDPOINT_URL_" + service),
                        System.getProperty("aws.endpointUrl"),
                        System.getProperty("aws.endpointUrl" + service))
                .anyMatch(url -> url != null && !url.isBlank());
    }

    RdsClient rds(Region region) {
        return client("rds", region, at -> configured(RdsClient.builder(), at), RdsClient.class);
    }

    LambdaClient lambda(Region region) {
        return client("lambda", region, at -> configured(LambdaClient.builder(), at), LambdaClient.class);
    }

    ElasticLoadBalancingV2Client balancers(Region region) {
        return client(
                "elasticloadbalancing",
                region,
                at -> configured(ElasticLoadBalancingV2Client.builder(), at),
                ElasticLoadBalancingV2Client.class);
    }

    /// Answers for all regions in a few of them only.
    PricingClient pricing() {
        return client("pricing", Region.US_EAST_1, at -> configured(PricingClient.builder(), at), PricingClient.class);
    }

    /// Answers for all regions in one only.
    SavingsplansClient savingsPlans() {
        return client(
                "savingsplans",
                Region.US_EAST_1,
                at -> configured(SavingsplansClient.builder(), at),
                SavingsplansClient.class);
    }

    /// Answers in one region only.
    OrganizationsClient organizations() {
        return client(
                "organizations",
                Region.US_EAST_1,
                at -> configured(OrganizationsClient.builder(), at),
                OrganizationsClient.class);
    }

    /// Answers in one region only.
    CostExplorerClient costExplorer() {
        return client(
                "ce", Region.US_EAST_1, at -> configured(CostExplorerClient.builder(), at), CostExplorerClient.class);
    }

    /// Answers in one region only.
    BudgetsClient budgets() {
        return client("budgets", Region.US_EAST_1, at -> configured(BudgetsClient.builder(), at), BudgetsClient.class);
    }

    ComputeOptimizerClient computeOptimizer(Region region) {
        return client(
                "compute-optimizer",
                region,
                at -> configured(ComputeOptimizerClient.builder(), at),
                ComputeOptimizerClient.class);
    }

    SnsClient sns(Region region) {
        return client("sns", region, at -> configured(SnsClient.builder(), at), SnsClient.class);
    }

    SecretsManagerClient secrets(Region region) {
        return client(
                "secretsmanager",
                region,
                at -> configured(SecretsManagerClient.builder(), at),
                SecretsManagerClient.class);
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
