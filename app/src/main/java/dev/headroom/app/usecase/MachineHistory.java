package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.TimeSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The part of a utilization series that is about the machine that a server has now. A percentage of another machine
/// says nothing about this one, so the history begins at the last change of the instance type. Amounts, such as
/// Mbit/s, are not cut: they are the same on every machine.
///
/// With fewer than [#ENOUGH_DAYS] days since the change, the days before it are rescaled where that is exact: within
/// one family, whose sizes differ only in how many of the same processors and how much memory they have, by the ratio
/// of the processors (CPU) or of the memory, unless the old machine was at its limit, because nobody can see how much
/// more it would have used. Where that is not possible, what there is since the change is used, however little; only
/// when there is nothing yet, the history of the former machine is, unchanged. A sentence says which of these it is.
final class MachineHistory {
    /// Eight weeks: enough for the shape of a week and a trend.
    static final int ENOUGH_DAYS = 56;

    private static final double AT_LIMIT_PERCENT = 95;
    private final ShapeCatalog shapes;

    MachineHistory(ShapeCatalog shapes) {
        this.shapes = shapes;
    }

    /// The daily series of a server, cut or rescaled.
    ///
    /// @param server with the spans that were known at the time from which one looks
    /// @param known how many observations of the series were known then; what follows is kept as it is
    FleetSeries.Daily of(Server server, ResourceKind kind, FleetSeries.Daily whole, int known) {
        Optional<Server.TypeChange> change = server.lastChange();
        if (change.isEmpty() || whole.unit() != MeasureUnit.PERCENT) {
            return whole;
        }
        TimeSeries series = whole.series();
        int first = firstAt(series, change.get().at(), known);
        if (!observed(series, 0, first)) {
            return whole;
        }
        String types = change.get().before() + " to " + change.get().after();
        LocalDate day = LocalDate.ofInstant(change.get().at(), series.grid().zone());
        int days = count(series, first, known);
        if (days >= ENOUGH_DAYS) {
            return cut(whole, first, "history since " + day + ", when the type changed from " + types);
        }
        Optional<Ratio> ratio = ratio(server, kind, change.get()).filter(_ -> belowLimit(series, first));
        if (ratio.isPresent()) {
            return rescaled(whole, first, ratio.get(), day, types, days);
        }
        if (days == 0) {
            return whole.noted("no history yet since " + day + ", when the type changed from " + types
                    + "; this is the history of " + change.get().before());
        }
        return cut(
                whole,
                first,
                "history since " + day + ", when the type changed from " + types + ": only " + days
                        + (days == 1 ? " day" : " days"));
    }

    private static int firstAt(TimeSeries series, Instant at, int known) {
        int first = 0;
        while (first < known && series.grid().at(first).isBefore(at)) {
            first++;
        }
        return first;
    }

    private static FleetSeries.Daily cut(FleetSeries.Daily whole, int first, String note) {
        TimeSeries since = whole.series().slice(first, whole.series().length());
        return new FleetSeries.Daily(since, whole.unit()).noted(note);
    }

    private static FleetSeries.Daily rescaled(
            FleetSeries.Daily whole, int first, Ratio ratio, LocalDate day, String types, int days) {
        double[] values = whole.series().values();
        for (int i = 0; i < first; i++) {
            values[i] *= ratio.before() / ratio.after();
        }
        TimeSeries series = new TimeSeries(whole.series().key(), whole.series().grid(), values);
        return new FleetSeries.Daily(series, whole.unit())
                .noted(String.format(
                        Locale.ROOT,
                        "history before %s, when the type changed from %s, is rescaled from %s to %s %s, because only %d"
                                + " %s have passed since",
                        day,
                        types,
                        plain(ratio.before()),
                        plain(ratio.after()),
                        ratio.unit(),
                        days,
                        days == 1 ? "day" : "days"));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /// The capacities before and after a change.
    private record Ratio(double before, double after, String unit) {}

    private Optional<Ratio> ratio(Server server, ResourceKind kind, Server.TypeChange change) {
        Optional<InstanceShape> before = shapes.find(change.before(), server.region());
        Optional<InstanceShape> after = shapes.find(change.after(), server.region());
        if (before.isEmpty()
                || after.isEmpty()
                || !before.get().family().equals(after.get().family())) {
            return Optional.empty();
        }
        // The share of a burstable processor depends on credits, not on its size alone.
        boolean exact = kind == ResourceKind.MEMORY || !before.get().burstable();
        return switch (kind) {
            case CPU ->
                Optional.of(new Ratio(before.get().vcpu(), after.get().vcpu(), "vCPU"))
                        .filter(_ -> exact);
            case MEMORY ->
                Optional.of(new Ratio(before.get().memoryGib(), after.get().memoryGib(), "GiB"));
            case DISK_IO, NETWORK -> Optional.empty();
        };
    }

    private static boolean belowLimit(TimeSeries series, int end) {
        return Arrays.stream(series.values()).limit(end).noneMatch(value -> value >= AT_LIMIT_PERCENT);
    }

    private static boolean observed(TimeSeries series, int from, int to) {
        return count(series, from, to) > 0;
    }

    private static int count(TimeSeries series, int from, int to) {
        return (int) Arrays.stream(series.values(), from, to)
                .filter(value -> !Double.isNaN(value))
                .count();
    }
}
