package dev.headroom.storage.source.athena;

import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.TableColumn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A table that is a bill: which one, and which of the columns of such a bill it has. Columns of legacy
/// reports vary by month, and net columns are there only with negotiated discounts, so nothing is taken for
/// granted.
///
/// @param columns by their names in lower case
public record BillTable(TableName name, BillKind kind, Map<String, TableColumn> columns) {
    public BillTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// @throws AwsFailureException when the table is no bill, or one that lacks what no bill can do without
    public static BillTable of(TableName name, List<TableColumn> told) throws AwsFailureException {
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        told.forEach(column -> columns.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column));
        BillKind kind = kind(columns)
                .orElseThrow(() -> new AwsFailureException(
                        Reason.NO_BILL,
                        "The table " + name + " is no bill: it has neither the columns of a Cost and Usage Report, such"
                                + " as line_item_unblended_cost, nor those of FOCUS, such as BilledCost."));
        List<String> missing = BillColumns.of(kind).required().stream()
                .filter(column -> !columns.containsKey(column.toLowerCase(Locale.ROOT)))
                .toList();
        if (!missing.isEmpty()) {
            throw new AwsFailureException(
                    Reason.NO_BILL,
                    "The table " + name + " (" + kind.words() + ") lacks " + String.join(", ", missing)
                            + "; add it to the export or the view.");
        }
        BillTable table = new BillTable(name, kind, columns);
        if (table.monthly().isEmpty()) {
            throw new AwsFailureException(
                    Reason.NO_BILL,
                    "The table " + name + " has no column that says the billing period (billing_period, year and"
                            + " month, or " + BillColumns.of(kind).period() + "); add one to the export or the view.");
        }
        return table;
    }

    private static Optional<BillKind> kind(Map<String, TableColumn> columns) {
        if (columns.containsKey("billedcost")) {
            return Optional.of(BillKind.FOCUS);
        }
        if (!columns.containsKey("line_item_unblended_cost")) {
            return Optional.empty();
        }
        boolean maps = columns.containsKey("resource_tags")
                || columns.containsKey("cost_category")
                || columns.containsKey("product");
        return Optional.of(maps ? BillKind.CUR_2 : BillKind.CUR_LEGACY);
    }

    Optional<TableColumn> column(String name) {
        return Optional.ofNullable(columns.get(name.toLowerCase(Locale.ROOT)));
    }

    /// What tells the billing period, partitions first: only with them Athena does not read the whole table.
    Optional<Monthly> monthly() {
        if (column("billing_period").isPresent()) {
            return Optional.of(Monthly.BILLING_PERIOD);
        }
        if (column("year").isPresent() && column("month").isPresent()) {
            return Optional.of(Monthly.YEAR_AND_MONTH);
        }
        return column(BillColumns.of(kind).period()).map(_ -> Monthly.PERIOD_START);
    }

    /// How a table tells the billing period.
    enum Monthly {
        BILLING_PERIOD,
        YEAR_AND_MONTH,
        PERIOD_START
    }
}
