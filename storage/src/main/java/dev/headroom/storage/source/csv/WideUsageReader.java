package dev.headroom.storage.source.csv;

import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.UsageMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads wide utilization rows. Columns for the two directions of a disk or a network are added; both must
/// have a value. Memory in use is divided by the capacity and rounded to four decimals of a percent. A value
/// that cannot be used does not take the other values of its row with it.
final class WideUsageReader implements RowReader {
    private static final double PERCENT_DECIMALS = 1e4;
    private final UtilizationHeader header;
    private final TimestampReader timestamps;
    private final Map<UsageMetric, List<Integer>> readings = new LinkedHashMap<>();
    private final List<String> unitNotes;
    private final int capacity;
    private final Map<Integer, Double> largestShare = new LinkedHashMap<>();

    /// @param unitNotes how units were understood
    WideUsageReader(UtilizationHeader header, List<String> unitNotes) {
        this.header = header;
        this.unitNotes = List.copyOf(unitNotes);
        timestamps = TimestampReader.of(header.columns().name(header.timestamp()), header.zone());
        for (int position : header.readings()) {
            readings.computeIfAbsent(column(position).metric(), _ -> new ArrayList<>())
                    .add(position);
            header.columns().use(position);
        }
        capacity = header.metrics().entrySet().stream()
                .filter(entry -> entry.getValue().role() == UsageColumn.Role.MEMORY_CAPACITY)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
        if (capacity >= 0) {
            header.columns().use(capacity);
        }
    }

    private UsageColumn column(int position) {
        return Objects.requireNonNull(header.metrics().get(position), "column");
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
        List<String> unstated = unstated();
        if (!unstated.isEmpty()) {
            notes.add(
                    "Nothing says how the readings of " + String.join(", ", unstated)
                            + " became one value a time; they are taken as means (--statistic max or another if they are not).");
        }
        notes.addAll(unitNotes);
        largestShare.forEach((position, largest) -> {
            if (largest <= 1 && largest > 0) {
                String name = header.columns().name(position);
                notes.add("All values of " + name + " lie between 0 and 1; they are read as percent (--unit " + name
                        + "=ratio if they are fractions).");
            }
        });
        return notes;
    }

    /// The columns that do not say their statistic, unless it was told.
    private List<String> unstated() {
        return header.told().isPresent()
                ? List.of()
                : header.readings().stream()
                        .map(position -> header.columns().name(position))
                        .filter(name -> !UsageColumn.saysStatistic(name))
                        .toList();
    }

    @Override
    public List<OpenQuestion> assumed() {
        return unstated().isEmpty() ? List.of() : List.of(OpenQuestion.statistic());
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        String resource = resource(row, header);
        TimestampReader.Stamp stamp = timestamps.read(row.text(header.timestamp()));
        for (Map.Entry<UsageMetric, List<Integer>> entry : readings.entrySet()) {
            double value = Double.NaN;
            try {
                value = value(row, entry.getValue());
            } catch (RowRefusedException refused) {
                sink.reject(row.line(), refused);
            }
            sink.reading(row.line(), entry.getKey(), resource, stamp.at(), stamp.extent(), value);
        }
    }

    static String resource(SourceRow row, UtilizationHeader header) throws RowRefusedException {
        if (header.server().isPresent()) {
            return header.server().get();
        }
        String resource = row.text(header.resource());
        String field = header.columns().name(header.resource());
        if (resource.isEmpty()) {
            throw new RowRefusedException(field, "", "A resource is required.");
        }
        if (resource.length() > UtilizationReader.LONGEST_NAME) {
            throw new RowRefusedException(
                    field, resource, "Longer than " + UtilizationReader.LONGEST_NAME + " characters.");
        }
        return resource;
    }

    /// The reading, or NaN when one of its columns has no value.
    private double value(SourceRow row, List<Integer> positions) throws RowRefusedException {
        if (positions.size() == 1) {
            return single(row, positions.getFirst());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int position : positions) {
            double part = single(row, position);
            if (Double.isNaN(part)) {
                return Double.NaN;
            }
            // Exact addition of the decimals: 8.67 + 4.33 is 13 and stays cheap to keep.
            sum = sum.add(BigDecimal.valueOf(part));
        }
        return sum.doubleValue();
    }

    private double single(SourceRow row, int position) throws RowRefusedException {
        String text = row.text(position);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        UsageColumn column = column(position);
        String field = header.columns().name(position);
        double value = column.reading(field, text);
        if (column.isPercent()
                && column.role() == UsageColumn.Role.VALUE
                && column.factor().equals(BigDecimal.ONE)) {
            largestShare.merge(position, value, Math::max);
        }
        if (column.role() == UsageColumn.Role.MEMORY_USED) {
            String size = row.text(capacity);
            double whole = size.isEmpty()
                    ? 0
                    : Numbers.reading(
                            header.columns().name(capacity),
                            size,
                            column(capacity).factor());
            if (whole <= 0) {
                return Double.NaN;
            }
            value = Math.rint(value / whole * 100 * PERCENT_DECIMALS) / PERCENT_DECIMALS;
            Plausible.share(field, text, value, header.columns().name(capacity), size);
        }
        return Plausible.checked(field, text, value, column.metric().unit());
    }
}
