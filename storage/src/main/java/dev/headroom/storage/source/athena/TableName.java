package dev.headroom.storage.source.athena;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a table in Athena, as a user gives it.
///
/// Only letters, digits, underscores and hyphens are taken, because a name becomes a part of a statement;
/// Athena itself allows little more. Names are in lower case, as Athena keeps them.
///
/// @param catalog a data source other than the Glue catalog of the account; empty for that
public record TableName(Optional<String> catalog, String database, String table) {
    private static final String PART = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,126}[A-Za-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(PART);
    private static final Pattern CATALOG = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_@/-]{0,254}[A-Za-z0-9_])?");
    private static final Pattern WRITTEN = Pattern.compile("(?:(" + CATALOG + ")\\.)?(" + PART + ")\\.(" + PART + ")");
    /// The catalog that every account has.
    public static final String USUAL = "AwsDataCatalog";

    public TableName {
        catalog = catalog.filter(name -> !name.equalsIgnoreCase(USUAL));
        boolean good = NAME.matcher(database).matches()
                && NAME.matcher(table).matches()
                && catalog.map(name -> CATALOG.matcher(name).matches()).orElse(true);
        if (!good) {
            throw new IllegalArgumentException("table (" + database + "." + table + ") must be a name.");
        }
        database = database.toLowerCase(Locale.ROOT);
        table = table.toLowerCase(Locale.ROOT);
    }

    /// @param text such as `billing.cur2`, or `catalog.billing.cur2`
    /// @return empty when it is no name of a table
    public static Optional<TableName> of(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new TableName(Optional.ofNullable(matcher.group(1)), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /// As a statement names it, each part quoted.
    String quoted() {
        return catalog.map(name -> quoted(name) + ".").orElse("") + quoted(database) + "." + quoted(table);
    }

    /// A name of a column or a table in a statement.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return catalog.map(name -> name + ".").orElse("") + database + "." + table;
    }
}
