package dev.headroom.storage.source.csv;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Finds columns by name in a header and remembers which ones were asked for.
public final class Columns {
    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<Integer> usedPositions = new TreeSet<>();
    private final UnaryOperator<String> normal;

    /// @param normal makes the spellings of one name equal; the first of two equal columns counts
    public Columns(List<String> header, UnaryOperator<String> normal) {
        this.header = List.copyOf(header);
        this.normal = normal;
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(normal.apply(header.get(i)), i);
        }
    }

    /// Of names that are the same in upper and lower case.
    public static Columns inAnyCase(List<String> header) {
        return new Columns(header, name -> name.strip().toLowerCase(Locale.ROOT));
    }

    public boolean has(String name) {
        return positions.containsKey(normal.apply(name));
    }

    /// The position of a column without counting it as used, or -1.
    public int position(String name) {
        return positions.getOrDefault(normal.apply(name), -1);
    }

    /// The position of the first of `names` that the header has, or -1.
    public int find(String... names) {
        for (String name : names) {
            Integer position = positions.get(normal.apply(name));
            if (position != null) {
                use(position);
                return position;
            }
        }
        return -1;
    }

    /// The position of a column that the format cannot do without.
    public int require(String name) throws SourceException {
        int position = find(name);
        if (position < 0) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN, "The column " + name + " is missing; export the file with it.");
        }
        return position;
    }

    public void use(int position) {
        used.add(name(position));
        usedPositions.add(position);
    }

    /// The positions of the columns that were asked for.
    public List<Integer> usedPositions() {
        return List.copyOf(usedPositions);
    }

    /// The name as the file writes it; empty for -1.
    public String name(int position) {
        return position < 0 ? "" : header.get(position).strip();
    }

    /// The columns that were found, as the file names them.
    public List<String> used() {
        return List.copyOf(used);
    }

    public List<String> header() {
        return header;
    }
}
