package dev.headroom.app.ui;

import dev.headroom.app.ui.session.AdviceSession;
import dev.headroom.app.usecase.AssetAdvice;
import dev.headroom.app.usecase.AwsStatement;
import dev.headroom.app.usecase.Decisions;
import dev.headroom.app.usecase.FindWaste;
import dev.headroom.app.usecase.FleetConsolidation;
import dev.headroom.app.usecase.FleetSchedules;
import dev.headroom.app.usecase.PlanActions;
import dev.headroom.app.usecase.PriceBasis;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.RealiseSavings;
import dev.headroom.app.usecase.ScheduleRequest;
import dev.headroom.app.usecase.Shapes;
import dev.headroom.app.usecase.SizingHindsight;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.asset.AssetUsage;
import dev.headroom.engine.asset.DatabaseAdvisor;
import dev.headroom.engine.asset.IdleFinder;
import dev.headroom.engine.asset.PriceSheet;
import dev.headroom.engine.asset.VolumeAdvisor;
import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.consolidation.IdleClusters;
import dev.headroom.engine.consolidation.Packing;
import dev.headroom.engine.consolidation.Underused;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.plan.Action;
import dev.headroom.engine.plan.ActionPlan;
import dev.headroom.engine.plan.PlanLimits;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.schedule.OffHours;
import dev.headroom.engine.schedule.ScheduleAdvice;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.engine.waste.Waste;
import dev.headroom.engine.waste.WasteKind;
import dev.headroom.storage.source.price.ShippedServicePrices;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Advice about the invented fleet: every fourth server sleeps at night and at weekends, three things are
/// wasted, the small servers fit together, and two of three actions make the best set.
final class InventedAdvice implements AdviceSession {
    private static final int WEEKS = 12;
    private static final String PRICED = "us-east-1";
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 19);
    private final FakeSession session;

    InventedAdvice(FakeSession session) {
        this.session = session;
    }

    @Override
    public FleetSchedules schedules(ScheduleRequest request, Progress progress) throws UseCaseException {
        session.check();
        List<ScheduleAdvice> advice = new ArrayList<>();
        List<Server> servers = InventedFleet.servers();
        for (int i = 0; i < servers.size(); i++) {
            Server server = servers.get(i);
            Optional<Money> month = server.instanceType()
                    .flatMap(type -> Shapes.shipped().find(type, server.region()))
                    .flatMap(InstanceShape::onDemandMonth);
            advice.add(
                    i % 2 == 0 && !request.production()
                            ? OffHours.production(server, month)
                            : OffHours.advise(
                                    server,
                                    Optional.of(hourly(server, i % 4 == 1 ? 1 : 30)),
                                    Optional.empty(),
                                    ZONE,
                                    Set.of(),
                                    month,
                                    CommitmentCover.unknown(),
                                    request.policy()));
        }
        return new FleetSchedules(request, PriceBasis.shipped(Shapes.priceDate()), advice);
    }

    /// Busy from 6 to 20 on weekdays, else as quiet as told.
    private static TimeSeries hourly(Server server, double quiet) {
        int hours = WEEKS * 168;
        TimeGrid grid = TimeGrid.utc(InventedFleet.AS_OF.minus(Duration.ofHours(hours)), Step.HOUR, hours);
        double[] values = new double[hours];
        for (int i = 0; i < hours; i++) {
            var at = grid.at(i).atZone(ZONE);
            boolean weekend = at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            values[i] = weekend || at.getHour() < 6 || at.getHour() >= 20 ? quiet : 45;
        }
        return new TimeSeries(new SeriesKey(server.id(), ResourceKind.CPU.metric(), Statistic.MEAN), grid, values);
    }

    @Override
    public FindWaste.Found waste(int days, Progress progress) throws UseCaseException {
        session.check();
        return new FindWaste.Found(
                LAST.minusDays(days - 1L),
                LAST,
                List.of(
                        found(WasteKind.OLD_VOLUME_TYPE, "vol-0a", "60.00", "12.00"),
                        found(WasteKind.IDLE_LOAD_BALANCER, "app/old-shop", "18.40", "18.40"),
                        found(WasteKind.IDLE_ADDRESS, "eipalloc-7", "3.60", "3.60")));
    }

    /// A gp2 volume that becomes gp3, an address that hangs on nothing and a database whose price nobody
    /// knows.
    @Override
    public AssetAdvice others(SizingPolicy policy, Progress progress) throws UseCaseException {
        session.check();
        PriceSheet prices = ShippedServicePrices.load();
        return new AssetAdvice(
                InventedFleet.AS_OF,
                PriceBasis.shipped(LAST),
                List.of(
                        VolumeAdvisor.advise(
                                usage(AssetKind.VOLUME, "vol-0a", "gp2", Map.of(AssetFact.SIZE_GIB, "500")),
                                prices,
                                policy),
                        IdleFinder.address(
                                usage(AssetKind.ADDRESS, "eipalloc-7", "", Map.of(AssetFact.ATTACHED_TO, "")), prices),
                        DatabaseAdvisor.advise(
                                usage(
                                        AssetKind.DATABASE,
                                        "orders",
                                        "db.m5.large",
                                        Map.of(AssetFact.ENGINE, "oracle-se2")),
                                prices,
                                policy)));
    }

    private static AssetUsage usage(AssetKind kind, String id, String type, Map<AssetFact, String> facts) {
        return new AssetUsage(
                new Asset(id, kind, id, "aws", "prod-eu", "eu-west-1", "production", type, facts, Map.of()),
                List.of(),
                InventedFleet.AS_OF);
    }

    private static Waste found(WasteKind kind, String resource, String cost, String saving) {
        return new Waste(
                kind,
                "prod-eu",
                "eu-west-1",
                "Amazon EC2",
                resource,
                Money.of(cost, "USD"),
                Money.of(saving, "USD"),
                30);
    }

    @Override
    public FleetConsolidation consolidation(SizingPolicy policy, int mostServers, Progress progress)
            throws UseCaseException {
        session.check();
        List<Underused> servers = InventedFleet.servers().stream()
                .filter(server -> server.region().equals(PRICED))
                .limit(12)
                .map(InventedAdvice::underused)
                .toList();
        List<InstanceShape> types = Shapes.shipped()
                .currentGeneration(
                        servers.getFirst().shape().architecture(),
                        servers.getFirst().server().region())
                .stream()
                .filter(type -> !type.burstable() && type.onDemandMonth().isPresent())
                .toList();
        Money now = servers.stream()
                .map(server -> server.shape().onDemandMonth().orElseThrow())
                .reduce(Money::plus)
                .orElseThrow();
        return new FleetConsolidation(
                policy,
                InventedFleet.AS_OF,
                90,
                IdleClusters.of(servers, 1),
                Packing.of(servers, types, policy, mostServers)
                        .map(plan -> new FleetConsolidation.Group("aws / prod", now, plan))
                        .stream()
                        .toList());
    }

    private static Underused underused(Server server) {
        int days = 90;
        double level = 3 + Math.abs(server.id().hashCode() % 7);
        double[] cpu = new double[days];
        double[] memory = new double[days];
        for (int i = 0; i < days; i++) {
            cpu[i] = level + (i % 7 < 5 ? 2 : 0);
            memory[i] = 2 * level;
        }
        TimeGrid grid = TimeGrid.utc(InventedFleet.AS_OF.minus(Duration.ofDays(days)), Step.DAY, days);
        return new Underused(
                server,
                server.instanceType()
                        .flatMap(type -> Shapes.shipped().find(type, server.region()))
                        .orElseThrow(),
                Map.of(
                        ResourceKind.CPU,
                        new TimeSeries(new SeriesKey(server.id(), ResourceKind.CPU.metric(), Statistic.P95), grid, cpu),
                        ResourceKind.MEMORY,
                        new TimeSeries(
                                new SeriesKey(server.id(), ResourceKind.MEMORY.metric(), Statistic.P95), grid, memory)),
                level);
    }

    /// An effort of less than four points leaves the second action out.
    @Override
    public PlanActions.Report actions(PlanLimits limits, Progress progress) throws UseCaseException {
        session.check();
        var report = InventedCommitments.report(CommitmentTerm.ONE_YEAR);
        List<Server> servers = InventedFleet.servers();
        Action stop = action(servers.get(0), "stop", "m5.large", "0.10", Action.Effort.VERY_LOW, 0);
        Action move = action(servers.get(1), "resize", "m5.xlarge to m5.large", "0.20", Action.Effort.MEDIUM, 2);
        Action left = action(servers.get(1), "resize", "m5.xlarge to r5.large", "0.12", Action.Effort.MEDIUM, 2);
        boolean both = limits.effort().orElse(Integer.MAX_VALUE) >= 5;
        List<ActionPlan.Chosen> chosen = new ArrayList<>(List.of(chosen(stop, "876", "800")));
        List<ActionPlan.LeftOut> out = new ArrayList<>();
        out.add(new ActionPlan.LeftOut(
                left, "another action is chosen for " + left.resource() + ": resize, m5.xlarge to m5.large"));
        if (both) {
            chosen.addFirst(chosen(move, "1752", "1500"));
        } else {
            out.addFirst(new ActionPlan.LeftOut(move, "effort: needs 4 points, 2 are left"));
        }
        return new PlanActions.Report(
                new ActionPlan(
                        report.forecasts().getFirst().pool(),
                        365,
                        chosen,
                        Optional.empty(),
                        out,
                        Money.of(both ? "2300" : "800", "USD"),
                        Money.of(both ? "2310" : "810", "USD"),
                        both ? 5 : 1,
                        both ? 1 : 0,
                        both ? 0.2 : 0),
                report);
    }

    private static Action action(
            Server server, String kind, String words, String hour, Action.Effort effort, int grade) {
        return new Action(
                server.id(),
                kind,
                words,
                Money.of(hour, "USD"),
                effort,
                kind.equals("stop") ? Action.Restart.NOT_NEEDED : Action.Restart.NEEDED,
                grade * 0.1,
                grade,
                0.9);
    }

    private static ActionPlan.Chosen chosen(Action action, String alone, String marginal) {
        return new ActionPlan.Chosen(
                action, LAST.plusDays(1), Money.of(alone, "USD"), Money.of(alone, "USD"), Money.of(marginal, "USD"));
    }

    /// Every recommended resize was already recommended then, and what followed is what went before.
    @Override
    public SizingHindsight hindsight(SizingPolicy policy, int days, Progress progress) throws UseCaseException {
        session.check();
        return new SizingHindsight(
                policy,
                InventedFleet.AS_OF.minus(Duration.ofDays(days)),
                days,
                InventedFleet.rightsizing(policy, Decisions.none(FakeSession.TODAY)).recommendations().stream()
                        .filter(Recommendation.Resize.class::isInstance)
                        .map(Recommendation.Resize.class::cast)
                        .map(resize -> new SizingHindsight.Move(
                                resize, resize.assessment().orElseThrow().replays()))
                        .toList());
    }

    @Override
    public AwsStatement aws() throws UseCaseException {
        session.check();
        return session.statement();
    }

    @Override
    public Decisions decisions() throws UseCaseException {
        session.check();
        return session.decisions();
    }

    @Override
    public List<RealiseSavings.Realised> realised(Progress progress) throws UseCaseException {
        session.check();
        return List.of();
    }
}
