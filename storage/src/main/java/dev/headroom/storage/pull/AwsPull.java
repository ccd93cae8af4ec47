package dev.headroom.storage.pull;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsPriceList;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// A pull from AWS. First it is planned: who is asked, what there is, what is missing here, and what looking
/// will cost. Then it runs. Planning asks only for what is free, or nearly so.
public final class AwsPull implements AutoCloseable {
    /// Places that are looked at at once.
    private static final int TOGETHER = 8;

    private static final Set<PullTopic> REGIONAL =
            Set.of(PullTopic.INVENTORY, PullTopic.USAGE, PullTopic.PRICES, PullTopic.RECOMMENDATIONS);

    private final Workspace workspace;
    private final PullRequest request;
    private final Instant now;
    private final CallMeter meter = new CallMeter();
    private final PullAccounts accounts;
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
        accounts = new PullAccounts(request, prompt, meter);
    }

    /// Plans a pull.
    ///
    /// @throws AwsFailureException when the login does not work, or the organization is wanted and cannot be
    ///     read
    /// @throws InterruptedException when the user asked to stop
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
        identity = Prefetch.one(accounts.login()::identity, listener::cancelled);
        if (request.topics().contains(PullTopic.COST) && request.cost().isPresent()) {
            listener.advanced("Looking at the bills of " + identity.account(), 0, 0);
            parts.addAll(
                    new CostPlan(workspace, accounts.login(), identity.account(), accounts.home(), request.since(), now)
                            .parts(request.cost().get(), (why, place) -> note(why, PullTopic.COST, place)));
        }
        if (!Collections.disjoint(request.topics(), REGIONAL)) {
            planPlaces(listener);
        }
        planPayer();
    }

    private void planPlaces(PullListener listener) throws AwsFailureException, InterruptedException {
        List<Callable<PlaceLook.Seen>> looks = new ArrayList<>();
        for (Reached account : reached(listener)) {
            missing.addAll(account.missing());
            looks.addAll(account.looks());
        }
        try (Prefetch<PlaceLook.Seen> seen = new Prefetch<>(looks, TOGETHER, listener::cancelled)) {
            for (int i = 0; i < looks.size(); i++) {
                listener.advanced("Looking at place " + (i + 1) + " of " + looks.size(), 0, 0);
                planPlace(seen.next());
            }
        }
    }

    /// The places of an account, or why it cannot be looked into.
    private record Reached(List<PlaceLook> looks, List<PullReport.Missing> missing) {}

    private List<Reached> reached(PullListener listener) throws AwsFailureException, InterruptedException {
        listener.advanced("Looking for accounts and regions", 0, 0);
        List<String> numbers = Prefetch.one(() -> accounts.numbers(identity.account()), listener::cancelled);
        List<Callable<Reached>> asks = new ArrayList<>();
        numbers.forEach(number -> asks.add(() -> reach(number)));
        List<Reached> reached = new ArrayList<>();
        try (Prefetch<Reached> answers = new Prefetch<>(asks, TOGETHER, listener::cancelled)) {
            for (int i = 0; i < asks.size(); i++) {
                reached.add(answers.next());
            }
        }
        return reached;
    }

    /// Does not touch the workspace.
    private Reached reach(String account) throws AwsFailureException {
        try {
            AwsConnection connection = accounts.into(account, identity.account());
            List<PlaceLook> looks = accounts.places(account, connection).stream()
                    .map(place -> new PlaceLook(place, connection, request.topics()))
                    .toList();
            return new Reached(looks, List.of());
        } catch (AwsFailureException failure) {
            return new Reached(
                    List.of(), List.of(PullReport.Missing.of(failure, PullTopic.INVENTORY, new Place(account, "-"))));
        }
    }

    private void note(AwsFailureException failure, PullTopic topic, Place place) throws AwsFailureException {
        missing.add(PullReport.Missing.of(failure, topic, place));
    }

    private void planPlace(PlaceLook.Seen seen) {
        Place place = seen.place();
        missing.addAll(seen.missing());
        if (request.topics().contains(PullTopic.PRICES) && priced.add(place.region())) {
            planPrices(place, seen.connection());
        }
        if (request.topics().contains(PullTopic.RECOMMENDATIONS)) {
            parts.add(new AdvicePart(
                    PullTopic.RECOMMENDATIONS,
                    place,
                    workspace.advice(),
                    AdviceQuestions.ofRegion(seen.connection().serverSizes(place.account(), place.region())),
                    now));
        }
        seen.resources().ifPresent(resources -> planResources(seen, resources));
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

    private void planResources(PlaceLook.Seen seen, PlaceLook.Resources resources) {
        Place place = seen.place();
        if (request.topics().contains(PullTopic.INVENTORY)) {
            parts.add(new InventoryPart(
                    place, resources.servers(), this::spans, resources.assets().readings()));
        }
        if (request.topics().contains(PullTopic.USAGE)) {
            parts.add(new UsagePart(
                    place,
                    seen.connection().metrics(place.account(), place.region()),
                    resources.wanted(),
                    workspace.pulls().covers(place.name()),
                    request.since(),
                    request.step(),
                    now));
        }
    }

    private List<InstanceSpan> spans(String server) {
        return workspace.inventory().find(server).map(Server::spans).orElse(List.of());
    }

    private void planPayer() throws AwsFailureException {
        Place payer = new Place(identity.account(), PullAccounts.HOME);
        PayerParts of = new PayerParts(workspace, accounts.login(), payer, request.since(), now);
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

    /// Who is asking.
    public AwsConnection.Identity identity() {
        return identity;
    }

    /// What the pull is going to ask for, at most, beside what planning has asked.
    public Expected expected() {
        return parts.stream().map(PullPart::expected).reduce(Expected.NOTHING, Expected::plus);
    }

    /// The same by place and topic.
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

    /// Pulls, several places at once. What is complete is kept, whatever happens later; the same pull then goes
    /// on from there.
    public PullReport run(PullListener listener) {
        PullDesk desk = new PullDesk(workspace.live(now), listener, expected().calls());
        Optional<PullReport.End> end = new PullRun(parts, desk).end();
        List<PullReport.Missing> all = new ArrayList<>(missing);
        all.addAll(desk.missing());
        PullMeter.note(workspace.pulls(), meter, now);
        return new PullReport(desk.batch(), desk.kept(), all, expected(), meter.usage(), end);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
