package dev.headroom.engine.asset;

import dev.headroom.engine.asset.Advice.Remove;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.series.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds what nobody uses: volumes that hang on nothing or are not read, databases without connections,
/// functions that are not called, load balancers without requests, addresses without a server, and snapshots
/// whose volume is gone.
///
/// The lookback is [#DAYS] days, so that a month end is always among them. A thing younger than that is not
/// judged.
public final class IdleFinder {
    /// The days for which nothing may have happened, as Compute Optimizer counts them for volumes.
    public static final int DAYS = 32;

    /// The age from which on a snapshot without volume counts, unless told otherwise.
    public static final int SNAPSHOT_DAYS = 90;

    private static final String SNAPSHOT_FIRST = "Make a snapshot before you delete it.";
    private static final double SECONDS_A_DAY = 86_400;
    private static final double UNKNOWN_SINCE = 0.5;
    private static final double BY_INVENTORY = 0.95;
    /// Fewer observed days than this of the lookback prove nothing.
    private static final double LEAST_DAYS = 28;

    private IdleFinder() {}

    /// Unattached for [#DAYS] days, or less than one operation a day in as many.
    ///
    /// @param month what it costs, if that is known
    static Optional<Advice> volume(AssetUsage usage, String from, Optional<Money> month) {
        Asset asset = usage.asset();
        boolean unattached = asset.unattached().orElse(false)
                || asset.text(AssetFact.STATE).map("available"::equals).orElse(false);
        Optional<Readings> seen = usage.high(AssetMetric.IOPS, DAYS);
        if (!unattached) {
            return unread(usage, from, month);
        }
        if (seen.map(readings -> readings.max() * SECONDS_A_DAY >= 1).orElse(false) || isYoung(usage)) {
            return Optional.empty();
        }
        Optional<Instant> since = asset.time(AssetFact.UNATTACHED_SINCE);
        if (since.isPresent()) {
            return Duration.between(since.get(), usage.asOf()).toDays() < DAYS
                    ? Optional.empty()
                    : Optional.of(remove(
                            usage,
                            from,
                            Idleness.UNATTACHED_VOLUME,
                            month,
                            BY_INVENTORY,
                            1,
                            "It hangs on nothing since " + day(since.get()) + ", longer than " + DAYS + " days. "
                                    + SNAPSHOT_FIRST));
        }
        return Optional.of(remove(
                usage,
                from,
                Idleness.UNATTACHED_VOLUME,
                month,
                UNKNOWN_SINCE,
                2,
                "It hangs on nothing; since when is not known. "
                        + (seen.isPresent() ? "Nothing was read or written in the last " + DAYS + " days. " : "")
                        + SNAPSHOT_FIRST));
    }

    private static Optional<Advice> unread(AssetUsage usage, String from, Optional<Money> month) {
        return usage.high(AssetMetric.IOPS, DAYS)
                .filter(readings -> enough(readings) && readings.mean() * SECONDS_A_DAY < 1)
                .map(readings -> remove(
                        usage,
                        from,
                        Idleness.IDLE_VOLUME,
                        month,
                        readings.evidence(),
                        2,
                        String.format(
                                Locale.ROOT,
                                "It was read or written %.2f times a day, by %s. %s",
                                readings.mean() * SECONDS_A_DAY,
                                readings.words(),
                                SNAPSHOT_FIRST)));
    }

    /// Not one connection in [#DAYS] days.
    static Optional<Advice> database(AssetUsage usage, String from, Optional<Money> month) {
        return usage.high(AssetMetric.CONNECTIONS, DAYS)
                .filter(readings -> enough(readings) && readings.max() <= 0 && !isYoung(usage))
                .map(readings -> remove(
                        usage,
                        from,
                        Idleness.IDLE_DATABASE,
                        month,
                        readings.evidence(),
                        production(usage.asset()) ? 2 : 1,
                        "Nobody was connected, by " + readings.words()
                                + ". Make a final snapshot before you delete it; the snapshot costs on."));
    }

    /// Not one call in [#DAYS] days. It costs nothing while nobody calls it.
    static Optional<Advice> function(AssetUsage usage, String from, Optional<Money> nothing) {
        return usage.exactly(AssetMetric.INVOCATIONS, Statistic.SUM, DAYS)
                .filter(readings -> enough(readings) && readings.max() <= 0 && !isYoung(usage))
                .map(readings -> remove(
                        usage,
                        from,
                        Idleness.UNUSED_FUNCTION,
                        nothing,
                        readings.evidence(),
                        production(usage.asset()) ? 2 : 1,
                        "Nobody called it, by " + readings.words() + ". That saves nothing, but it is one thing less"
                                + " to keep up to date."));
    }

    /// Not one request, and not one byte where bytes are counted, in [#DAYS] days.
    public static Advice loadBalancer(AssetUsage usage, PriceSheet prices) {
        Asset asset = usage.asset();
        String type = asset.type().isBlank() ? "application" : asset.type().toLowerCase(Locale.ROOT);
        String from = type + " load balancer";
        Optional<PriceItem> item = switch (type) {
            case "application" -> Optional.of(PriceItem.LOAD_BALANCER_APPLICATION_HOUR);
            case "network" -> Optional.of(PriceItem.LOAD_BALANCER_NETWORK_HOUR);
            case "classic" -> Optional.of(PriceItem.LOAD_BALANCER_CLASSIC_HOUR);
            default -> Optional.empty();
        };
        Optional<Money> month = item.flatMap(hour -> hourly(prices, asset, hour));
        Optional<Readings> requests = usage.exactly(AssetMetric.REQUESTS, Statistic.SUM, DAYS)
                .or(() -> usage.exactly(AssetMetric.PROCESSED_BYTES, Statistic.SUM, DAYS));
        if (requests.isEmpty() || !enough(requests.get())) {
            return new Advice.Undecided(
                    asset,
                    from,
                    "Neither requests nor processed_bytes are measured for " + Math.round(LEAST_DAYS) + " of the last "
                            + DAYS + " days.");
        }
        Readings found = requests.get();
        if (found.max() > 0) {
            return keep(usage, from, month, found.evidence(), "It carried something, by " + found.words() + ".");
        }
        return remove(
                usage,
                from,
                Idleness.IDLE_LOAD_BALANCER,
                month,
                found.evidence(),
                production(asset) ? 2 : 1,
                "It carried nothing, by " + found.words() + ".");
    }

    /// Associated with nothing.
    public static Advice address(AssetUsage usage, PriceSheet prices) {
        Asset asset = usage.asset();
        String from = "public IPv4 address";
        Optional<Money> month = hourly(prices, asset, PriceItem.ADDRESS_HOUR);
        Optional<Boolean> unattached = asset.unattached();
        if (unattached.isEmpty()) {
            return new Advice.Undecided(asset, from, "The inventory does not say what it hangs on (attached_to).");
        }
        return unattached.get()
                ? remove(
                        usage,
                        from,
                        Idleness.IDLE_ADDRESS,
                        month,
                        BY_INVENTORY,
                        1,
                        "It is associated with nothing. Once released it cannot be had again.")
                : keep(
                        usage,
                        from,
                        month,
                        BY_INVENTORY,
                        "It is associated with "
                                + asset.text(AssetFact.ATTACHED_TO).orElse("") + ".");
    }

    /// Older than an age, of a volume that is not in the inventory any more.
    ///
    /// @param volumes all volumes of the inventory
    public static Advice snapshot(AssetUsage usage, List<Asset> volumes, PriceSheet prices, int days) {
        Asset asset = usage.asset();
        OptionalDouble size = asset.number(AssetFact.SIZE_GIB);
        String from =
                size.isPresent() ? String.format(Locale.ROOT, "snapshot of %,.0f GiB", size.getAsDouble()) : "snapshot";
        Optional<Money> month = size.isEmpty()
                ? Optional.empty()
                : prices.find(asset.region(), PriceItem.SNAPSHOT_GIB)
                        .map(price -> price.times(BigDecimal.valueOf(size.getAsDouble())));
        Optional<String> source = asset.text(AssetFact.SOURCE);
        Optional<Instant> created = asset.time(AssetFact.CREATED);
        if (source.isEmpty() || created.isEmpty()) {
            return new Advice.Undecided(
                    asset, from, "The inventory does not say its volume and age (source and created).");
        }
        List<Asset> beside = volumes.stream()
                .filter(volume -> volume.kind() == AssetKind.VOLUME)
                .filter(volume -> volume.account().equals(asset.account())
                        && volume.region().equals(asset.region()))
                .toList();
        if (beside.isEmpty()) {
            return new Advice.Undecided(
                    asset,
                    from,
                    "The inventory holds no volumes of its account and region, so whether its volume exists is not"
                            + " known.");
        }
        long age = Duration.between(created.get(), usage.asOf()).toDays();
        if (beside.stream().anyMatch(volume -> volume.id().equals(source.get()))) {
            return keep(usage, from, month, BY_INVENTORY, "Its volume " + source.get() + " exists.");
        }
        if (asset.text(AssetFact.IMAGE).isPresent()) {
            String image = asset.text(AssetFact.IMAGE).orElse("");
            return keep(usage, from, month, BY_INVENTORY, "The machine image " + image + " needs it.");
        }
        if (age < days) {
            return keep(
                    usage,
                    from,
                    month,
                    BY_INVENTORY,
                    "Its volume " + source.get() + " is gone, but it is " + age + " days old and not yet " + days
                            + ".");
        }
        return remove(
                usage,
                from,
                Idleness.ORPHANED_SNAPSHOT,
                month,
                BY_INVENTORY,
                2,
                "Its volume " + source.get() + " is not in the inventory, and it is " + age
                        + " days old. The price is that of the whole volume; a snapshot that shares blocks with others"
                        + " frees less.");
    }

    private static Optional<Money> hourly(PriceSheet prices, Asset asset, PriceItem item) {
        return prices.find(asset.region(), item).map(hour -> hour.times(InstanceShape.HOURS_PER_MONTH));
    }

    private static boolean enough(Readings readings) {
        return readings.days() >= LEAST_DAYS;
    }

    private static boolean isYoung(AssetUsage usage) {
        return usage.asset()
                .time(AssetFact.CREATED)
                .map(created -> Duration.between(created, usage.asOf()).toDays() < DAYS)
                .orElse(false);
    }

    private static boolean production(Asset asset) {
        return asset.environment().toLowerCase(Locale.ROOT).startsWith("prod");
    }

    private static Advice remove(
            AssetUsage usage,
            String from,
            Idleness idleness,
            Optional<Money> month,
            double confidence,
            int grade,
            String reason) {
        String unpriced = month.isPresent()
                ? ""
                : " Its price in "
                        + (usage.asset().region().isBlank()
                                ? "an unnamed region"
                                : usage.asset().region())
                        + " is not in the price list.";
        return new Remove(
                usage.asset(),
                from,
                idleness,
                month,
                new Evidence(
                        new AssetRisk(Map.of(Dimension.NEED, grade)),
                        confidence,
                        MigrationEffort.LOW,
                        "delete",
                        List.of()),
                reason + unpriced);
    }

    private static Advice keep(AssetUsage usage, String from, Optional<Money> month, double confidence, String reason) {
        return new Advice.Keep(
                usage.asset(),
                from,
                month,
                new Evidence(AssetRisk.NONE, confidence, MigrationEffort.LOW, "nothing to do", List.of()),
                reason);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
