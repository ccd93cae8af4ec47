package dev.headroom.storage.source.focus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// A column of the FOCUS specification with what the specification says about it.
///
/// @param since the first of the versions 1.0, 1.1 and 1.2 that has it
/// @param allowed the values it may have; empty when it may have any
record FocusColumn(String name, Since since, Kind kind, Level level, Nulls nulls, Set<String> allowed) {
    private static final String RESOURCE = "columns.txt";
    private static final List<FocusColumn> ALL = load();

    FocusColumn {
        allowed = Set.copyOf(allowed);
    }

    /// The versions, in order.
    enum Since {
        V1_0,
        V1_1,
        V1_2
    }

    /// What its values are.
    enum Kind {
        TEXT,
        DECIMAL,
        /// A decimal that is not negative.
        PRICE,
        TIME,
        CURRENCY,
        /// A JSON object of names and values.
        OBJECT
    }

    /// Whether a file must have it.
    enum Level {
        MANDATORY,
        CONDITIONAL,
        RECOMMENDED
    }

    /// Whether a row may leave it empty.
    enum Nulls {
        NULLS,
        REQUIRED
    }

    /// All columns of versions 1.0 to 1.2 by name.
    static List<FocusColumn> all() {
        return ALL;
    }

    private static List<FocusColumn> load() {
        InputStream stream = Objects.requireNonNull(FocusColumn.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(FocusColumn::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table of FOCUS columns " + RESOURCE + " cannot be read.", e);
        }
    }

    private static FocusColumn parse(String line) {
        String[] parts = line.split("\\|", -1);
        Set<String> allowed = parts[5].isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(parts[5].split(";")));
        return new FocusColumn(
                parts[0],
                Since.valueOf("V" + parts[1].replace('.', '_')),
                Kind.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                Level.valueOf(parts[3].toUpperCase(Locale.ROOT)),
                Nulls.valueOf(parts[4].toUpperCase(Locale.ROOT)),
                allowed);
    }
}
