package dev.headroom.engine.asset;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.util.Optional;

/// What a database class offers and costs in one region for one engine.
///
/// @param name such as `db.m5.large`
/// @param family such as `m5`
/// @param currentGeneration false for one that the provider calls one of an earlier generation
/// @param engine the engine whose price it is: `mysql`, `mariadb` or `postgres`
/// @param hour the list price of an hour in one zone
/// @param twoZonesHour that with a standby in another zone; empty where it is not sold so
public record DatabaseClass(
        String name,
        String family,
        double vcpu,
        double memoryGib,
        String architecture,
        boolean burstable,
        boolean currentGeneration,
        String engine,
        String region,
        Money hour,
        Optional<Money> twoZonesHour) {
    /// The number in the family name: 5 for `m5`.
    int generation() {
        String digits = family.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /// The letter of the family name before its number, such as `m` or `r`.
    String line() {
        return family.replaceAll("\\d.*", "");
    }

    /// The list price of a month; empty for a standby where it is not sold so.
    Optional<Money> month(boolean multiAz) {
        return (multiAz ? twoZonesHour : Optional.of(hour)).map(price -> price.times(InstanceShape.HOURS_PER_MONTH));
    }
}
