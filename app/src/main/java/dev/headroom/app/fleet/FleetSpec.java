package dev.headroom.app.fleet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/// What fleet to generate. The same specification gives the same files.
///
/// @param servers how many servers, 1 to 10,000
/// @param years years of metrics, 1 to 20
/// @param lastDay the last complete day (UTC) of all data
/// @param hourlyDays how many days before the end are also written hour by hour; more than there are means all
/// @param billingMonths calendar months of billing rows, the month of `lastDay` included; months before the first
///     metric are left out
public record FleetSpec(
        int servers, int years, long seed, LocalDate lastDay, int hourlyDays, int billingMonths, Packing packing) {
    private static final int MOST_SERVERS = 10_000;
    private static final int MOST_YEARS = 20;
    private static final int USUAL_BILLING_MONTHS = 24;

    /// Whether tables are written as `.csv.gz` or `.csv`.
    public enum Packing {
        GZIP,
        PLAIN
    }

    public FleetSpec {
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(packing, "packing");
        within("servers", servers, 1, MOST_SERVERS);
        within("years", years, 1, MOST_YEARS);
        within("hourlyDays", hourlyDays, 0, Integer.MAX_VALUE);
        within("billingMonths", billingMonths, 0, MOST_YEARS * 12);
        hourlyDays = Math.min(hourlyDays, daysBetween(lastDay, years));
    }

    /// A fleet with all hours, 24 months of billing and compressed files.
    public static FleetSpec of(int servers, int years, long seed, LocalDate lastDay) {
        return new FleetSpec(servers, years, seed, lastDay, Integer.MAX_VALUE, USUAL_BILLING_MONTHS, Packing.GZIP);
    }

    public FleetSpec withHourlyDays(int days) {
        return new FleetSpec(servers, years, seed, lastDay, days, billingMonths, packing);
    }

    public FleetSpec withBillingMonths(int months) {
        return new FleetSpec(servers, years, seed, lastDay, hourlyDays, months, packing);
    }

    public FleetSpec withPacking(Packing other) {
        return new FleetSpec(servers, years, seed, lastDay, hourlyDays, billingMonths, other);
    }

    public LocalDate firstDay() {
        return lastDay.plusDays(1).minusYears(years);
    }

    /// The number of days with metrics.
    public int days() {
        return daysBetween(lastDay, years);
    }

    /// The first day with hourly values; the day after [#lastDay] when there are none.
    public LocalDate firstHourlyDay() {
        return lastDay.plusDays(1).minusDays(hourlyDays);
    }

    /// The first billed month.
    public YearMonth firstBillingMonth() {
        YearMonth wanted = YearMonth.from(lastDay).minusMonths(billingMonths - 1L);
        YearMonth firstFull = YearMonth.from(firstDay().minusDays(1)).plusMonths(1);
        return wanted.isBefore(firstFull) ? firstFull : wanted;
    }

    private static int daysBetween(LocalDate lastDay, int years) {
        LocalDate end = lastDay.plusDays(1);
        return Math.toIntExact(ChronoUnit.DAYS.between(end.minusYears(years), end));
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " (" + value + ") must lie between " + least + " and " + most + ".");
        }
    }
}
