package dev.headroom.storage.source.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The beginning of a text file, from which its dialect and its format are recognised.
///
/// @param encoding in words
/// @param text whole lines from the start; the last line may be cut off when the file is longer
public record FileHead(Path path, String encoding, TextInput.Compression compression, String text) {
    private static final int HEAD = CsvDialect.LONGEST_ROW;
    private static final int SAMPLE_ROWS = 200;
    private static final int LONGEST_PREAMBLE = 30;
    private static final int NARROWEST_BELOW = 4;

    /// The header and the first rows, split by one dialect.
    ///
    /// @param width the number of fields of most rows; that of the header when no number has the majority
    /// @param preamble how many rows stand before the header
    public record Split(CsvDialect dialect, List<String> header, List<List<String>> rows, int width, int preamble) {}

    /// @throws SourceException when the file is not readable text, or is no JSON document and has no line end
    ///     within [CsvDialect#LONGEST_ROW]
    public static FileHead read(Path path) throws SourceException {
        try (TextInput input = TextInput.open(path)) {
            char[] buffer = new char[HEAD];
            int length = 0;
            for (int read = 0; read >= 0 && length < HEAD; length += Math.max(read, 0)) {
                read = input.reader().read(buffer, length, HEAD - length);
            }
            String text = new String(buffer, 0, length);
            if (text.isBlank()) {
                throw new SourceException(ErrorCode.FILE_EMPTY, "The file " + path.getFileName() + " is empty.");
            }
            if (text.indexOf('\0') >= 0) {
                throw new SourceException(
                        ErrorCode.FILE_BAD_ENCODING,
                        "The file " + path.getFileName()
                                + " is not text, or is UTF-16 without a byte order mark; save it as UTF-8.");
            }
            boolean document =
                    text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
            if (length == HEAD && !document && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
                throw lineTooLong(path);
            }
            if (!document) {
                refuseTooWide(path, text);
            }
            return new FileHead(path, input.encoding(), input.compression(), text);
        } catch (IOException failure) {
            throw TextInput.problem(path, failure);
        }
    }

    /// Refuses a text that begins like a document and has more columns than any table, if it is to be read as a table.
    public void requireTable() throws SourceException {
        refuseTooWide(path, text);
    }

    private static void refuseTooWide(Path path, String text) throws SourceException {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        for (CsvDialect dialect : CsvDialect.KNOWN) {
            if (first.chars().filter(c -> c == dialect.delimiter()).count() >= CsvDialect.MOST_COLUMNS) {
                throw tooWide(path);
            }
        }
    }

    /// The refusal of a table with too many columns.
    public static SourceException tooWide(Path path) {
        return new SourceException(
                ErrorCode.FILE_TOO_WIDE,
                "The file " + path.getFileName() + " has a row of more than " + CsvDialect.MOST_COLUMNS
                        + " columns; check that it is a table of a known format, and that its download was not"
                        + " damaged. Nothing of it was imported.");
    }

    static SourceException lineTooLong(Path path) {
        return new SourceException(
                ErrorCode.FILE_LINE_TOO_LONG,
                "The file " + path.getFileName() + " has a row of more than " + CsvDialect.LONGEST_ROW
                        + " characters; check that it is a table of rows. Nothing of it was imported.");
    }

    /// Splits the head; empty when the dialect does not divide the first line.
    public Optional<Split> split(CsvDialect dialect) {
        List<List<String>> rows = rows(dialect);
        return rows.isEmpty() || rows.getFirst().size() < 2 ? Optional.empty() : Optional.of(split(dialect, rows, 0));
    }

    /// Splits the head with each of the rows below the first as the header, for files that begin with words about
    /// the file. Rows that the dialect hardly divides are no headers.
    public List<Split> splitsBelow(CsvDialect dialect) {
        List<List<String>> rows = rows(dialect);
        List<Split> splits = new ArrayList<>();
        for (int row = 1; row < Math.min(rows.size(), LONGEST_PREAMBLE); row++) {
            if (rows.get(row).size() >= NARROWEST_BELOW) {
                splits.add(split(dialect, rows, row));
            }
        }
        return splits;
    }

    private static Split split(CsvDialect dialect, List<List<String>> rows, int header) {
        List<List<String>> below = List.copyOf(rows.subList(header + 1, rows.size()));
        List<String> names = List.copyOf(rows.get(header));
        return new Split(dialect, names, below, width(names, below), header);
    }

    private List<List<String>> rows(CsvDialect dialect) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = dialect.rows(new StringReader(text))) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields());
                if (rows.size() > SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException cutOff) {
            // The head can end within a quoted field; the rows before it are good.
        } catch (IOException impossible) {
            throw new IllegalStateException("Text in memory must be readable.", impossible);
        }
        return rows;
    }

    private static int width(List<String> header, List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > rows.size())
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(header.size());
    }
}
