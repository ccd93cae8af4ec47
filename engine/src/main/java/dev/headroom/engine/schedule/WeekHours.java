package dev.headroom.engine.schedule;

import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How often each of the 168 hours of the week was quiet, on the clock of a time zone.
///
/// Hours on public holidays are left out, because they look like a weekend in the middle of the week. The hour
/// that a change of the clock repeats counts twice, the one that it skips not at all.
///
/// @param observed how often each hour was observed, from Monday 00:00
/// @param quiet in how many of these it was quiet
/// @param weeks different weeks with an observation
/// @param holidays days that were left out
record WeekHours(int[] observed, int[] quiet, int weeks, int holidays) {
    static final int COUNT = 168;
    private static final int HOURS = 24;

    /// @param cpu hourly readings in percent; NaN = missing
    /// @param network hourly readings in Mbit/s on any hours; hours without one are judged by the processor alone
    /// @param networkLimit up to which an hour is quiet
    static WeekHours of(
            TimeSeries cpu,
            Optional<TimeSeries> network,
            ZoneId zone,
            double networkLimit,
            Set<LocalDate> holidays,
            SchedulePolicy policy) {
        int[] observed = new int[COUNT];
        int[] quiet = new int[COUNT];
        Set<LocalDate> weeks = new HashSet<>();
        Set<LocalDate> leftOut = new HashSet<>();
        for (int i = 0; i < cpu.length(); i++) {
            if (Double.isNaN(cpu.value(i))) {
                continue;
            }
            Instant at = cpu.grid().at(i);
            ZonedDateTime local = at.atZone(zone);
            LocalDate day = local.toLocalDate();
            if (holidays.contains(day)) {
                leftOut.add(day);
                continue;
            }
            int hour = index(day.getDayOfWeek(), local.getHour());
            observed[hour]++;
            boolean idle = cpu.value(i) <= policy.idleCpuPercent()
                    && !(network.map(series -> at(series, at)).orElse(Double.NaN) > networkLimit);
            quiet[hour] += idle ? 1 : 0;
            weeks.add(day.with(DayOfWeek.MONDAY));
        }
        return new WeekHours(observed, quiet, weeks.size(), leftOut.size());
    }

    static int index(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * HOURS + hour;
    }

    /// The hours that were quiet often enough; an hour that was observed in fewer than half of the weeks is not.
    boolean[] quietHours(double repeat) {
        boolean[] result = new boolean[COUNT];
        for (int hour = 0; hour < COUNT; hour++) {
            result[hour] = 2 * observed[hour] >= weeks && observed[hour] > 0 && quiet[hour] >= repeat * observed[hour];
        }
        return result;
    }

    /// In how many of its weeks each hour was used.
    WeekUse use() {
        double[] shares = new double[COUNT];
        for (int hour = 0; hour < COUNT; hour++) {
            shares[hour] = observed[hour] == 0 ? Double.NaN : 1 - (double) quiet[hour] / observed[hour];
        }
        return new WeekUse(shares);
    }

    private static double at(TimeSeries series, Instant instant) {
        int index = (int) Duration.between(series.grid().start(), instant).toHours();
        return index >= 0 && index < series.length() && series.grid().at(index).equals(instant)
                ? series.value(index)
                : Double.NaN;
    }
}
