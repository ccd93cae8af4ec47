package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a database uses of its class, and what that is on others.
///
/// Memory in use is what is not freeable. The caches of the engine count as in use, so that memory is rather
/// kept than given away. The connections that a class takes are those of the usual parameters: a connection
/// for each 12,582,880 bytes of MySQL and MariaDB, and for each 9,531,392 bytes and at most 5,000 of
/// PostgreSQL.
///
/// @param cpu percent of the present class
/// @param memory percent of the present class; empty when it is not measured
record DatabaseLoad(
        Asset asset,
        DatabaseClass present,
        Readings cpu,
        Optional<Readings> memory,
        Optional<Readings> connections,
        Optional<Readings> iops) {
    private static final double GIB = 1 << 30;
    private static final double BYTES_PER_CONNECTION_MYSQL = 12_582_880;
    private static final double BYTES_PER_CONNECTION_POSTGRES = 9_531_392;
    private static final double MOST_CONNECTIONS_POSTGRES = 5_000;
    private static final Map<String, Double> BASELINE_PERCENT =
            Map.of("micro", 10.0, "small", 20.0, "medium", 20.0, "large", 30.0, "xlarge", 40.0, "2xlarge", 40.0);

    static DatabaseLoad of(AssetUsage usage, DatabaseClass present, Readings cpu, SizingPolicy policy) {
        int days = policy.lookbackDays();
        double bytes = present.memoryGib() * GIB;
        Optional<Readings> memory = usage.low(AssetMetric.FREEABLE_MEMORY, days)
                .map(free -> free.mapped(left -> Math.clamp(100 * (1 - left / bytes), 0, 100)))
                .or(() -> usage.high(ResourceKind.MEMORY.metric(), days))
                .filter(found -> found.days() >= policy.minimumDays());
        return new DatabaseLoad(
                usage.asset(),
                present,
                cpu,
                memory,
                usage.high(AssetMetric.CONNECTIONS, days),
                usage.high(AssetMetric.IOPS, days).filter(found -> found.days() >= policy.minimumDays()));
    }

    /// The capacity of a class in percent of the processors of the present one.
    double cpuCapacity(DatabaseClass on) {
        return 100 * on.vcpu() / present.vcpu();
    }

    double memoryCapacity(DatabaseClass on) {
        return 100 * on.memoryGib() / present.memoryGib();
    }

    /// How many connections a class takes; empty when the number was set by hand and goes with the database.
    OptionalDouble connectionCapacity(DatabaseClass on) {
        if (asset.number(AssetFact.MAX_CONNECTIONS).isPresent()) {
            return OptionalDouble.empty();
        }
        double bytes = on.memoryGib() * GIB;
        return OptionalDouble.of(
                isPostgres()
                        ? Math.min(MOST_CONNECTIONS_POSTGRES, Math.floor(bytes / BYTES_PER_CONNECTION_POSTGRES))
                        : Math.floor(bytes / BYTES_PER_CONNECTION_MYSQL));
    }

    boolean isPostgres() {
        return present.engine().equals("postgres");
    }

    /// What a burstable class may use for ever, in percent; empty for others.
    OptionalDouble baseline(DatabaseClass on) {
        Double known = BASELINE_PERCENT.get(on.name().substring(on.name().lastIndexOf('.') + 1));
        return on.burstable() && known != null ? OptionalDouble.of(known) : OptionalDouble.empty();
    }
}
