package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// Assets, readings and round prices for tests.
final class Assets {
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private Assets() {}

    /// @param facts pairs of a column and its text
    static Asset of(AssetKind kind, String id, String type, String... facts) {
        Map<AssetFact, String> known = new EnumMap<>(AssetFact.class);
        for (int i = 0; i < facts.length; i += 2) {
            known.put(AssetFact.ofColumn(facts[i]).orElseThrow(), facts[i + 1]);
        }
        return new Asset(id, kind, id, "AWS", "one", "here", "production", type, known, Map.of());
    }

    static AssetUsage usage(Asset asset, TimeSeries... series) {
        return new AssetUsage(asset, List.of(series), NOW);
    }

    /// The same value on each of the last days.
    static TimeSeries daily(Asset asset, String metric, Statistic statistic, int days, double value) {
        return daily(asset, metric, statistic, days, day -> value);
    }

    static TimeSeries daily(Asset asset, String metric, Statistic statistic, int days, IntToDoubleFunction value) {
        double[] values = new double[days];
        Arrays.setAll(values, value);
        return new TimeSeries(
                new SeriesKey(asset.id(), metric, statistic),
                TimeGrid.utc(NOW.minus(Duration.ofDays(days)), Step.DAY, days),
                values);
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    /// A gp3 GiB costs 0.08, a gp2 GiB 0.10, and so on; the region is `here`.
    static PriceSheet prices(DatabaseClass... classes) {
        Map<PriceItem, Money> here = new EnumMap<>(PriceItem.class);
        here.put(PriceItem.VOLUME_GP2_GIB, usd("0.10"));
        here.put(PriceItem.VOLUME_GP3_GIB, usd("0.08"));
        here.put(PriceItem.VOLUME_GP3_IOPS, usd("0.005"));
        here.put(PriceItem.VOLUME_GP3_MIBPS, usd("0.04"));
        here.put(PriceItem.VOLUME_IO1_GIB, usd("0.125"));
        here.put(PriceItem.VOLUME_IO1_IOPS, usd("0.065"));
        here.put(PriceItem.VOLUME_IO2_GIB, usd("0.125"));
        here.put(PriceItem.VOLUME_IO2_IOPS, usd("0.065"));
        here.put(PriceItem.VOLUME_ST1_GIB, usd("0.045"));
        here.put(PriceItem.VOLUME_SC1_GIB, usd("0.015"));
        here.put(PriceItem.SNAPSHOT_GIB, usd("0.05"));
        here.put(PriceItem.DATABASE_GP2_GIB, usd("0.115"));
        here.put(PriceItem.DATABASE_GP3_GIB, usd("0.115"));
        here.put(PriceItem.DATABASE_GP3_IOPS, usd("0.02"));
        here.put(PriceItem.DATABASE_IO1_GIB, usd("0.125"));
        here.put(PriceItem.DATABASE_IO1_IOPS, usd("0.10"));
        here.put(PriceItem.FUNCTION_X86_64_GB_SECOND, usd("0.00001"));
        here.put(PriceItem.FUNCTION_ARM64_GB_SECOND, usd("0.000008"));
        here.put(PriceItem.FUNCTION_MILLION_CALLS, usd("0.20"));
        here.put(PriceItem.ADDRESS_HOUR, usd("0.005"));
        here.put(PriceItem.LOAD_BALANCER_APPLICATION_HOUR, usd("0.02"));
        return new PriceSheet(Map.of("here", here), List.of(classes));
    }
}
