package dev.headroom.storage.source.json;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.CsvDialect;
import dev.headroom.storage.source.csv.TextInput;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the fields of a JSON lines file, which stand in for the header of a table. The whole file is read for
/// them, so that a row says the same whatever stands around it; memory stays bounded by [#MOST].
public final class JsonFields {
    /// A file with more different fields is no table.
    static final int MOST = 2_000;

    private static final int FIRST_LINES = 20;

    private JsonFields() {}

    /// True when a text begins with lines that are each one JSON object; one broken line among the first ones
    /// does not make it another kind of file.
    ///
    /// @param head the beginning of a file; its last line may be cut off
    public static boolean areIn(String head) {
        if (!head.stripLeading().startsWith("{")) {
            return false;
        }
        return !sample(head, FIRST_LINES).isEmpty();
    }

    /// The objects among the first lines of a text.
    ///
    /// @param most how many lines are tried
    public static List<Map<String, String>> sample(String head, int most) {
        List<Map<String, String>> objects = new ArrayList<>();
        Lines lines = new Lines(new StringReader(head), CsvDialect.LONGEST_ROW);
        try {
            Optional<String> line = lines.next();
            for (int tried = 0; line.isPresent() && tried < most; line = lines.next()) {
                if (!line.get().isBlank()) {
                    tried++;
                    fields(line.get()).ifPresent(objects::add);
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Text in memory must be readable.", impossible);
        }
        return objects;
    }

    /// The names of all fields, in the order in which they first occur. Lines that are no object count for
    /// nothing here; [JsonRows] refuses them.
    ///
    /// @throws SourceException when the file cannot be read or has more than [#MOST] fields
    public static List<String> of(Path path) throws SourceException {
        try (TextInput input = TextInput.open(path)) {
            Set<String> names = of(input.reader());
            if (names.size() > MOST) {
                throw new SourceException(
                        ErrorCode.FILE_UNSUPPORTED,
                        "The file " + path.getFileName() + " has more than " + MOST
                                + " different fields; check that each of its lines is a row of one table.");
            }
            return List.copyOf(names);
        } catch (IOException failure) {
            throw TextInput.problem(path, failure);
        }
    }

    private static Set<String> of(Reader text) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Lines lines = new Lines(text, CsvDialect.LONGEST_ROW);
        for (Optional<String> line = lines.next(); line.isPresent() && names.size() <= MOST; line = lines.next()) {
            if (!line.get().isBlank() && !lines.tooLong()) {
                fields(line.get()).ifPresent(fields -> names.addAll(fields.keySet()));
            }
        }
        return names;
    }

    private static Optional<Map<String, String>> fields(String line) {
        try {
            return Optional.of(FlatObject.of(line));
        } catch (RowRefusedException broken) {
            return Optional.empty();
        }
    }
}
