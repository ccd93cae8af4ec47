package dev.headroom.storage.source.opencost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import dev.headroom.storage.source.csv.Numbers;
import dev.headroom.storage.source.csv.TimestampReader;
import dev.headroom.storage.source.document.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the CSV export of OpenCost (`Date,Namespace,ControllerKind,...,CPUCost,RAMCost,...,TotalCost`, one row a
/// container and day) and that of the allocation API of Kubecost, whose columns have the names of the JSON fields and
/// the window in two columns. The costs of OpenCost's export have their adjustments in them; it has no column for load
/// balancers, whose cost is the rest of the total. Older exports do not name the cluster.
public final class AllocationRowReader implements RowReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String LABEL_PREFIX = "label_";

    private final Columns columns;
    private final AllocationCharges charges;
    private final int start;
    private final int end;
    private final int name;
    private final int[] workload;
    private final int labels;
    private final Map<String, Integer> labelColumns = new LinkedHashMap<>();
    private final Map<Component, Integer> costs = new EnumMap<>(Component.class);
    private final Map<Component, Integer> adjustments = new EnumMap<>(Component.class);
    private final Map<Component, Integer> quantities = new EnumMap<>(Component.class);
    private final int total;
    private final TimestampReader timestamps;
    private long unreadable;

    private AllocationRowReader(Columns columns, CurrencyCode currency, ImportOptions options) throws SourceException {
        this.columns = columns;
        charges = new AllocationCharges(currency, options.allocations());
        start = columns.find("date", "windowstart", "start");
        end = columns.find("windowend", "end");
        if (start < 0) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN,
                    "No column says which day or window the costs are of; export with the column Date, or WindowStart and"
                            + " WindowEnd.");
        }
        name = columns.find("name");
        workload = new int[] {
            columns.find("cluster", "clusterid", "clustername"),
            columns.find("namespace"),
            columns.find("controllerkind"),
            columns.find("controllername", "controller"),
            columns.find("pod"),
            columns.find("container"),
            columns.find("node")
        };
        labels = columns.find("labels");
        for (Component component : Component.values()) {
            find(component, component.field(), costs);
            find(component, component.adjustmentField(), adjustments);
            find(component, component.quantityField().orElse(""), quantities);
        }
        total = columns.find("totalcost");
        for (int i = 0; i < columns.header().size(); i++) {
            String column = columns.header().get(i).strip();
            if (column.toLowerCase(Locale.ROOT).startsWith(LABEL_PREFIX)) {
                labelColumns.put(column.substring(LABEL_PREFIX.length()), i);
                columns.use(i);
            }
        }
        timestamps = TimestampReader.utc(columns.name(start));
    }

    private void find(Component component, String field, Map<Component, Integer> into) {
        int column = field.isEmpty() ? -1 : columns.find(field);
        if (column >= 0) {
            into.put(component, column);
        }
    }

    private static Columns columns(List<String> header) {
        return new Columns(header, column -> column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ""));
    }

    /// True when the header has the costs of processor and memory and their total.
    public static boolean recognises(List<String> header) {
        Columns columns = columns(header);
        return columns.has("cpucost") && columns.has("ramcost") && columns.has("totalcost");
    }

    /// @throws SourceException when nothing says the currency or the time
    public static AllocationRowReader of(List<String> header, ImportOptions options) throws SourceException {
        return new AllocationRowReader(columns(header), Currencies.told(options), options);
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.OPENCOST;
    }

    @Override
    public List<String> recognised() {
        return columns.used();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(charges.notes());
        if (unreadable > 0) {
            notes.add(
                    "The labels of " + unreadable + " rows are not a JSON object; those rows are kept without labels.");
        }
        return notes;
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        TimestampReader.Stamp from = timestamps.read(row.text(start));
        Instant to = end >= 0 && !row.text(end).isEmpty()
                ? timestamps.read(row.text(end)).at()
                : from.at().plus(1, ChronoUnit.DAYS);
        if (!to.isAfter(from.at())) {
            throw new RowRefusedException(columns.name(end), row.text(end), "The window does not end after its start.");
        }
        Map<Component, BigDecimal> paid = amounts(row, costs);
        amounts(row, adjustments).forEach((component, amount) -> paid.merge(component, amount, BigDecimal::add));
        Optional<BigDecimal> all = Numbers.amount(columns.name(total), row.text(total));
        if (paid.isEmpty() && all.isEmpty()) {
            throw new RowRefusedException(columns.name(total), "", "The row has no cost.");
        }
        Allocation.Workload where = new Allocation.Workload(
                row.text(workload[0]),
                row.text(workload[1]),
                row.text(workload[2]),
                row.text(workload[3]),
                row.text(workload[4]),
                row.text(workload[5]),
                row.text(workload[6]));
        String called = row.text(name).isEmpty() ? where.path() : row.text(name);
        charges.put(
                row.line(),
                new Allocation(called, where, labels(row), from.at(), to, paid, amounts(row, quantities), all),
                sink);
    }

    private Map<Component, BigDecimal> amounts(SourceRow row, Map<Component, Integer> from) throws RowRefusedException {
        Map<Component, BigDecimal> amounts = new EnumMap<>(Component.class);
        for (Map.Entry<Component, Integer> entry : from.entrySet()) {
            Numbers.amount(columns.name(entry.getValue()), row.text(entry.getValue()))
                    .ifPresent(amount -> amounts.put(entry.getKey(), amount));
        }
        return amounts;
    }

    /// Labels that cannot be read do not take the money of their row with them.
    private Map<String, String> labels(SourceRow row) {
        Map<String, String> read = new HashMap<>();
        labelColumns.forEach((label, column) -> {
            if (!row.text(column).isEmpty()) {
                read.put(label, row.text(column));
            }
        });
        String text = row.text(labels);
        if (!text.isEmpty()) {
            try (JsonParser json = JSON.createParser(text)) {
                json.nextToken();
                read.putAll(Json.texts(json));
            } catch (IOException | SourceException malformed) {
                unreadable++;
            }
        }
        return read;
    }
}
