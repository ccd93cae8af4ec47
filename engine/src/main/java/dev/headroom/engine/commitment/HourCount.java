package dev.headroom.engine.commitment;

import dev.headroom.engine.cost.ChargeRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Collects how the usage that commitments can pay for falls on the hours of the week, from bill lines of an
/// hour and less. Longer lines and lines whose on-demand cost is not known are left out.
public final class HourCount {
    /// Fewer days say nothing about a week.
    public static final int LEAST_DAYS = 14;

    private final Map<UsagePool, double[]> sums = new TreeMap<>();
    private final Set<LocalDate> days = new HashSet<>();

    public void add(ChargeRecord charge) {
        Duration length = Duration.between(charge.start(), charge.end());
        Optional<UsagePool> pool = EligibleUsage.pool(charge);
        Optional<BigDecimal> cost = EligibleUsage.onDemand(charge);
        boolean hourly = !length.isNegative() && !length.isZero() && length.compareTo(Duration.ofHours(1)) <= 0;
        if (!hourly || pool.isEmpty() || cost.isEmpty() || cost.get().signum() < 0) {
            return;
        }
        ZonedDateTime at = charge.start().atZone(ZoneOffset.UTC);
        int hour = (at.getDayOfWeek().getValue() - 1) * HourShape.HOURS + at.getHour();
        days.add(at.toLocalDate());
        add(pool.get(), hour, cost.get());
        add(pool.get().whole(), hour, cost.get());
    }

    private void add(UsagePool pool, int hour, BigDecimal cost) {
        sums.computeIfAbsent(pool, _ -> new double[7 * HourShape.HOURS])[hour] += cost.doubleValue();
    }

    /// How many different days have such lines.
    public int days() {
        return days.size();
    }

    /// The shape of a pool; level when it has no such lines or there are too few days.
    public HourShape shape(UsagePool pool) {
        double[] known = sums.get(pool);
        return known == null || days.size() < LEAST_DAYS ? HourShape.level() : HourShape.of(known, days.size());
    }
}
