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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads long utilization rows. Metrics that the cache does not know are kept under their own name, in the
/// unit that the row names if the cache knows that unit, and of unknown unit otherwise.
final class LongUsageReader implements RowReader {
    private final UtilizationHeader header;
    private final TimestampReader timestamps;
    private final int metric;
    private final int statistic;
    private final int value;
    private final int unit;
    private final Map<List<String>, UsageColumn> known = new HashMap<>();

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
        return timestamps.notes();
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
                        Numbers.reading(field, text, column.factor()),
                        column.metric().unit());
        sink.reading(row.line(), column.metric(), resource, stamp.at(), stamp.extent(), reading);
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
