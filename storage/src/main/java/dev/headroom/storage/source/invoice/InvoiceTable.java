package dev.headroom.storage.source.invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.CsvDialect;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.TextInput;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of an invoice with their names, whatever its notation.
///
/// @param header the names of the fields
record InvoiceTable(List<String> header, List<Row> rows) {
    /// An invoice is written for people; a longer file is none.
    private static final int LONGEST = 16_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /// @param line counted from 1
    record Row(long line, List<String> fields) {}

    static InvoiceTable read(Path file) throws SourceException {
        FileHead head = FileHead.read(file);
        String start = head.text().stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? ofJson(file) : ofCsv(file, head);
    }

    private static InvoiceTable ofCsv(Path file, FileHead head) throws SourceException {
        CsvDialect dialect = CsvDialect.KNOWN.getFirst();
        for (CsvDialect one : CsvDialect.KNOWN) {
            Optional<FileHead.Split> split = head.split(one);
            if (split.isPresent() && InvoiceColumn.isHeader(split.get().header())) {
                dialect = one;
            }
        }
        List<String> header = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (TextInput input = TextInput.open(file);
                CsvReader<CsvRecord> records = dialect.rows(input.reader())) {
            for (CsvRecord row : records) {
                if (header.isEmpty()) {
                    header.addAll(row.getFields());
                } else if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    rows.add(new Row(row.getStartingLineNumber(), row.getFields()));
                }
            }
        } catch (UncheckedIOException e) {
            throw TextInput.problem(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw TextInput.problem(file, e);
        } catch (CsvParseException e) {
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_QUOTES,
                    "The invoice " + file.getFileName()
                            + " has a row that does not end; look for a quotation mark that is not closed.",
                    e);
        }
        return new InvoiceTable(header, rows);
    }

    private static InvoiceTable ofJson(Path file) throws SourceException {
        String text = text(file);
        List<JsonNode> objects = new ArrayList<>();
        try {
            JSON.readerFor(JsonNode.class).<JsonNode>readValues(text).forEachRemaining(objects::add);
        } catch (JsonProcessingException e) {
            throw broken(file, e);
        } catch (IOException e) {
            throw TextInput.problem(file, e);
        } catch (RuntimeException e) {
            throw broken(file, e);
        }
        if (objects.size() == 1) {
            objects = list(objects.getFirst());
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode object : objects) {
            if (!object.isObject()) {
                throw broken(
                        file, new IllegalArgumentException(object.getNodeType().toString()));
            }
            object.fieldNames().forEachRemaining(names::add);
        }
        List<String> header = List.copyOf(names);
        List<Row> rows = new ArrayList<>();
        for (JsonNode object : objects) {
            rows.add(new Row(
                    rows.size() + 1L,
                    header.stream().map(name -> text(object.get(name))).toList()));
        }
        return new InvoiceTable(header, rows);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull()
                ? ""
                : value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /// The objects of a list, or of the first list in an object; else the object itself.
    private static List<JsonNode> list(JsonNode node) {
        JsonNode list = node;
        if (node.isObject()) {
            for (JsonNode child : node) {
                if (child.isArray()) {
                    list = child;
                    break;
                }
            }
        }
        List<JsonNode> objects = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(objects::add);
        } else {
            objects.add(list);
        }
        return objects;
    }

    private static SourceException broken(Path file, Exception why) {
        return new SourceException(
                ErrorCode.FILE_UNKNOWN_FORMAT,
                "The invoice " + file.getFileName()
                        + " is no list of JSON objects with the fields amount and currency.",
                why);
    }

    private static String text(Path file) throws SourceException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        try (TextInput input = TextInput.open(file)) {
            Reader reader = input.reader();
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
                if (text.length() > LONGEST) {
                    throw new SourceException(
                            ErrorCode.FILE_UNSUPPORTED,
                            "The invoice " + file.getFileName() + " has more than " + LONGEST
                                    + " characters; import bills with headroom import.");
                }
            }
        } catch (IOException e) {
            throw TextInput.problem(file, e);
        }
        return text.toString();
    }
}
