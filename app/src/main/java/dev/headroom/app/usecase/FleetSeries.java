package dev.headroom.app.usecase;

import dev.headroom.engine.capacity.CapacityLimit;
import dev.headroom.engine.capacity.LimitRule;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.model.BoundedModel;
import dev.headroom.engine.model.FittedModel;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import dev.headroom.engine.series.Resampler;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Reads the series that decisions are made on: daily means and daily p95 of the resources of a server, as stored, or
/// made from finer readings where only those are stored.
final class FleetSeries {
    private final Workspace workspace;
    private final ShapeCatalog shapes;
    private final MachineHistory machines;
    private final Map<String, Server> servers = new HashMap<>();
    private final Map<SeriesKey, List<SeriesInfo>> stored = new HashMap<>();

    FleetSeries(OpenWorkspace workspace, ShapeCatalog shapes) {
        this.workspace = workspace.storage();
        this.shapes = shapes;
        this.machines = new MachineHistory(shapes);
        for (Server server : this.workspace.inventory().servers()) {
            servers.put(server.id(), server);
        }
        for (SeriesInfo info : this.workspace.series().catalog()) {
            stored.computeIfAbsent(info.key(), key -> new ArrayList<>()).add(info);
        }
    }

    /// A series with its unit.
    ///
    /// @param note what has to be known about its history; empty when there is nothing
    record Daily(TimeSeries series, MeasureUnit unit, Optional<String> note) {
        Daily(TimeSeries series, MeasureUnit unit) {
            this(series, unit, Optional.empty());
        }

        /// The same with something more to be known about it.
        Daily noted(String more) {
            return new Daily(
                    series,
                    unit,
                    Optional.of(note.map(said -> said + "; " + more).orElse(more)));
        }

        /// What was known of the series at an instant: its observations up to then.
        Daily until(Optional<Instant> asOf) {
            if (asOf.isEmpty()) {
                return this;
            }
            return new Daily(series.slice(0, known(asOf)), unit, note);
        }

        private int known(Optional<Instant> asOf) {
            int known = series.length();
            while (asOf.isPresent() && known > 0 && series.grid().at(known - 1L).isAfter(asOf.get())) {
                known--;
            }
            return known;
        }

        /// The model with its forecasts held between 0 and 100 when the series is a percentage that never left them.
        FittedModel bounded(FittedModel model) {
            boolean percentage = unit == MeasureUnit.PERCENT
                    && Arrays.stream(series.values()).noneMatch(value -> value < 0 || value > 100);
            return percentage ? new BoundedModel(model, 0, 100) : model;
        }
    }

    /// The daily series of a statistic, of the machine that the server has now ([MachineHistory]).
    Optional<Daily> daily(String resource, ResourceKind kind, Statistic statistic) {
        return daily(resource, kind, statistic, Optional.empty());
    }

    /// The same for who looks from an earlier time: of the machine that the server had then. The observations that
    /// followed are in the series too, as they were.
    Optional<Daily> daily(String resource, ResourceKind kind, Statistic statistic, Optional<Instant> asOf) {
        Optional<Server> server = Optional.ofNullable(servers.get(resource));
        Optional<Server> then = asOf.isEmpty() ? server : server.map(known -> known.asOf(asOf.get()));
        return whole(resource, kind, statistic)
                .map(daily -> then.map(machine -> machines.of(machine, kind, daily, daily.known(asOf)))
                        .orElse(daily));
    }

    /// The hourly readings of the machine that the server has now: the p95, the highest or the mean of each hour,
    /// the first of these that is kept.
    Optional<Daily> hourly(String resource, ResourceKind kind) {
        return Stream.of(Statistic.P95, Statistic.MAX, Statistic.MEAN)
                .flatMap(statistic -> atStep(new SeriesKey(resource, kind.metric(), statistic), Step.HOUR).stream())
                .findFirst()
                .map(found -> Optional.ofNullable(servers.get(resource))
                        .map(machine ->
                                machines.of(machine, kind, found, found.series().length()))
                        .orElse(found));
    }

    /// The daily series of a statistic, of all machines that the server had: as it is stored and, for the
    /// days after it, made of shorter steps. Empty when the workspace holds neither.
    Optional<Daily> whole(String resource, ResourceKind kind, Statistic statistic) {
        SeriesKey key = new SeriesKey(resource, kind.metric(), statistic);
        Optional<Daily> made = made(resource, kind, statistic);
        for (SeriesInfo info : stored.getOrDefault(key, List.of())) {
            if (info.step().equals(Step.DAY)) {
                return read(info).map(kept -> continued(kept, made));
            }
        }
        return made;
    }

    /// The stored days, and after them the days of the readings: a roll-up leaves days of the past behind, and
    /// imports go on.
    private static Daily continued(Daily kept, Optional<Daily> made) {
        if (made.isEmpty() || made.get().unit() != kept.unit() || kept.series().length() == 0) {
            return kept;
        }
        TimeSeries days = made.get().series();
        TimeSeries stored = kept.series();
        int from = 0;
        while (from < days.length()
                && !days.grid().at(from).isAfter(stored.grid().at(stored.length() - 1L))) {
            from++;
        }
        int to = days.length();
        while (to > from && Double.isNaN(days.values()[to - 1])) {
            to--;
        }
        if (from == to || !days.grid().at(from).equals(stored.grid().at(stored.length()))) {
            return kept;
        }
        double[] values = Arrays.copyOf(stored.values(), stored.length() + to - from);
        System.arraycopy(days.values(), from, values, stored.length(), to - from);
        TimeGrid grid = new TimeGrid(
                stored.grid().start(),
                stored.grid().step(),
                values.length,
                stored.grid().zone());
        return new Daily(
                new TimeSeries(stored.key(), grid, values),
                kept.unit(),
                made.get().note());
    }

    private Optional<Daily> made(String resource, ResourceKind kind, Statistic statistic) {
        return DailySource.of(stored, resource, kind.metric(), statistic, Step.DAY)
                .flatMap(source -> read(source.info())
                        .map(fine -> noted(Resampler.daily(fine.series(), statistic), fine, source)));
    }

    private static Daily noted(TimeSeries series, Daily fine, DailySource source) {
        Daily made = new Daily(series, fine.unit());
        return source.note()
                .map(note -> made.noted("the " + series.key().statistic().code() + " is " + note))
                .orElse(made);
    }

    /// The series of this key and step as it is stored, or, by the hour, made of shorter steps.
    Optional<Daily> atStep(SeriesKey key, Step step) {
        return exact(key, step)
                .or(() -> step.equals(Step.HOUR)
                        ? DailySource.of(stored, key.resource(), key.metric(), key.statistic(), step)
                                .flatMap(source -> read(source.info())
                                        .map(fine ->
                                                noted(Resampler.hourly(fine.series(), key.statistic()), fine, source)))
                        : Optional.empty());
    }

    /// The stored series of exactly this key and step.
    Optional<Daily> exact(SeriesKey key, Step step) {
        return stored.getOrDefault(key, List.of()).stream()
                .filter(info -> info.step().equals(step))
                .findFirst()
                .flatMap(this::read);
    }

    /// The limit in the unit of the series; empty when the capacity is unknown, as for the bandwidth of a server whose
    /// instance type is not in the catalogue.
    Optional<CapacityLimit> limit(Server server, ResourceKind kind, MeasureUnit unit, double percent) {
        if (unit == MeasureUnit.PERCENT) {
            return Optional.of(CapacityLimit.ofPercentage(percent));
        }
        OptionalDouble capacity = server.instanceType()
                .flatMap(type -> shapes.find(type, server.region()))
                .map(shape -> capacity(shape, kind))
                .orElse(OptionalDouble.empty());
        return capacity.isPresent()
                ? Optional.of(new CapacityLimit(percent, capacity.getAsDouble()))
                : Optional.empty();
    }

    /// The same by a rule, which may ask for the size of the machine.
    Optional<CapacityLimit> limit(Server server, ResourceKind kind, MeasureUnit unit, LimitRule rule) {
        OptionalDouble vcpu = server.instanceType()
                .flatMap(type -> shapes.find(type, server.region()))
                .map(shape -> OptionalDouble.of(shape.vcpu()))
                .orElse(OptionalDouble.empty());
        return limit(server, kind, unit, rule.percent(kind, vcpu));
    }

    /// The observations before an instant.
    static TimeSeries until(TimeSeries series, Instant end) {
        int length = series.length();
        while (length > 0 && !series.grid().at(length - 1L).isBefore(end)) {
            length--;
        }
        return series.slice(0, length);
    }

    /// The observations from an instant on.
    static TimeSeries from(TimeSeries series, Instant start) {
        return series.slice(until(series, start).length(), series.length());
    }

    private static OptionalDouble capacity(InstanceShape shape, ResourceKind kind) {
        return switch (kind) {
            case NETWORK -> shape.networkMbps();
            case DISK_IO -> shape.diskMbps();
            case CPU, MEMORY -> OptionalDouble.of(100);
        };
    }

    private Optional<Daily> read(SeriesInfo info) {
        return workspace.series().read(info.key(), info.step()).map(series -> new Daily(series, info.unit()));
    }
}
