package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The storage under a database of MySQL, MariaDB or PostgreSQL.
///
/// Limits are those of the documentation of Amazon RDS in the middle of 2025: gp3 includes 3,000 operations a
/// second under 400 GiB and 12,000 from there on, where up to 64,000 can be provisioned. gp2 has 3 for each
/// GiB and bursts to what gp3 includes. A GiB of gp2 and of gp3 cost the same.
///
/// @param iops operations a second that it can do
record DatabaseStorage(String type, double sizeGib, double iops) {
    private static final double STRIPED_GIB = 400;
    private static final double MOST_IOPS = 64_000;
    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    /// What the inventory says; empty when it does not say enough.
    static Optional<DatabaseStorage> of(Asset asset) {
        OptionalDouble size = asset.number(AssetFact.SIZE_GIB);
        OptionalDouble iops = asset.number(AssetFact.IOPS);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        double gib = size.getAsDouble();
        return switch (asset.text(AssetFact.STORAGE_TYPE).orElse("")) {
            case "gp2" -> Optional.of(new DatabaseStorage("gp2", gib, Math.max(included(gib), 3 * gib)));
            case "gp3" -> Optional.of(new DatabaseStorage("gp3", gib, iops.orElse(included(gib))));
            case "io1" ->
                iops.isEmpty() ? Optional.empty() : Optional.of(new DatabaseStorage("io1", gib, iops.getAsDouble()));
            default -> Optional.empty();
        };
    }

    private static double included(double gib) {
        return gib < STRIPED_GIB ? 3_000 : 12_000;
    }

    /// gp3 of the same size that can do so many operations; empty when there is none.
    Optional<DatabaseStorage> gp3(double need) {
        double enough = Math.max(included(sizeGib), Math.ceil(need));
        boolean possible = sizeGib < STRIPED_GIB ? need <= included(sizeGib) : enough <= MOST_IOPS;
        return possible ? Optional.of(new DatabaseStorage("gp3", sizeGib, enough)) : Optional.empty();
    }

    /// The list price of a month; empty when the list lacks a part of it.
    Optional<Money> month(PriceSheet prices, String region, boolean multiAz) {
        Optional<Money> one = switch (type) {
            case "gp2" -> part(prices, region, PriceItem.DATABASE_GP2_GIB, sizeGib);
            case "gp3" ->
                sum(
                        part(prices, region, PriceItem.DATABASE_GP3_GIB, sizeGib),
                        part(prices, region, PriceItem.DATABASE_GP3_IOPS, Math.max(0, iops - included(sizeGib))));
            default ->
                sum(
                        part(prices, region, PriceItem.DATABASE_IO1_GIB, sizeGib),
                        part(prices, region, PriceItem.DATABASE_IO1_IOPS, iops));
        };
        return multiAz ? one.map(money -> money.times(TWICE)) : one;
    }

    private static Optional<Money> part(PriceSheet prices, String region, PriceItem item, double amount) {
        return prices.find(region, item).map(price -> price.times(BigDecimal.valueOf(amount)));
    }

    private static Optional<Money> sum(Optional<Money> first, Optional<Money> second) {
        return first.flatMap(one -> second.map(one::plus));
    }

    /// Such as `gp3 500 GiB`, with the operations where they are provisioned.
    String words() {
        String size = String.format(Locale.ROOT, "%s %,.0f GiB", type, sizeGib);
        boolean provisioned = type.equals("io1") || type.equals("gp3") && iops > included(sizeGib);
        return provisioned ? size + String.format(Locale.ROOT, " %,.0f IOPS", iops) : size;
    }
}
