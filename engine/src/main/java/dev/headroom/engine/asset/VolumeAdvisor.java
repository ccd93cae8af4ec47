package dev.headroom.engine.asset;

import dev.headroom.engine.asset.VolumeShape.Type;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.Optional;
import java.util.OptionalDouble;

/// Recommends type, size and provisioned performance of block storage volumes.
///
/// 1. A volume that nobody uses is to be deleted ([IdleFinder]).
/// 2. Without a known type, size, price or what is provisioned there is no advice.
/// 3. A volume whose percentile is above 80 % of what it can do gets more.
/// 4. Any other gets the cheapest of the alternatives ([VolumeCandidates]) that saves enough, or stays.
///
/// A pure function: the same arguments give the same advice.
public final class VolumeAdvisor {
    private VolumeAdvisor() {}

    /// @param usage operations and throughput a second, and what is in use, where they are measured
    public static Advice advise(AssetUsage usage, PriceSheet prices, SizingPolicy policy) {
        Asset asset = usage.asset();
        String from = words(asset);
        Optional<VolumeShape> known = shape(asset);
        Optional<Money> month = known.flatMap(shape -> shape.month(prices, asset.region()));
        Optional<Advice> idle = IdleFinder.volume(usage, from, month);
        if (idle.isPresent()) {
            return idle.get();
        }
        if (known.isEmpty()) {
            return new Advice.Undecided(asset, from, lacking(asset));
        }
        if (month.isEmpty()) {
            return new Advice.Undecided(
                    asset,
                    from,
                    "The price of " + known.get().type().code() + " in "
                            + (asset.region().isBlank() ? "an unnamed region" : asset.region())
                            + " is not in the price list.");
        }
        return new VolumeCandidates(usage, known.get(), month.get(), prices, policy).advice();
    }

    /// What the inventory says of a volume; empty when it lacks something.
    static Optional<VolumeShape> shape(Asset asset) {
        OptionalDouble size = asset.number(AssetFact.SIZE_GIB);
        Optional<Type> type = Type.of(asset.type());
        if (size.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        double gib = size.getAsDouble();
        OptionalDouble iops = asset.number(AssetFact.IOPS);
        OptionalDouble mibps = asset.number(AssetFact.THROUGHPUT_MIBPS);
        return switch (type.get()) {
            case GP2 -> Optional.of(VolumeShape.gp2(gib));
            case ST1, SC1 -> Optional.of(VolumeShape.disk(type.get(), gib));
            case IO1 -> iops.isEmpty() ? Optional.empty() : Optional.of(VolumeShape.io1(gib, iops.getAsDouble()));
            case IO2 -> iops.isEmpty() ? Optional.empty() : Optional.of(VolumeShape.io2(gib, iops.getAsDouble()));
            case GP3 ->
                iops.isEmpty() || mibps.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new VolumeShape(Type.GP3, gib, iops.getAsDouble(), mibps.getAsDouble()));
        };
    }

    static String words(Asset asset) {
        return shape(asset).map(VolumeShape::words).orElseGet(() -> asset.type().isBlank() ? "volume" : asset.type());
    }

    private static String lacking(Asset asset) {
        if (Type.of(asset.type()).isEmpty()) {
            return asset.type().isBlank()
                    ? "The inventory names no volume type."
                    : "Volumes of the type " + asset.type() + " are not sized.";
        }
        if (asset.number(AssetFact.SIZE_GIB).isEmpty()) {
            return "The inventory does not say the size (size_gib).";
        }
        return "The inventory does not say what is provisioned ("
                + (asset.number(AssetFact.IOPS).isEmpty() ? "iops" : "throughput_mibps") + ").";
    }
}
