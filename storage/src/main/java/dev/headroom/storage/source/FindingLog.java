package dev.headroom.storage.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts findings while a file is read: one entry a rule and column, with the first line and value.
public final class FindingLog {
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    private long rows = 1;

    private record Key(String rule, String column) {}

    private static final class Entry {
        private final long line;
        private final String value;
        private final String meaning;
        private long rows;

        Entry(long line, String value, String meaning) {
            this.line = line;
            this.value = value;
            this.meaning = meaning;
        }
    }

    /// Says for how many rows of the file the next findings stand.
    public void weigh(SourceRow row) {
        rows = row.rows();
    }

    /// Counts the rows that break a rule.
    public void add(String rule, String column, long line, String value, String meaning) {
        entries.computeIfAbsent(new Key(rule, column), _ -> new Entry(line, value, meaning)).rows += rows;
    }

    /// The findings in the order in which they first occurred.
    public List<Finding> findings() {
        return entries.entrySet().stream()
                .map(entry -> new Finding(
                        entry.getKey().rule(),
                        entry.getKey().column(),
                        entry.getValue().rows,
                        entry.getValue().line,
                        entry.getValue().value,
                        entry.getValue().meaning))
                .toList();
    }
}
