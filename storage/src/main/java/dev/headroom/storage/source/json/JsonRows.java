package dev.headroom.storage.source.json;

import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.CsvDialect;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a JSON lines file: one object a line, flattened by [FlatObject]. Blank lines are skipped; a line
/// that is not one object, or is too long for one, is refused and the next ones are read.
public final class JsonRows implements RowSource {
    private final Reader text;
    private final Lines lines;
    private final Map<String, Integer> positions = new HashMap<>();

    /// @param header the fields of the file, as [JsonFields] finds them; each row has them in this order
    public JsonRows(Reader text, List<String> header) {
        this.text = text;
        lines = new Lines(text, CsvDialect.LONGEST_ROW);
        header.forEach(name -> positions.put(name, positions.size()));
    }

    @Override
    public boolean next(Taker taker) throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        if (line.isEmpty()) {
            return false;
        }
        try {
            taker.row(row(line.get()));
        } catch (RowRefusedException refused) {
            taker.refused(lines.number(), refused);
        }
        return true;
    }

    private SourceRow row(String line) throws RowRefusedException {
        if (lines.tooLong()) {
            throw new RowRefusedException(
                    "", "", "The line has more than " + CsvDialect.LONGEST_ROW + " characters; no row is that long.");
        }
        String[] fields = new String[positions.size()];
        Arrays.fill(fields, "");
        FlatObject.of(line).forEach((name, value) -> {
            Integer position = positions.get(name);
            if (position != null) {
                fields[position] = value;
            }
        });
        return new SourceRow(lines.number(), fields);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
