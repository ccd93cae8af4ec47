package dev.headroom.engine.asset;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import java.math.BigDecimal;

/// What a database class offers and costs in one region for one engine.
///
/// @param name such as `db.m5.large`
/// @param family such as `m5`
/// @param engine the engine whose price it is: `mysql`, `mariadb` or `postgres`
/// @param hour the list price of an hour in one zone; with a standby in another zone twice that
public record DatabaseClass(
        String name,
        String family,
        double vcpu,
        double memoryGib,
        String architecture,
        boolean burstable,
        String engine,
        String region,
        Money hour) {
    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    /// The number in the family name: 5 for `m5`.
    int generation() {
        String digits = family.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /// The letter of the family name before its number, such as `m` or `r`.
    String line() {
        return family.replaceAll("\\d.*", "");
    }

    Money month(boolean multiAz) {
        Money one = hour.times(InstanceShape.HOURS_PER_MONTH);
        return multiAz ? one.times(TWICE) : one;
    }
}
