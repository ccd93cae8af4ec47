package dev.headroom.storage.source.focus;

import dev.headroom.storage.source.Finding;
import dev.headroom.storage.source.csv.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the header of a FOCUS file says: which version it is of, which columns it should have and has not, and
/// which it has under names that the specification does not know.
final class HeaderCheck {
    private final Columns columns;
    private final FocusColumn.Since version;

    HeaderCheck(Columns columns) {
        this.columns = columns;
        version = FocusColumn.all().stream()
                .filter(column -> columns.has(column.name()))
                .map(FocusColumn::since)
                .max(Enum::compareTo)
                .orElse(FocusColumn.Since.V1_0);
    }

    /// The version that first had all the columns of the file. Files of a later version without any of the
    /// columns that it brought cannot be told from earlier ones, and need not be.
    FocusColumn.Since version() {
        return version;
    }

    /// @param rows how many rows the file has
    List<Finding> findings(long rows) {
        List<Finding> findings = new ArrayList<>();
        for (FocusColumn column : FocusColumn.all()) {
            boolean asked = column.level() == FocusColumn.Level.MANDATORY
                    && column.since().compareTo(version) <= 0;
            if (asked && !columns.has(column.name())) {
                findings.add(new Finding(
                        "missing-column", column.name(), rows, 1, "", "The file lacks this mandatory column."));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String name : columns.header()) {
            String plain = name.strip();
            String normal = plain.toLowerCase(Locale.ROOT);
            if (!seen.add(normal)) {
                findings.add(new Finding(
                        "repeated-column",
                        plain,
                        rows,
                        1,
                        "",
                        "The column is there more than once; the first counts."));
            } else if (!normal.startsWith("x_") && !isKnown(plain)) {
                findings.add(new Finding(
                        "column-name",
                        plain,
                        rows,
                        1,
                        "",
                        "The specification has no column of this spelling; names of own columns begin with x_."));
            }
        }
        return findings;
    }

    private static boolean isKnown(String name) {
        return FocusColumn.all().stream().anyMatch(column -> column.name().equals(name));
    }
}
