package dev.headroom.engine.schedule;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.numeric.WilsonInterval;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.CommitmentCover;
import dev.headroom.engine.rightsizing.SavingEstimate;
import dev.headroom.engine.schedule.ScheduleAdvice.Cause;
import dev.headroom.engine.series.EmpiricalQuantile;
import dev.headroom.engine.series.TimeSeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds the hours of the week in which a server is not used.
///
/// Each of the 168 hours of the week is judged on all its weeks: it is unused when its processor and its
/// network were quiet in enough of them. Unused hours that follow each other make a block; short blocks are left
/// running, and each block ends early enough that the server runs when it is needed. The saving is the share of
/// the week times the monthly list price of the machine; storage goes on costing and is not counted, and what a
/// commitment pays anyway is taken off the net saving.
///
/// Source: the hour-of-week buckets of OptScale's `instances_for_shutdown`; longer history, holidays, blocks,
/// confidence and the start-up time are our own.
public final class OffHours {
    private static final double WEEKS_HALF = 4;
    private static final double BUSY_QUANTILE = 0.95;

    private OffHours() {}

    /// @param cpu hourly readings in percent; empty when none are kept
    /// @param network hourly readings in Mbit/s, where they are kept
    /// @param zone on whose clock people work
    /// @param holidays days that say nothing about ordinary weeks
    /// @param month the list price of a month; empty when it is not known
    public static ScheduleAdvice advise(
            Server server,
            Optional<TimeSeries> cpu,
            Optional<TimeSeries> network,
            ZoneId zone,
            Set<LocalDate> holidays,
            Optional<Money> month,
            CommitmentCover cover,
            SchedulePolicy policy) {
        if (cpu.isEmpty() || cpu.get().missing() == cpu.get().length()) {
            return on(server, Cause.NO_READINGS, month, "No hourly CPU readings are kept.");
        }
        double networkLimit =
                network.map(series -> networkLimit(series, policy)).orElse(Double.NaN);
        WeekHours week = WeekHours.of(cpu.get(), network, zone, networkLimit, holidays, policy);
        if (week.weeks() < policy.minimumWeeks()) {
            return on(
                    server,
                    Cause.SHORT_HISTORY,
                    month,
                    "Only " + week.weeks() + " weeks of hourly CPU readings; " + policy.minimumWeeks()
                            + " are needed.");
        }
        boolean[] unused = week.quietHours(policy.repeat());
        int count = 0;
        for (boolean hour : unused) {
            count += hour ? 1 : 0;
        }
        if (count == WeekHours.COUNT) {
            return on(
                    server,
                    Cause.ALWAYS_QUIET,
                    month,
                    "No hour of the week is used (" + evidence(cpu.get(), week, networkLimit, policy)
                            + "): stop it for good instead.");
        }
        WeeklySchedule schedule = WeeklySchedule.of(zone, unused, policy);
        if (schedule.blocks().isEmpty()) {
            return on(
                    server,
                    Cause.NO_PATTERN,
                    month,
                    (count == 0
                                    ? "No hour of the week is unused in " + percent(policy.repeat()) + " of the weeks"
                                    : count + " of 168 hours of the week are unused in " + percent(policy.repeat())
                                            + " of the weeks, but fewer than "
                                            + (policy.minimumBlockHours() + policy.leadHours()) + " follow each other")
                            + " (" + evidence(cpu.get(), week, networkLimit, policy) + ").");
        }
        return off(server, cpu.get(), week, networkLimit, schedule, month, cover, policy);
    }

    /// A server that is not looked at, because of what it is for.
    public static ScheduleAdvice production(Server server, Optional<Money> month) {
        String environment = server.environment().isBlank() ? "an unknown environment" : server.environment();
        return on(server, Cause.PRODUCTION, month, "It belongs to " + environment + ", which is left running.");
    }

    private static ScheduleAdvice off(
            Server server,
            TimeSeries cpu,
            WeekHours week,
            double networkLimit,
            WeeklySchedule schedule,
            Optional<Money> month,
            CommitmentCover cover,
            SchedulePolicy policy) {
        boolean[] off = schedule.off();
        int observed = 0;
        int quiet = 0;
        for (int hour = 0; hour < WeekHours.COUNT; hour++) {
            observed += off[hour] ? week.observed()[hour] : 0;
            quiet += off[hour] ? week.quiet()[hour] : 0;
        }
        Optional<SavingEstimate> saving =
                month.map(price -> SavingEstimate.sameType(price, running(price, schedule), cover));
        int used = observed - quiet;
        String reason = String.format(
                Locale.ROOT,
                "Off %s (%s): %d of 168 hours. In these hours it was used in %,d of %,d (%s). Its storage goes on costing.",
                schedule.words(),
                schedule.zone().getId(),
                schedule.offHours(),
                used,
                observed,
                evidence(cpu, week, networkLimit, policy));
        return new ScheduleAdvice.Off(
                server,
                schedule,
                month,
                saving,
                week.use(),
                (double) quiet / observed,
                used,
                observed,
                week.weeks(),
                week.weeks()
                        / (week.weeks() + WEEKS_HALF)
                        * WilsonInterval.of90(quiet, observed).low(),
                reason);
    }

    /// The price of the hours that are left.
    private static Money running(Money month, WeeklySchedule schedule) {
        BigDecimal hours = BigDecimal.valueOf(WeekHours.COUNT - schedule.offHours());
        return new Money(
                month.amount().multiply(hours).divide(BigDecimal.valueOf(WeekHours.COUNT), MathContext.DECIMAL128),
                month.currency());
    }

    private static ScheduleAdvice on(Server server, Cause cause, Optional<Money> month, String reason) {
        return new ScheduleAdvice.On(server, cause, month, reason);
    }

    private static String evidence(TimeSeries cpu, WeekHours week, double networkLimit, SchedulePolicy policy) {
        String holidays = week.holidays() == 0
                ? ""
                : ", " + week.holidays() + (week.holidays() == 1 ? " holiday" : " holidays") + " left out";
        String networkWords = Double.isNaN(networkLimit)
                ? ""
                : " or network above "
                        + BigDecimal.valueOf(networkLimit)
                                .round(new MathContext(2))
                                .stripTrailingZeros()
                                .toPlainString()
                        + " Mbit/s";
        return week.weeks() + " weeks of hourly " + cpu.key().statistic().code() + " readings" + holidays
                + "; used means CPU above " + percent(policy.idleCpuPercent() / 100) + networkWords;
    }

    private static double networkLimit(TimeSeries network, SchedulePolicy policy) {
        double[] sorted = EmpiricalQuantile.sorted(network.values());
        return sorted.length == 0
                ? Double.NaN
                : Math.max(
                        policy.idleNetworkMbps(),
                        policy.idleNetworkShare() * EmpiricalQuantile.of(sorted, BUSY_QUANTILE));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(100 * share)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
