package dev.headroom.storage.pull;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.ingest.Cover;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsInventory;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.AwsMetrics;
import dev.headroom.storage.source.aws.AwsPriceList;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MetricWanted;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.ServerMetrics;
import dev.headroom.storage.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A pull from AWS. First it is planned: who is asked, what there is, what is missing here, and what looking
/// will cost. Then it runs. Planning asks only for what is free, or nearly so.
public final class AwsPull implements AutoCloseable {
    private static final String CANCELLED = "HR-4009";
    /// Where the services of the whole account answer.
    private static final String HOME = "us-east-1";

    private static final Set<PullTopic> REGIONAL =
            Set.of(PullTopic.INVENTORY, PullTopic.USAGE, PullTopic.PRICES, PullTopic.RECOMMENDATIONS);

    private final Workspace workspace;
    private final PullRequest request;
    private final Instant now;
    private final CallMeter meter = new CallMeter();
    private final AwsConnection login;
    private final List<AwsConnection> others = new ArrayList<>();
    private final List<PullPart> parts = new ArrayList<>();
    /// List prices are the same for all accounts.
    private final Set<String> priced = new HashSet<>();
    private final List<PullReport.Missing> missing = new ArrayList<>();
    private AwsConnection.Identity identity = new AwsConnection.Identity("", "");

    private AwsPull(Workspace workspace, PullRequest request, Instant now, MfaPrompt prompt)
            throws AwsFailureException {
        this.workspace = workspace;
        this.request = request;
        this.now = now;
        login = AwsConnection.open(request.login(), home(request), prompt, meter);
    }

    /// Where the login itself is asked.
    private static String home(PullRequest request) {
        String first = request.regions().getFirst();
        return first.equals(PullRequest.ALL) ? HOME : first;
    }

    /// Plans a pull.
    ///
    /// @throws AwsFailureException when the login does not work, or the organization is wanted and cannot be
    ///     read
    public static AwsPull plan(
            Workspace workspace, PullRequest request, MfaPrompt prompt, PullListener listener, Instant now)
            throws AwsFailureException, InterruptedException {
        AwsPull pull = new AwsPull(workspace, request, now, prompt);
        boolean planned = false;
        try {
            pull.plan(listener);
            planned = true;
            return pull;
        } finally {
            if (!planned) {
                pull.close();
            }
        }
    }

    private void plan(PullListener listener) throws AwsFailureException, InterruptedException {
        identity = login.identity();
        if (request.topics().contains(PullTopic.COST) && request.cost().isPresent()) {
            listener.advanced("Looking at the bills of " + identity.account(), 0, 0);
            parts.addAll(new CostPlan(workspace, login, identity.account(), home(request), request.since(), now)
                    .parts(request.cost().get(), (why, place) -> note(why, PullTopic.COST, place)));
        }
        if (!Collections.disjoint(request.topics(), REGIONAL)) {
            for (String account : accounts(identity)) {
                plan(account, identity, listener);
            }
        }
        Place payer = new Place(identity.account(), HOME);
        PayerParts of = new PayerParts(workspace, login, payer, request.since(), now);
        if (request.topics().contains(PullTopic.COST) && request.cost().isEmpty()) {
            try {
                parts.add(of.cost());
            } catch (AwsFailureException failure) {
                note(failure, PullTopic.COST, payer);
            }
        }
        if (request.topics().contains(PullTopic.RECOMMENDATIONS)) {
            parts.add(of.advice());
        }
    }

    private boolean ofRegions() {
        return request.topics().contains(PullTopic.INVENTORY)
                || request.topics().contains(PullTopic.USAGE);
    }

    private List<String> accounts(AwsConnection.Identity who) throws AwsFailureException {
        if (request.accounts().isEmpty()) {
            return List.of(who.account());
        }
        return request.accounts().contains(PullRequest.ALL)
                ? login.accounts().stream().map(AwsConnection.Account::id).toList()
                : request.accounts();
    }

    private void plan(String account, AwsConnection.Identity who, PullListener listener)
            throws AwsFailureException, InterruptedException {
        Optional<AwsConnection> connection = connection(account, who);
        if (connection.isEmpty()) {
            return;
        }
        for (String region : regions(account, connection.get())) {
            Place place = new Place(account, region);
            listener.advanced("Looking at " + place.name(), 0, 0);
            if (listener.cancelled()) {
                throw new InterruptedException("asked to stop");
            }
            try {
                plan(place, connection.get());
            } catch (AwsFailureException failure) {
                note(failure, PullTopic.INVENTORY, place);
            }
        }
    }

    private List<String> regions(String account, AwsConnection connection) throws AwsFailureException {
        return request.regions().contains(PullRequest.ALL) ? connection.regions(account) : request.regions();
    }

    private Optional<AwsConnection> connection(String account, AwsConnection.Identity who) throws AwsFailureException {
        if (account.equals(who.account()) || request.role().isEmpty()) {
            return Optional.of(login);
        }
        try {
            AwsConnection other = login.in(AwsLogin.Role.of(request.role().get(), account, request.externalId()));
            others.add(other);
            other.identity();
            return Optional.of(other);
        } catch (AwsFailureException failure) {
            note(failure, PullTopic.INVENTORY, new Place(account, "-"));
            return Optional.empty();
        }
    }

    /// What is missing is told; a login that no longer works ends everything.
    private void note(AwsFailureException failure, PullTopic topic, Place place) throws AwsFailureException {
        if (failure.reason().endsAll() && others.isEmpty()) {
            throw failure;
        }
        missing.add(new PullReport.Missing(topic, place, failure.reason(), String.valueOf(failure.getMessage())));
    }

    private void plan(Place place, AwsConnection connection) throws AwsFailureException {
        if (request.topics().contains(PullTopic.PRICES) && priced.add(place.region())) {
            planPrices(place, connection);
        }
        if (request.topics().contains(PullTopic.RECOMMENDATIONS)) {
            parts.add(new AdvicePart(
                    PullTopic.RECOMMENDATIONS,
                    place,
                    workspace.advice(),
                    AdviceQuestions.ofRegion(connection.serverSizes(place.account(), place.region())),
                    now));
        }
        if (ofRegions()) {
            planResources(place, connection);
        }
    }

    private void planPrices(Place place, AwsConnection connection) {
        if (AwsPriceList.isToldFor(place.region())) {
            connection
                    .prices(place.account(), place.region())
                    .forEach(list -> parts.add(new PricesPart(place, list, workspace.prices(), now)));
        } else {
            missing.add(new PullReport.Missing(
                    PullTopic.PRICES,
                    place,
                    AwsFailureException.Reason.FAILED,
                    "The Price List does not answer logins of " + place.region() + "; the prices before it stay."));
        }
    }

    private void planResources(Place place, AwsConnection connection) throws AwsFailureException {
        AwsInventory inventory = connection.inventory(place.account(), place.region());
        List<Server> servers = inventory.servers();
        PlaceAssets assets = new PlaceAssets(inventory);
        if (request.topics().contains(PullTopic.INVENTORY)) {
            parts.add(new InventoryPart(place, servers, this::spans, assets.readings()));
        }
        if (request.topics().contains(PullTopic.USAGE)) {
            parts.add(usage(place, connection.metrics(place.account(), place.region()), servers, assets));
        }
    }

    private List<InstanceSpan> spans(String server) {
        return workspace.inventory().find(server).map(Server::spans).orElse(List.of());
    }

    private UsagePart usage(Place place, AwsMetrics metrics, List<Server> servers, PlaceAssets assets)
            throws AwsFailureException {
        List<AwsMetrics.MetricName> memory = new ArrayList<>();
        try {
            for (String name : ServerMetrics.MEMORY) {
                memory.addAll(metrics.names(ServerMetrics.AGENT, name));
            }
        } catch (AwsFailureException denied) {
            note(denied, PullTopic.USAGE, place);
        }
        List<MetricWanted> wanted = new ArrayList<>();
        servers.forEach(server -> wanted.addAll(ServerMetrics.of(server.id(), memory)));
        wanted.addAll(assets.wanted(place, metrics, failure -> note(failure, PullTopic.USAGE, place)));
        Map<String, Cover> covers = workspace.pulls().covers(place.name());
        return new UsagePart(place, metrics, wanted, covers, request.since(), request.step(), now);
    }

    /// Who is asking.
    public AwsConnection.Identity identity() {
        return identity;
    }

    /// What the pull is going to ask for, at most, beside what planning has asked.
    public Expected expected() {
        return parts.stream().map(PullPart::expected).reduce(Expected.NOTHING, Expected::plus);
    }

    /// The same by place and topic, in the order in which it is pulled.
    public List<Planned> planned() {
        return parts.stream()
                .map(part -> new Planned(part.place(), part.topic(), part.expected()))
                .toList();
    }

    /// One topic at one place.
    public record Planned(Place place, PullTopic topic, Expected expected) {}

    /// What planning found it cannot pull.
    public List<PullReport.Missing> missing() {
        return List.copyOf(missing);
    }

    /// Pulls. What is complete is kept, whatever happens later; the same pull then goes on from there.
    public PullReport run(PullListener listener) {
        PullDesk desk = new PullDesk(workspace.live(now), listener, expected().calls());
        Optional<PullReport.End> end = Optional.empty();
        for (PullPart part : parts) {
            try {
                part.run(desk);
            } catch (AwsFailureException failure) {
                if (failure.reason().endsAll()) {
                    end = Optional.of(
                            new PullReport.End(failure.reason().code(), String.valueOf(failure.getMessage())));
                    break;
                }
                desk.missing(part.topic(), part.place(), failure);
            } catch (SourceException failure) {
                end = Optional.of(new PullReport.End(failure.code(), failure.sentence()));
                break;
            } catch (InterruptedException _) {
                end = Optional.of(new PullReport.End(
                        CANCELLED, "The pull was stopped; what is complete is kept, and the same command goes on."));
                break;
            }
        }
        return report(desk, end);
    }

    private PullReport report(PullDesk desk, Optional<PullReport.End> end) {
        List<PullReport.Missing> all = new ArrayList<>(missing);
        all.addAll(desk.missing());
        workspace
                .pulls()
                .meter(meter.usage().entrySet().stream()
                        .map(entry -> new PullLedger.Meter(
                                now,
                                entry.getKey(),
                                entry.getValue().calls(),
                                entry.getValue().units(),
                                entry.getValue().bytes(),
                                entry.getValue().usd()))
                        .toList());
        return new PullReport(desk.batch(), desk.kept(), all, expected(), meter.usage(), end);
    }

    @Override
    public void close() {
        others.forEach(AwsConnection::close);
        login.close();
    }
}
