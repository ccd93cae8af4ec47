package dev.headroom.engine.asset;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// A block storage volume as it can be ordered: its type, size and what is provisioned.
///
/// Limits are those of the documentation of Amazon EBS in the middle of 2025: gp3 16,000 operations a second
/// and 1,000 MiB/s, of which 3,000 and 125 are included. Since September 2025 AWS grants more in some regions
/// (80,000 and 2,000); the lower limits hold everywhere and are kept. gp2 counts with its bursts.
///
/// @param iops operations a second that it can do
/// @param mibps throughput in 2^20 byte/s that it can do
record VolumeShape(Type type, double sizeGib, double iops, double mibps) {
    static final double GP3_FREE_IOPS = 3_000;
    static final double GP3_FREE_MIBPS = 125;
    static final double GP3_MOST_IOPS = 16_000;
    static final double GP3_MOST_MIBPS = 1_000;
    private static final double IO2_LOWER_TIER = 32_000;
    private static final double GIB_PER_TIB = 1_024;

    /// What kinds there are.
    enum Type {
        GP2,
        GP3,
        IO1,
        IO2,
        ST1,
        SC1;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isDisk() {
            return this == ST1 || this == SC1;
        }

        static Optional<Type> of(String code) {
            for (Type type : values()) {
                if (type.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    static VolumeShape gp2(double sizeGib) {
        double baseline = Math.clamp(3 * sizeGib, 100, 16_000);
        return new VolumeShape(Type.GP2, sizeGib, Math.max(baseline, 3_000), sizeGib <= 170 ? 128 : 250);
    }

    /// With what is asked for, at least what is included, and the operations that the throughput needs.
    static VolumeShape gp3(double sizeGib, double iops, double mibps) {
        double throughput = Math.max(GP3_FREE_MIBPS, mibps);
        return new VolumeShape(Type.GP3, sizeGib, Math.max(GP3_FREE_IOPS, Math.max(iops, 4 * throughput)), throughput);
    }

    static VolumeShape io1(double sizeGib, double iops) {
        double mibps = iops <= 2_000 ? iops / 4 : iops <= 32_000 ? 500 : Math.min(1_000, iops / 64);
        return new VolumeShape(Type.IO1, sizeGib, iops, mibps);
    }

    static VolumeShape io2(double sizeGib, double iops) {
        return new VolumeShape(Type.IO2, sizeGib, iops, Math.min(4_000, iops / 4));
    }

    /// Counted without bursts, in operations of 1 MiB.
    static VolumeShape disk(Type type, double sizeGib) {
        double tib = sizeGib / GIB_PER_TIB;
        double mibps = type == Type.ST1 ? Math.min(500, 40 * tib) : Math.min(192, 12 * tib);
        return new VolumeShape(type, sizeGib, mibps, mibps);
    }

    /// The list price of a month; empty when the list lacks a part of it.
    Optional<Money> month(PriceSheet prices, String region) {
        return switch (type) {
            case GP2 -> part(prices, region, PriceItem.VOLUME_GP2_GIB, sizeGib);
            case ST1 -> part(prices, region, PriceItem.VOLUME_ST1_GIB, sizeGib);
            case SC1 -> part(prices, region, PriceItem.VOLUME_SC1_GIB, sizeGib);
            case GP3 ->
                sum(
                        part(prices, region, PriceItem.VOLUME_GP3_GIB, sizeGib),
                        part(prices, region, PriceItem.VOLUME_GP3_IOPS, Math.max(0, iops - GP3_FREE_IOPS)),
                        part(prices, region, PriceItem.VOLUME_GP3_MIBPS, Math.max(0, mibps - GP3_FREE_MIBPS)));
            case IO1 ->
                sum(
                        part(prices, region, PriceItem.VOLUME_IO1_GIB, sizeGib),
                        part(prices, region, PriceItem.VOLUME_IO1_IOPS, iops),
                        Optional.empty());
            case IO2 ->
                // The tiers above are cheaper, and their prices are not in the list.
                iops > IO2_LOWER_TIER
                        ? Optional.empty()
                        : sum(
                                part(prices, region, PriceItem.VOLUME_IO2_GIB, sizeGib),
                                part(prices, region, PriceItem.VOLUME_IO2_IOPS, iops),
                                Optional.empty());
        };
    }

    private static Optional<Money> part(PriceSheet prices, String region, PriceItem item, double amount) {
        return prices.find(region, item).map(price -> price.times(BigDecimal.valueOf(amount)));
    }

    private Optional<Money> sum(Optional<Money> first, Optional<Money> second, Optional<Money> third) {
        boolean threeParts = type == Type.GP3;
        if (first.isEmpty() || second.isEmpty() || threeParts && third.isEmpty()) {
            return Optional.empty();
        }
        Money two = first.get().plus(second.get());
        return Optional.of(third.map(two::plus).orElse(two));
    }

    /// Such as `gp3 500 GiB, 3,000 IOPS, 125 MiB/s`; what is provisioned only where it is.
    String words() {
        String size = String.format(Locale.ROOT, "%s %,.0f GiB", type.code(), sizeGib);
        return switch (type) {
            case GP2, ST1, SC1 -> size;
            case IO1, IO2 -> size + String.format(Locale.ROOT, ", %,.0f IOPS", iops);
            case GP3 -> size + String.format(Locale.ROOT, ", %,.0f IOPS, %,.0f MiB/s", iops, mibps);
        };
    }
}
