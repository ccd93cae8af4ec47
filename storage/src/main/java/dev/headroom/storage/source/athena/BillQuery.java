package dev.headroom.storage.source.athena;

import dev.headroom.storage.source.aws.TableColumn;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The statement that brings one month of a bill, added up by day and by everything that the reader tells
/// rows apart by, with the names of the columns of the bill.
///
/// Amounts add up as decimals with twelve places: AWS states ten, and sums of doubles depend on their
/// order. Rows are only added up with rows that have the same amounts at all, because an amount that is
/// missing is unknown and not 0; so the amortised cost of a sum is the sum of the amortised costs. The day
/// is that of the start.
///
/// Source: the reference of SQL in Athena (Trino).
public final class BillQuery {
    private static final String DECIMAL = "DECIMAL(38, 12)";
    private static final String INDENT = "\n  ";

    private final BillTable table;
    private final BillColumns columns;
    private final List<Taken> keys = new ArrayList<>();
    private final List<Taken> sums = new ArrayList<>();

    /// A column of the result.
    ///
    /// @param name in the result
    /// @param expression over the table
    private record Taken(String name, String expression) {
        String selected() {
            return expression + " AS " + quoted();
        }

        String quoted() {
            return TableName.quoted(name);
        }
    }

    private BillQuery(BillTable table) {
        this.table = table;
        columns = BillColumns.of(table.kind());
        columns.texts().forEach(name -> table.column(name).ifPresent(column -> keys.add(text(name, column))));
        table.columns().values().stream()
                .filter(column -> columns.more().matcher(column.name()).matches())
                .filter(column -> column.name().chars().noneMatch(Character::isISOControl))
                .forEach(column -> keys.add(text(column.name(), column)));
        region().ifPresent(keys::add);
        columns.sums().forEach(name -> table.column(name).ifPresent(column -> sums.add(amount(name, column))));
    }

    /// The statement for a month of a table.
    public static String of(BillTable table, YearMonth period) {
        return new BillQuery(table).statement(period);
    }

    /// Asks for the columns of a table, for those who may not read the catalog.
    public static String columnsOf(TableName table) {
        String schema =
                table.catalog().map(name -> TableName.quoted(name) + ".").orElse("") + "information_schema";
        return "SELECT column_name, data_type FROM " + schema + ".columns WHERE table_schema = '" + table.database()
                + "' AND table_name = '" + table.table() + "' ORDER BY ordinal_position";
    }

    private static Taken text(String name, TableColumn column) {
        String quoted = TableName.quoted(column.name());
        return new Taken(name, isObject(column) ? "json_format(CAST(" + quoted + " AS JSON))" : quoted);
    }

    private static boolean isObject(TableColumn column) {
        String type = type(column);
        return type.startsWith("map") || type.startsWith("struct") || type.startsWith("row");
    }

    /// Where no column has the region, the object with all product attributes does.
    private Optional<Taken> region() {
        boolean known = columns.texts().stream()
                .filter(name -> name.startsWith("product_region") || name.equals("product_location"))
                .anyMatch(name -> table.column(name).isPresent());
        return known
                ? Optional.empty()
                : table.column("product")
                        .filter(column -> type(column).startsWith("map"))
                        .map(column -> new Taken(
                                "product_region", "element_at(" + TableName.quoted(column.name()) + ", 'region')"));
    }

    private static Taken amount(String name, TableColumn column) {
        String quoted = TableName.quoted(column.name());
        String value = isText(column) ? "NULLIF(" + quoted + ", '')" : quoted;
        return new Taken(name, "CAST(" + value + " AS " + DECIMAL + ")");
    }

    private String statement(YearMonth period) {
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Taken key : keys) {
            inner.add(key.selected());
            outer.add(key.quoted());
            groups.add(key.quoted());
        }
        Taken start = instant(columns.start());
        Taken end = instant(columns.end());
        inner.add(start.selected());
        inner.add(end.selected());
        outer.add("min(" + start.quoted() + ") AS " + start.quoted());
        outer.add("max(" + end.quoted() + ") AS " + end.quoted());
        groups.add(day(start));
        for (Taken sum : sums) {
            inner.add(sum.selected());
            outer.add("sum(" + sum.quoted() + ") AS " + sum.quoted());
            groups.add(sum.quoted() + " IS NULL");
        }
        return "SELECT" + INDENT + lines(outer) + "\nFROM (SELECT" + INDENT + lines(inner) + "\nFROM "
                + table.name().quoted() + "\nWHERE " + isIn(period) + ") AS charges\nGROUP BY" + INDENT
                + lines(groups);
    }

    private static String lines(List<String> parts) {
        return parts.stream().collect(Collectors.joining("," + INDENT));
    }

    private Taken instant(String name) {
        return new Taken(name, TableName.quoted(table.column(name).orElseThrow().name()));
    }

    private String day(Taken start) {
        return isText(table.column(columns.start()).orElseThrow())
                ? "substr(" + start.quoted() + ", 1, 10)"
                : "date_trunc('day', " + start.quoted() + ")";
    }

    private String isIn(YearMonth period) {
        return switch (table.monthly().orElseThrow()) {
            case BILLING_PERIOD -> begins(table.column("billing_period").orElseThrow(), period);
            case YEAR_AND_MONTH -> yearAndMonth(period);
            case PERIOD_START -> begins(table.column(columns.period()).orElseThrow(), period);
        };
    }

    /// Months of partitions are written with and without a zero.
    private String yearAndMonth(YearMonth period) {
        TableColumn year = table.column("year").orElseThrow();
        TableColumn month = table.column("month").orElseThrow();
        int number = period.getMonthValue();
        return TableName.quoted(year.name()) + " = "
                + (isText(year) ? "'" + period.getYear() + "'" : String.valueOf(period.getYear())) + " AND "
                + TableName.quoted(month.name())
                + (isText(month)
                        ? " IN ('" + number + "', '" + String.format(Locale.ROOT, "%02d", number) + "')"
                        : " = " + number);
    }

    private static String begins(TableColumn column, YearMonth period) {
        String quoted = TableName.quoted(column.name());
        if (isText(column)) {
            return column.name().equalsIgnoreCase("billing_period")
                    ? quoted + " = '" + period + "'"
                    : "substr(" + quoted + ", 1, 7) = '" + period + "'";
        }
        String type = type(column).startsWith("date") ? "DATE '%s-01'" : "TIMESTAMP '%s-01 00:00:00'";
        return quoted + " >= " + type.formatted(period) + " AND " + quoted + " < "
                + type.formatted(period.plusMonths(1));
    }

    private static boolean isText(TableColumn column) {
        String type = type(column);
        return type.startsWith("string") || type.startsWith("varchar") || type.startsWith("char");
    }

    private static String type(TableColumn column) {
        return column.type().strip().toLowerCase(Locale.ROOT);
    }
}
