package dev.headroom.storage.source.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// A login in use: says who is asking and what is allowed.
public final class AwsConnection implements AutoCloseable {
    private static final int FEW = 5;
    /// RDS refuses to answer with fewer.
    private static final int FEW_DATABASES = 20;

    private final AwsLogin login;
    private final Region region;
    private final AwsClients clients;

    private final AwsCredentialsProvider credentials;
    private final MfaPrompt prompt;
    private final CallMeter meter;
    private final Breaker breaker;

    private AwsConnection(
            AwsLogin login,
            Region region,
            AwsCredentialsProvider credentials,
            MfaPrompt prompt,
            CallMeter meter,
            Breaker breaker) {
        this.login = login;
        this.region = region;
        this.credentials = credentials;
        this.prompt = prompt;
        this.meter = meter;
        this.breaker = breaker;
        clients = new AwsClients(credentials, meter);
    }

    /// Nothing is asked of AWS yet.
    ///
    /// @param region in which is looked, such as `eu-central-1`
    /// @param meter counts every call of the connection
    public static AwsConnection open(AwsLogin login, String region, MfaPrompt prompt, CallMeter meter)
            throws AwsFailureException {
        Region at = Region.of(region);
        return new AwsConnection(login, at, AwsCredentials.of(login, at, prompt), prompt, meter, new Breaker());
    }

    /// The same login in a role, such as that of another account; to be closed by itself.
    public AwsConnection in(AwsLogin.Role role) throws AwsFailureException {
        return new AwsConnection(
                login.withRole(role),
                region,
                AwsCredentials.assumed(credentials, role, region, prompt),
                prompt,
                meter,
                breaker);
    }

    /// An account of the organization.
    public record Account(String id, String name) {}

    /// The active accounts of the organization.
    public List<Account> accounts() throws AwsFailureException {
        return asking("the organization")
                .asked(
                        AwsAction.ACCOUNTS.iam(),
                        () -> clients.organizations().listAccountsPaginator().stream()
                                .flatMap(page -> page.accounts().stream())
                                .filter(account -> account.status() == null || account.status() == AccountStatus.ACTIVE)
                                .map(account -> new Account(account.id(), account.name()))
                                .toList());
    }

    /// The regions that the account has switched on.
    public List<String> regions(String account) throws AwsFailureException {
        return asking(account)
                .asked(
                        AwsAction.REGIONS.iam(),
                        () -> clients.ec2(region).describeRegions().regions().stream()
                                .map(software.amazon.awssdk.services.ec2.model.Region::regionName)
                                .sorted()
                                .toList());
    }

    /// The names of the profiles on this machine, sorted; none when there are no files or they cannot be read.
    public static List<String> profiles() {
        try {
            return ProfileFile.defaultProfileFile().profiles().keySet().stream()
                    .sorted()
                    .toList();
        } catch (SdkException | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /// The region that the environment or the profile names; empty when none does.
    public static Optional<String> usualRegion(AwsLogin login) {
        DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
        login.profile().ifPresent(chain::profileName);
        try {
            return Optional.of(chain.build().getRegion().id());
        } catch (SdkException none) {
            return Optional.empty();
        }
    }

    /// The account that is billed for another: that of the management of its organization, or the account itself
    /// where there is no organization.
    ///
    /// @throws AwsFailureException when it may not be asked
    public String payer(String account) throws AwsFailureException {
        return asking("the organization").asked(AwsAction.ORGANIZATION.iam(), () -> {
            try {
                String management = clients.organizations()
                        .describeOrganization()
                        .organization()
                        .masterAccountId();
                return management == null ? account : management;
            } catch (AwsOrganizationsNotInUseException alone) {
                return account;
            }
        });
    }

    /// Cost and usage as Cost Explorer tells them.
    ///
    /// @param account its number, for the words of failures
    public AwsCosts costs(String account) {
        return new AwsCosts(clients.costExplorer(), asking(account));
    }

    /// How commitments are used and what to buy, as Cost Explorer tells it.
    ///
    /// @param account its number, for the words of failures
    public AwsCommitments commitments(String account) {
        return new AwsCommitments(clients.costExplorer(), asking(account));
    }

    /// What Cost Explorer advises, finds and expects.
    ///
    /// @param account its number, for the words of failures
    public AwsCostAdvice costAdvice(String account) {
        return new AwsCostAdvice(clients.costExplorer(), asking(account));
    }

    /// The budgets of an account.
    public AwsBudgets budgets(String account) {
        return new AwsBudgets(clients.budgets(), account, asking(account));
    }

    /// What Compute Optimizer says about the servers of a region.
    ///
    /// @param account its number, for the words of failures
    public AwsServerSizes serverSizes(String account, String in) {
        return new AwsServerSizes(clients.computeOptimizer(Region.of(in)), asking(account + "/" + in));
    }

    private Asking asking(String place) {
        return new Asking(login, place, breaker);
    }

    /// The metrics of a region.
    ///
    /// @param account its number, for the words of failures
    public AwsMetrics metrics(String account, String in) {
        return new AwsMetrics(clients.cloudWatch(Region.of(in)), asking(account + "/" + in));
    }

    /// The inventory of a region.
    ///
    /// @param account its number; the entries name it
    public AwsInventory inventory(String account, String in) {
        return new AwsInventory(clients, account, in, asking(account + "/" + in));
    }

    /// The price lists of a region.
    ///
    /// @param account its number, for the words of failures
    public List<AwsPriceList> prices(String account, String in) {
        Asking asking = asking(account + "/" + in);
        PriceProducts products = new PriceProducts(clients.pricing(), in, asking);
        return List.of(
                new AwsPrices(clients.ec2(Region.of(in)), products, in, asking),
                new AwsDatabasePrices(products, in),
                new AwsPlanRates(clients.savingsPlans(), in, asking));
    }

    /// The objects of S3 that the account may read.
    ///
    /// @param account its number, for the words of failures
    public AwsObjects objects(String account) {
        return new AwsObjects(clients.s3(region), asking(account));
    }

    /// The exports of bills in S3.
    ///
    /// @param account its number, for the words of failures
    public AwsExports exports(String account) {
        return new AwsExports(objects(account));
    }

    /// The tables of the Glue catalog in a region.
    ///
    /// @param account its number, for the words of failures
    public AwsTables tables(String account, String in) {
        return new AwsTables(clients.glue(Region.of(in)), asking(account + "/" + in));
    }

    /// Athena in a region.
    ///
    /// @param account its number, for the words of failures
    public AwsQueries queries(String account, String in) {
        return new AwsQueries(clients.athena(Region.of(in)), asking(account + "/" + in), Thread::sleep);
    }

    /// Secrets in the region of the connection.
    public AwsSecrets secrets() {
        return new AwsSecrets(clients.secrets(region), asking(region.id()));
    }

    /// Writes objects to S3.
    public AwsUpload upload() {
        return new AwsUpload(clients.s3(region), new Writing(login, breaker));
    }

    /// Writes metrics in the region of the connection.
    public AwsCustomMetrics customMetrics() {
        return new AwsCustomMetrics(clients.cloudWatch(region), new Writing(login, breaker));
    }

    /// Publishes to a topic, in its region.
    public AwsTopic topic(TopicArn topic) {
        return new AwsTopic(clients.sns(Region.of(topic.region())), topic, new Writing(login, breaker));
    }

    /// Who is asking.
    ///
    /// @param account its number
    /// @param arn of the user or the role
    public record Identity(String account, String arn) {}

    /// One action that a pull needs.
    ///
    /// @param verdict what a harmless call of it said
    /// @param words why it is not allowed; empty when it is
    public record Permission(AwsAction action, Verdict verdict, String words) {}

    /// What a harmless call of an action said.
    public enum Verdict {
        ALLOWED,
        DENIED,
        /// Another failure came first.
        UNKNOWN
    }

    public Identity identity() throws AwsFailureException {
        try {
            GetCallerIdentityResponse who = clients.sts(region).getCallerIdentity();
            return new Identity(who.account(), who.arn());
        } catch (SdkException e) {
            throw AwsFailures.of(e, "sts:GetCallerIdentity", login);
        }
    }

    /// Tries each action that costs nothing, with as little as it can ask for.
    public List<Permission> permissions() {
        List<Permission> permissions = new ArrayList<>();
        for (AwsAction action : AwsAction.values()) {
            probe(action).ifPresent(call -> permissions.add(permission(action, call)));
        }
        return permissions;
    }

    private Permission permission(AwsAction action, Runnable call) {
        try {
            call.run();
            return new Permission(action, Verdict.ALLOWED, "");
        } catch (SdkException e) {
            AwsFailureException failure = AwsFailures.of(e, action.iam() + " in " + region, login);
            return new Permission(
                    action,
                    failure.reason() == AwsFailureException.Reason.DENIED ? Verdict.DENIED : Verdict.UNKNOWN,
                    String.valueOf(failure.getMessage()));
        }
    }

    /// Empty for what cannot be tried without a price, a role or the name of what it is tried on.
    private Optional<Runnable> probe(AwsAction action) {
        return switch (action) {
            case ACCOUNTS -> Optional.of(() -> clients.organizations().listAccounts(ask -> ask.maxResults(1)));
            case METRIC_NAMES ->
                Optional.of(() -> clients.cloudWatch(region).listMetrics(ask -> ask.namespace("AWS/EC2")));
            case INSTANCES -> Optional.of(() -> clients.ec2(region).describeInstances(ask -> ask.maxResults(FEW)));
            case INSTANCE_TYPES ->
                Optional.of(() -> clients.ec2(region).describeInstanceTypes(ask -> ask.maxResults(FEW)));
            case VOLUMES -> Optional.of(() -> clients.ec2(region).describeVolumes(ask -> ask.maxResults(FEW)));
            case SNAPSHOTS ->
                Optional.of(() -> clients.ec2(region)
                        .describeSnapshots(ask -> ask.maxResults(FEW).ownerIds("self")));
            case REGIONS -> Optional.of(() -> clients.ec2(region).describeRegions());
            case ADDRESSES -> Optional.of(() -> clients.ec2(region).describeAddresses());
            case DATABASES ->
                Optional.of(() -> clients.rds(region).describeDBInstances(ask -> ask.maxRecords(FEW_DATABASES)));
            case FUNCTIONS -> Optional.of(() -> clients.lambda(region).listFunctions(ask -> ask.maxItems(1)));
            case BALANCERS ->
                Optional.of(() -> clients.balancers(region).describeLoadBalancers(ask -> ask.pageSize(1)));
            case PRICES ->
                Optional.of(() -> clients.pricing()
                        .getProducts(ask -> ask.serviceCode("AmazonEC2").maxResults(1)));
            case PLAN_RATES ->
                Optional.of(() -> clients.savingsPlans().describeSavingsPlansOfferingRates(ask -> ask.maxResults(1)));
            case WORKGROUP -> Optional.of(() -> clients.athena(region).getWorkGroup(ask -> ask.workGroup("primary")));
            case ORGANIZATION -> Optional.of(() -> clients.organizations().describeOrganization());
            case SERVER_SIZES ->
                Optional.of(
                        () -> clients.computeOptimizer(region).getEC2InstanceRecommendations(ask -> ask.maxResults(1)));
            // Each request of Cost Explorer is paid, budgets want the number of the account, and files, tables and
            // secrets a name.
            case METRIC_DATA,
                    ROLE,
                    BALANCER_TAGS,
                    COST_AND_USAGE,
                    COST_FORECAST,
                    SAVINGS_PLANS_USE,
                    SAVINGS_PLANS_COVERAGE,
                    RESERVATION_USE,
                    RESERVATION_COVERAGE,
                    SAVINGS_PLANS_PURCHASE,
                    RESERVATION_PURCHASE,
                    RIGHTSIZING,
                    ANOMALIES,
                    BUDGETS,
                    SECRET,
                    BUCKET,
                    OBJECT,
                    BUCKET_REGION,
                    QUERY,
                    QUERY_STATE,
                    QUERY_RESULT,
                    QUERY_STOP,
                    DATABASE,
                    TABLE,
                    PARTITIONS -> Optional.empty();
        };
    }

    @Override
    public void close() {
        clients.close();
    }
}
