package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.ForecastPeaks;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.Replay;
import dev.headroom.engine.rightsizing.Rightsizer;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.UsageProfile;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recommends an instance type for every server of a workspace, from all that it used and from what it may use in the
/// next 90 days.
public final class RightsizeFleet {
    private static final int PATHS = 300;

    private final OpenWorkspace workspace;
    private final ShapeCatalog shapes;
    private final DecideRecommendation decisions;
    private final Optional<Instant> knownOn;
    private final RiskModels models;
    private List<Input> inputs = List.of();

    /// @param clock tells the day that ends a snooze
    public RightsizeFleet(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock) {
        this(workspace, shapes, clock, Optional.empty());
    }

    /// @param knownOn takes commitments from the bills as they were known at this time; empty for now. Usage is kept
    ///     without versions and is as it is now
    public RightsizeFleet(OpenWorkspace workspace, ShapeCatalog shapes, Clock clock, Optional<Instant> knownOn) {
        this.knownOn = knownOn;
        this.models = new RiskModels(workspace);
        this.workspace = workspace;
        this.shapes = shapes;
        this.decisions = new DecideRecommendation(workspace, clock);
    }

    /// With the standard policy.
    public FleetRightsizing run(Progress progress) throws UseCaseException {
        return run(SizingPolicy.standard(), progress);
    }

    /// Usage is read once and kept, so that another policy is tried without reading again.
    public FleetRightsizing run(SizingPolicy policy, Progress progress) throws UseCaseException {
        if (inputs.isEmpty()) {
            inputs = foreseen(read(), progress);
        }
        List<Recommendation> recommendations = new ArrayList<>();
        Parallel.forEach(inputs, input -> recommend(input, policy), recommendations::add, "Rightsizing", progress);
        return FleetRightsizing.of(policy, prices(recommendations), recommendations, decisions.current());
    }

    private PriceBasis prices(List<Recommendation> recommendations) {
        return PriceBasis.ofSizes(shapes, recommendations);
    }

    /// Recommends as it was possible some days ago, and replays the days since then on what was recommended.
    ///
    /// @param days how many of the last days are kept unseen; positive
    public SizingHindsight hindsight(SizingPolicy policy, int days, Progress progress) throws UseCaseException {
        List<Input> whole = read();
        Instant end = whole.stream()
                .flatMap(input -> input.daily().values().stream())
                .map(daily -> daily.series().grid().end())
                .max(Comparator.naturalOrder())
                .orElseThrow(ListServers::none);
        Instant cut = end.minus(Duration.ofDays(days));
        List<Input> known = whole.stream().map(input -> input.until(cut)).toList();
        if (known.stream().flatMap(input -> input.usage().values().stream()).allMatch(series -> series.length() == 0)) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3182",
                    "No server has readings before " + LocalDate.ofInstant(cut, ZoneOffset.UTC)
                            + "; ask for fewer days than " + days + ".");
        }
        known = foreseen(known, progress);
        List<SizingHindsight.Move> moves = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Input input = whole.get(i);
            Recommendation then = recommend(known.get(i), policy);
            if (then instanceof Recommendation.Resize resize) {
                moves.add(new SizingHindsight.Move(resize, unseen(input, resize, cut, policy)));
            }
        }
        return new SizingHindsight(policy, cut, days, moves);
    }

    private Recommendation recommend(Input input, SizingPolicy policy) {
        return Rightsizer.recommend(
                input.server(),
                UsageProfile.of(input.server(), input.usage(), policy.lookbackDays())
                        .withForecast(input.peaks()),
                shapes,
                policy,
                input.cover());
    }

    private static List<Replay> unseen(Input input, Recommendation.Resize resize, Instant cut, SizingPolicy policy) {
        List<Replay> replays = new ArrayList<>();
        input.daily().forEach((kind, daily) -> {
            TimeSeries later = FleetSeries.from(daily.series(), cut);
            Replay.unseen(
                            kind,
                            later,
                            resize.present(),
                            resize.chosen(),
                            policy.ceilings().percent(kind))
                    .ifPresent(replays::add);
        });
        return replays;
    }

    /// @param daily the daily p95 of the machine that the server has now, which is forecast
    /// @param peaks what the coming months may bring; empty until it was forecast
    private record Input(
            Server server,
            Map<ResourceKind, TimeSeries> usage,
            Map<ResourceKind, FleetSeries.Daily> daily,
            Map<ResourceKind, ForecastPeaks> peaks,
            CommitmentCover cover) {
        /// What was known of it at a time.
        Input until(Instant cut) {
            Instant last = cut.minusNanos(1);
            Map<ResourceKind, TimeSeries> seen = new EnumMap<>(ResourceKind.class);
            usage.forEach((kind, series) -> seen.put(kind, FleetSeries.until(series, cut)));
            Map<ResourceKind, FleetSeries.Daily> days = new EnumMap<>(ResourceKind.class);
            daily.forEach((kind, series) -> days.put(kind, series.until(Optional.of(last))));
            return new Input(server.asOf(last), seen, days, peaks, cover);
        }

        Input foreseen(Map<ResourceKind, ForecastPeaks> found) {
            return new Input(server, usage, daily, found, cover);
        }
    }

    private List<Input> foreseen(List<Input> read, Progress progress) throws UseCaseException {
        List<Input> result = new ArrayList<>();
        Parallel.forEach(read, input -> input.foreseen(peaks(input)), result::add, "Forecasting", progress);
        return result;
    }

    private Map<ResourceKind, ForecastPeaks> peaks(Input input) {
        Map<ResourceKind, ForecastPeaks> peaks = new EnumMap<>(ResourceKind.class);
        input.daily().forEach((kind, daily) -> {
            ForecastRequest request = RiskModels.request(input.server().id(), kind);
            if (models.fit(request, daily) instanceof FitOutcome.Fitted fitted) {
                peaks.put(
                        kind,
                        ForecastPeaks.of(
                                daily.bounded(fitted.model()).simulate(request.horizon(), PATHS, request.seed())));
            }
        });
        return peaks;
    }

    private List<Input> read() throws UseCaseException {
        try {
            FleetSeries fleet = new FleetSeries(workspace, shapes);
            Map<String, CommitmentCover> covers = CommitmentCovers.byResource(workspace, knownOn);
            List<Input> result = new ArrayList<>();
            for (ListServers.Entry entry : new ListServers(workspace).run()) {
                Map<ResourceKind, TimeSeries> usage = new EnumMap<>(ResourceKind.class);
                Map<ResourceKind, FleetSeries.Daily> daily = new EnumMap<>(ResourceKind.class);
                for (ResourceKind kind : ResourceKind.values()) {
                    fleet.daily(entry.server().id(), kind, Statistic.P95).ifPresent(found -> daily.put(kind, found));
                    // The sizing cuts the history itself, and says so in its reasons.
                    fleet.whole(entry.server().id(), kind, Statistic.P95)
                            .ifPresent(whole -> usage.put(kind, whole.series()));
                }
                result.add(new Input(
                        entry.server(),
                        usage,
                        daily,
                        Map.of(),
                        covers.getOrDefault(entry.server().id(), CommitmentCover.unknown())));
            }
            if (result.isEmpty()) {
                throw ListServers.none();
            }
            return result;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
