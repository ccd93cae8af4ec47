package dev.headroom.storage.source.scan;

import dev.headroom.storage.source.GroupColumns;
import dev.headroom.storage.source.RowIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The statements of a scan. Rows are grouped by hashes of what must agree: to compare dozens of texts a row
/// would take most of the time. What the rows of many days share, their texts, is asked once.
///
/// @param header all columns of the file
/// @param columns how they are grouped
/// @param grain whether rows are added up
record ScanQuery(List<String> header, GroupColumns columns, TableScan.Grain grain) {
    private static final int PLACES = 24;
    private static final int SMALL_PLACES = 12;
    private static final String LINE = "(h1 >> 1)::BIGINT, (h2 >> 1)::BIGINT";

    /// The columns that matter, with the hash of each row and its line.
    String rows(ScannedFile file) {
        List<String> used = Stream.of(columns.texts(), columns.instants(), columns.sums())
                .flatMap(List::stream)
                .map(ScanQuery::name)
                .toList();
        return "SELECT " + String.join(", ", used) + (used.isEmpty() ? "" : ", ") + rowHash() + " AS row_hash, "
                + file.line() + " AS line_number FROM " + file.source(header.size());
    }

    static String count(String rows) {
        return "SELECT count(*) FROM (" + rows + ")";
    }

    /// About how many groups there are.
    String size(String rows) {
        return "SELECT approx_count_distinct(hash(" + list(Stream.of(List.of("0"), lineKeys(), days())) + ")) FROM ("
                + rows + ")";
    }

    /// The hashes of each line, which is what agrees in all texts, and its texts.
    String lines(String rows, Part part) {
        String texts = columns.texts().stream()
                .map(column -> ", any_value(" + name(column) + ")")
                .collect(Collectors.joining());
        return "SELECT " + LINE + texts + " FROM (SELECT *, " + hashes() + " FROM (" + rows + "))" + part.where()
                + " GROUP BY h1, h2 ORDER BY h1, h2";
    }

    /// The groups: hashes of their line, instants, for each sum its kind and the sum, the latest start, the hashes
    /// of the rows and the first line number.
    String groups(String rows, Part part) {
        List<String> results = new ArrayList<>(List.of(LINE));
        for (int column : columns.instants()) {
            boolean first = column == columns.instants().getFirst();
            results.add((first ? "min(" : "max(") + name(column) + ")");
        }
        StringBuilder small = new StringBuilder();
        StringBuilder large = new StringBuilder();
        StringBuilder kinds = new StringBuilder();
        List<String> agree = new ArrayList<>(days());
        agree.addFirst("0");
        for (int column : columns.sums()) {
            small.append(", ").append(small(name(column))).append(" AS s").append(column);
            large.append(", ").append(large(column)).append(" AS l").append(column);
            kinds.append(", ").append(kind(column)).append(" AS k").append(column);
            agree.add("k" + column);
            results.add("any_value(k" + column + ")");
            results.add("(coalesce(sum(s" + column + "), 0) + coalesce(sum(l" + column + "), 0))::VARCHAR");
        }
        results.add(
                columns.instants().isEmpty()
                        ? "''"
                        : "max(" + name(columns.instants().getFirst()) + ")");
        results.add("list(row_hash)");
        results.add("min(line_number)");
        return "SELECT " + String.join(", ", results) + " FROM (SELECT *, hash(" + String.join(", ", agree)
                + ") AS h3 FROM (SELECT *" + kinds + " FROM (SELECT *" + large + " FROM (SELECT *, " + hashes() + small
                + " FROM (" + rows + "))" + part.where() + "))) GROUP BY h1, h2, h3"
                + (grain == TableScan.Grain.ROWS ? ", line_number" : "") + " ORDER BY h1, h2";
    }

    private String hashes() {
        String keys = String.join(", ", lineKeys());
        return "hash(0, " + keys + ") AS h1, hash('h', " + keys + ") AS h2";
    }

    private List<String> lineKeys() {
        return columns.texts().isEmpty()
                ? List.of("0")
                : columns.texts().stream().map(ScanQuery::name).toList();
    }

    /// What must agree of the instants.
    private List<String> days() {
        return columns.instants().stream()
                .map(column -> day(
                        name(column),
                        column.equals(columns.instants().getFirst()) ? "substr(" + name(column) + ", 1, 10)" : "''"))
                .toList();
    }

    private static String list(Stream<List<String>> expressions) {
        return expressions.flatMap(List::stream).collect(Collectors.joining(", "));
    }

    /// What stands for an instant that is surely UTC; every other stays as it is.
    private static String day(String column, String stands) {
        return "CASE WHEN substr(" + column + ", 5, 1) = '-' AND (strlen(" + column + ") <= 19 AND NOT contains(substr("
                + column + ", 11), '-') AND NOT contains(" + column + ", '+') OR suffix(" + column
                + ", 'Z')) AND TRY_CAST(" + column + " AS TIMESTAMP) IS NOT NULL THEN " + stands + " ELSE " + column
                + " END";
    }

    /// The amount in 64 bits, where that is exact; NULL elsewhere.
    private static String small(String column) {
        return "CASE WHEN strlen(" + column + ") <= 17 AND strlen(" + column + ") - instr(" + column + ", '.') <= "
                + SMALL_PLACES + " AND " + plainDigits(column) + " THEN TRY_CAST(" + column + " AS DECIMAL(18, "
                + SMALL_PLACES + ")) END";
    }

    /// The amount in 128 bits, where 64 are not enough and that is exact; NULL elsewhere.
    private static String large(int column) {
        String text = name(column);
        return "CASE WHEN s" + column + " IS NULL AND strlen(" + text + ") <= " + (PLACES + 1) + " AND "
                + plainDigits(text) + " THEN TRY_CAST(" + text + " AS DECIMAL(38, " + PLACES + ")) END";
    }

    /// DuckDB also takes exponents, which its decimals round, and `1_000`, which is no amount of a bill.
    private static String plainDigits(String column) {
        return "NOT contains(" + column + ", 'e') AND NOT contains(" + column + ", 'E') AND NOT contains(" + column
                + ", '_')";
    }

    /// NULL for no value, empty for one that can be added, the text of every other.
    private static String kind(int column) {
        return "CASE WHEN s" + column + " IS NOT NULL OR l" + column + " IS NOT NULL THEN '' ELSE " + name(column)
                + " END";
    }

    /// The part of [RowIdentity] that tells the rows of a group apart.
    private String rowHash() {
        List<String> parts = new ArrayList<>();
        for (int column : RowIdentity.order(header)) {
            if (!columns.texts().contains(column)) {
                parts.add(name(column));
            }
        }
        return "(md5_number_lower(concat_ws(" + quoted(String.valueOf(RowIdentity.AFTER_VALUE)) + ", "
                + String.join(", ", parts) + ")) >> 1)::BIGINT";
    }

    static String name(int column) {
        return "c" + column;
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// The lines of a scan are taken in parts that fit into memory.
    ///
    /// @param number 0..of-1
    record Part(long number, long of) {
        String where() {
            return of == 1 ? "" : " WHERE h1 % " + of + " = " + number;
        }
    }
}
