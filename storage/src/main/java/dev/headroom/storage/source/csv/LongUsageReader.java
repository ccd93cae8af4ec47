package dev.headroom.storage.source.csv;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.Statistic;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.UsageMetric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads long utilization rows. Metrics that the cache does not know are kept under their own name, in the
/// unit that the row names if the cache knows that unit, and of unknown unit otherwise.
///
/// The two directions of a disk or a network (`net_in`, `net_out`) are added once both are there.
final class LongUsageReader implements RowReader {
    private static final int MOST_WAITING = 500_000;
    private final UtilizationHeader header;
    private final TimestampReader timestamps;
    private final int metric;
    private final int statistic;
    private final int value;
    private final int unit;
    private final Map<List<String>, UsageColumn> known = new HashMap<>();
    private final Map<String, Optional<String>> directions = new HashMap<>();
    private final Map<Half, Waiting> waiting = new HashMap<>();

    /// One direction of a disk or network at one time.
    private record Half(String resource, UsageMetric metric, long at) {}

    private record Waiting(String direction, double value) {}

    LongUsageReader(UtilizationHeader header) {
        this.header = header;
        timestamps = TimestampReader.of(header.columns().name(header.timestamp()), header.zone());
        metric = header.columns().find("metric");
        statistic = header.columns().find("statistic", "stat", "aggregation");
        value = header.columns().find("value");
        unit = header.columns().find("unit", "units");
    }

    @Override
    public SourceFormat format() {
        return UtilizationReader.FORMAT;
    }

    @Override
    public List<String> recognised() {
        return header.columns().used();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(timestamps.notes());
        if (!waiting.isEmpty()) {
            notes.add(waiting.size() + " readings of one direction have none of the other at their time and are left"
                    + " out; export both directions, or name the metric network or disk_io when it is the whole.");
        }
        return notes;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        String resource = WideUsageReader.resource(row, header);
        TimestampReader.Stamp stamp = timestamps.read(row.text(header.timestamp()));
        UsageColumn column = column(row);
        String text = row.text(value);
        String field = header.columns().name(value);
        double reading = text.isEmpty()
                ? Double.NaN
                : Plausible.checked(
                        field,
                        text,
                        column.reading(field, text),
                        column.metric().unit());
        Optional<String> direction = Double.isNaN(reading) || column.metric().unit() == MeasureUnit.PERCENT
                ? Optional.empty()
                : directions.computeIfAbsent(row.text(metric), UsageColumn::direction);
        if (direction.isPresent()) {
            reading = whole(row, column.metric(), resource, stamp.at(), direction.get(), reading, sink);
        }
        sink.reading(row.line(), column.metric(), resource, stamp.at(), stamp.extent(), reading);
    }

    /// The sum of both directions, or NaN as long as only one is there.
    private double whole(
            SourceRow row, UsageMetric of, String resource, Instant at, String direction, double value, RowSink sink)
            throws RowRefusedException {
        Half half = new Half(resource, of, at.toEpochMilli());
        Waiting other = waiting.get(half);
        if (other != null && !other.direction().equals(direction)) {
            waiting.remove(half);
            // Exact addition of the decimals: 8.67 + 4.33 is 13.
            return BigDecimal.valueOf(other.value())
                    .add(BigDecimal.valueOf(value))
                    .doubleValue();
        }
        if (other == null && waiting.size() >= MOST_WAITING) {
            throw new RowRefusedException(
                    header.columns().name(metric),
                    row.text(metric),
                    "Too far from the row of the other direction; sort the file by time.");
        }
        if (other == null) {
            waiting.put(half, new Waiting(direction, value));
        } else if (other.value() != value) {
            throw new RowRefusedException(
                    header.columns().name(this.value),
                    row.text(this.value),
                    "Duplicate of an earlier row with another value.");
        }
        sink.waits(row.line());
        return Double.NaN;
    }

    private UsageColumn column(SourceRow row) throws RowRefusedException {
        List<String> said = List.of(row.text(metric), row.text(statistic), row.text(unit));
        UsageColumn column = known.get(said);
        if (column == null) {
            column = understand(said.get(0), said.get(1), said.get(2));
            known.put(said, column);
        }
        return column;
    }

    private UsageColumn understand(String name, String statisticName, String unitName) throws RowRefusedException {
        if (name.isEmpty() || name.length() > UtilizationReader.LONGEST_NAME) {
            throw new RowRefusedException(header.columns().name(metric), name, "A metric name is required.");
        }
        Statistic said = statistic(statisticName);
        Optional<UsageColumn> standard = UsageColumn.of(unitName.isEmpty() ? name : name + "[" + unitName + "]");
        if (standard.isPresent()) {
            if (standard.get().role() != UsageColumn.Role.VALUE) {
                throw new RowRefusedException(
                        header.columns().name(metric),
                        name,
                        "An amount of memory needs its capacity beside it; give the percentage.");
            }
            UsageMetric found = standard.get().metric();
            boolean named = !statisticName.isEmpty();
            return new UsageColumn(
                    UsageColumn.Role.VALUE,
                    new UsageMetric(found.metric(), named ? said : found.statistic(), found.unit()),
                    standard.get().factor());
        }
        if (UsageColumn.of(name).isPresent()) {
            throw new RowRefusedException(
                    header.columns().name(unit), unitName, "Not a unit of " + name + " that is known here.");
        }
        MeasureUnit own = MeasureUnit.ofSymbol(unitName).orElse(MeasureUnit.UNKNOWN);
        return new UsageColumn(UsageColumn.Role.VALUE, new UsageMetric(name, said, own), BigDecimal.ONE);
    }

    private Statistic statistic(String name) throws RowRefusedException {
        String code = name.toLowerCase(Locale.ROOT);
        return switch (code) {
            case "", "avg", "average" -> Statistic.MEAN;
            case "maximum" -> Statistic.MAX;
            case "minimum" -> Statistic.MIN;
            default ->
                Statistic.ofCode(code)
                        .orElseThrow(() -> new RowRefusedException(
                                header.columns().name(statistic), name, "Not one of mean, p95, max, min, sum, last."));
        };
    }
}
