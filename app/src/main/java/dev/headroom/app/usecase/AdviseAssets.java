package dev.headroom.app.usecase;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.AssetUsage;
import dev.headroom.engine.asset.DatabaseAdvisor;
import dev.headroom.engine.asset.FunctionAdvisor;
import dev.headroom.engine.asset.IdleFinder;
import dev.headroom.engine.asset.PriceSheet;
import dev.headroom.engine.asset.VolumeAdvisor;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Advises on the size and the use of everything in the inventory that is no server.
public final class AdviseAssets {
    /// The age from which on a snapshot without its volume counts, unless told otherwise.
    public static final int USUAL_SNAPSHOT_DAYS = IdleFinder.SNAPSHOT_DAYS;

    private final OpenWorkspace workspace;
    private final Clock clock;

    /// @param clock tells the time of the advice when the workspace holds neither readings nor bills
    public AdviseAssets(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// The advice on the assets of some kinds.
    ///
    /// @param snapshotDays the age from which on a snapshot without its volume counts
    public AssetAdvice run(Collection<AssetKind> kinds, SizingPolicy policy, int snapshotDays) throws UseCaseException {
        try {
            Workspace storage = workspace.storage();
            List<Asset> assets = storage.assets().all();
            Map<String, List<SeriesInfo>> series = new HashMap<>();
            for (SeriesInfo info : storage.series().catalog()) {
                series.computeIfAbsent(info.key().resource(), _ -> new ArrayList<>())
                        .add(info);
            }
            Instant asOf = asOf(storage, series.values());
            KnownServicePrices prices = KnownServicePrices.of(storage.prices());
            List<Asset> wanted = assets.stream()
                    .filter(asset -> kinds.contains(asset.kind()))
                    .toList();
            List<Advice> advice = new ArrayList<>();
            for (Asset asset : wanted) {
                List<SeriesInfo> held = series.getOrDefault(asset.id(), List.of());
                AssetUsage usage = new AssetUsage(asset, read(storage, held), asOf);
                advice.add(advise(usage, assets, prices.sheet(), policy, snapshotDays));
            }
            return new AssetAdvice(asOf, prices.basis(wanted), advice);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Nothing of the kinds that were asked for is in the inventory.
    ///
    /// @param kinds in words, such as `volumes`
    public static UseCaseException nothing(String kinds) {
        return new UseCaseException(
                UseCaseException.Kind.NO_DATA,
                "HR-3190",
                "The workspace holds no " + kinds + "; import an inventory with a column kind that names them.");
    }

    private static Advice advise(
            AssetUsage usage, List<Asset> all, PriceSheet prices, SizingPolicy policy, int snapshotDays) {
        return switch (usage.asset().kind()) {
            case DATABASE -> DatabaseAdvisor.advise(usage, prices, policy);
            case FUNCTION -> FunctionAdvisor.advise(usage, prices, policy);
            case VOLUME -> VolumeAdvisor.advise(usage, prices, policy);
            case SNAPSHOT -> IdleFinder.snapshot(usage, all, prices, snapshotDays);
            case ADDRESS -> IdleFinder.address(usage, prices);
            case LOAD_BALANCER -> IdleFinder.loadBalancer(usage, prices);
        };
    }

    /// The end of what is known: of the readings, else of the bills, else now.
    private Instant asOf(Workspace storage, Collection<List<SeriesInfo>> series) {
        Stream<Instant> readings =
                series.stream().flatMap(List::stream).map(info -> info.step().plus(info.last(), 1, ZoneOffset.UTC));
        return readings.max(Comparator.naturalOrder())
                .or(() -> storage.charges().daily(CostGrouping.TOTAL, CostBasis.BILLED).stream()
                        .map(DailyCost::day)
                        .max(Comparator.naturalOrder())
                        .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElseGet(clock::instant);
    }

    /// One series a metric and statistic: of those of several steps the one that reaches back farthest, the
    /// shorter step of two that reach as far. A metric in another unit than its own is left out.
    private static List<TimeSeries> read(Workspace storage, List<SeriesInfo> held) {
        Map<SeriesKey, SeriesInfo> best = new HashMap<>();
        held.stream()
                .filter(AdviseAssets::isInItsUnit)
                .sorted(Comparator.comparing((SeriesInfo info) -> info.step().typicalLength()))
                .forEach(info -> best.merge(
                        info.key(), info, (kept, other) -> other.first().isBefore(kept.first()) ? other : kept));
        return best.values().stream()
                .sorted(Comparator.comparing(SeriesInfo::key))
                .flatMap(info -> storage.series().read(info.key(), info.step()).stream())
                .toList();
    }

    private static boolean isInItsUnit(SeriesInfo info) {
        String metric = info.key().metric();
        return AssetMetric.ofMetric(metric)
                .map(AssetMetric::unit)
                .or(() -> ResourceKind.ofMetric(metric).map(ResourceKind::unit))
                .map(info.unit()::equals)
                .orElse(false);
    }
}
