package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.SamplePaths;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.rightsizing.RealisedSaving;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.engine.waste.WasteKind;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.DayTotal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holds the bills since a change was made against what they would have been without it.
///
/// Looked at is all advice whose last decision is *done*, and accepted sizes that the inventory shows. What
/// no bill names as a resource, such as a commitment, has no figure. The change is dated by the inventory
/// where it shows the new type, else by the decision. The forecast starts from the days before the change
/// alone, on list prices (gross) and on what was paid in the end (net of commitments and discounts); the day
/// of the change itself belongs to neither side.
public final class RealiseSavings {
    private static final int LEAST_BEFORE = 14;
    private static final int MOST_AFTER = 365;

    private final OpenWorkspace workspace;
    private final DecideRecommendation decisions;

    public RealiseSavings(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.decisions = new DecideRecommendation(workspace, clock);
    }

    /// One change and what came of it.
    ///
    /// @param changed the day of the change
    /// @param currency of the amounts; empty when there is no bill
    /// @param gross at list prices; empty when the bills do not state them or do not reach far enough
    /// @param net what was really paid
    /// @param note why there is no figure; empty when there is one
    public record Realised(
            DecisionEvent event,
            LocalDate changed,
            Optional<CurrencyCode> currency,
            Optional<RealisedSaving> gross,
            Optional<RealisedSaving> net,
            String note) {}

    /// The latest change first.
    public List<Realised> run(Progress progress) throws UseCaseException {
        Map<String, Server> servers = new TreeMap<>();
        for (ListServers.Entry entry : new ListServers(workspace).run()) {
            servers.put(entry.server().id(), entry.server());
        }
        List<Realised> result = new ArrayList<>();
        List<DecisionEvent> events =
                new ArrayList<>(decisions.current().latest().values());
        for (int i = 0; i < events.size(); i++) {
            DecisionEvent event = events.get(i);
            Optional<LocalDate> changed = changed(event, Optional.ofNullable(servers.get(event.resource())));
            if (changed.isPresent()) {
                result.add(realised(event, changed.get()));
            }
            progress.report("Comparing bills", i + 1L, events.size());
        }
        result.sort(Comparator.comparing(Realised::changed)
                .reversed()
                .thenComparing(one -> one.event().resource()));
        return result;
    }

    private static Optional<LocalDate> changed(DecisionEvent event, Optional<Server> server) {
        Optional<LocalDate> onType = server.flatMap(known -> known.spans().stream()
                        .filter(span -> span.instanceType().equals(event.toType()))
                        .reduce((first, second) -> second))
                .map(InstanceSpan::from)
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        Optional<LocalDate> shown = event.kind() == AdviceKind.RIGHTSIZING ? onType : Optional.empty();
        return switch (event.decision()) {
            case Decision.Done done -> shown.or(() -> Optional.of(LocalDate.ofInstant(event.at(), ZoneOffset.UTC)));
            case Decision.Accept accept -> shown;
            case Decision.Dismiss dismiss -> Optional.empty();
            case Decision.Snooze snooze -> Optional.empty();
            case Decision.Reopen reopen -> Optional.empty();
        };
    }

    private Realised realised(DecisionEvent event, LocalDate changed) throws UseCaseException {
        try {
            Scope scope = Scope.ALL.withResource(event.resource());
            CostDays paid = CostDays.of(workspace, new CostQuery(scope, CostBasis.EFFECTIVE));
            List<DayTotal> days = paid.days(ForecastCost.filter(scope));
            TreeSet<CurrencyCode> currencies = new TreeSet<>();
            days.forEach(day -> currencies.add(day.currency()));
            if (currencies.size() != 1) {
                return none(
                        event,
                        changed,
                        currencies.isEmpty() ? "no bill names it" : "it is billed in several currencies");
            }
            LocalDate last = days.stream()
                    .map(DayTotal::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate billed = lastBilled(paid);
            LocalDate first = days.stream()
                    .map(DayTotal::day)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate end = ends(event) ? billed : last;
            if (ChronoUnit.DAYS.between(first, changed) < LEAST_BEFORE) {
                return none(event, changed, "fewer than " + LEAST_BEFORE + " days are billed before the change");
            }
            if (!end.isAfter(changed)) {
                return none(event, changed, "no day after the change is billed yet");
            }
            CostDays list = CostDays.of(workspace, new CostQuery(scope, CostBasis.LIST));
            return new Realised(
                    event,
                    changed,
                    Optional.of(currencies.first()),
                    compare(list.days(ForecastCost.filter(scope)), first, changed, end),
                    compare(days, first, changed, end),
                    "");
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Whether nothing is charged for the resource once it is done.
    private static boolean ends(DecisionEvent event) {
        return switch (event.kind()) {
            case RIGHTSIZING -> event.toType().equals(DecisionEvent.STOP);
            case ACTION -> event.fromType().equals(DecisionEvent.STOP);
            case WASTE -> WasteKind.ofWords(event.toType()).stream().anyMatch(WasteKind::ends);
            case SCHEDULE, CONSOLIDATION, COMMITMENT, RESOURCE -> false;
        };
    }

    /// The last day of any bill: a stopped server has no charges, and that is its saving.
    private static LocalDate lastBilled(CostDays cost) throws UseCaseException {
        return cost.days(ForecastCost.filter(Scope.ALL)).stream()
                .map(DayTotal::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Realised none(DecisionEvent event, LocalDate changed, String note) {
        return new Realised(event, changed, Optional.empty(), Optional.empty(), Optional.empty(), note);
    }

    private Optional<RealisedSaving> compare(List<DayTotal> days, LocalDate first, LocalDate changed, LocalDate last) {
        TimeSeries before = CostSeries.of("server", days, first, changed.minusDays(1));
        LocalDate until = last.isAfter(changed.plusDays(MOST_AFTER)) ? changed.plusDays(MOST_AFTER) : last;
        TimeSeries after = CostSeries.of("server", days, changed.plusDays(1), until);
        if (before.length() - before.missing() < LEAST_BEFORE || after.missing() == after.length()) {
            return Optional.empty();
        }
        ModelSpec spec = new ModelSpec.Auto(SeasonLengths.usual(Step.DAY));
        if (!(workspace.fits().fit(before, spec, ForecastRequest.DEFAULT_SEED) instanceof FitOutcome.Fitted fitted)) {
            return Optional.empty();
        }
        // The day of the change lies between the two: its step is simulated and not compared.
        SamplePaths paths = fitted.model()
                .simulate(new Horizon(after.length() + 1), ForecastSeries.PATHS, ForecastRequest.DEFAULT_SEED);
        double[][] later = new double[paths.count()][];
        for (int path = 0; path < later.length; path++) {
            later[path] = Arrays.copyOfRange(paths.path(path), 1, after.length() + 1);
        }
        return Optional.of(RealisedSaving.of(after, new SamplePaths(after.grid(), later)));
    }
}
