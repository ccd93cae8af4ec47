package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.SavingEstimate;
import dev.headroom.engine.schedule.ScheduleAdvice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// When the servers of a fleet can be off.
///
/// @param prices where they come from
/// @param advice one entry a server; those to switch off first, the largest saving first
public record FleetSchedules(ScheduleRequest request, PriceBasis prices, List<ScheduleAdvice> advice) {
    public FleetSchedules {
        advice = List.copyOf(advice);
    }

    static FleetSchedules of(ScheduleRequest request, PriceBasis prices, List<ScheduleAdvice> advice) {
        return new FleetSchedules(
                request,
                prices,
                advice.stream()
                        .sorted(Comparator.comparingDouble(FleetSchedules::gross)
                                .reversed()
                                .thenComparing(one -> one.server().id()))
                        .toList());
    }

    /// The servers that can be off.
    public List<ScheduleAdvice.Off> off() {
        return advice.stream()
                .filter(ScheduleAdvice.Off.class::isInstance)
                .map(ScheduleAdvice.Off.class::cast)
                .toList();
    }

    /// Such as `5 servers can be off for 101 hours a week on average, saving 198 USD a month; 43 stay on`.
    public String sentence() {
        List<ScheduleAdvice.Off> off = off();
        int on = advice.size() - off.size();
        if (off.isEmpty()) {
            return "No server can be off at regular hours; " + on + " stay on";
        }
        String amounts = MoneyWords.sum(
                off.stream().flatMap(one -> one.saving().stream()).map(SavingEstimate::gross), 0);
        return String.format(
                Locale.ROOT,
                "%d %s can be off for %.0f hours a week%s%s; %d stay on",
                off.size(),
                off.size() == 1 ? "server" : "servers",
                off.stream()
                        .mapToInt(one -> one.schedule().offHours())
                        .average()
                        .orElse(0),
                off.size() == 1 ? "" : " on average",
                amounts.isEmpty() ? "" : ", saving " + amounts + " a month",
                on);
    }

    private static double gross(ScheduleAdvice advice) {
        return advice instanceof ScheduleAdvice.Off off
                ? off.saving()
                        .map(saving -> saving.gross().amount().doubleValue())
                        .orElse(0.0)
                : -1;
    }
}
