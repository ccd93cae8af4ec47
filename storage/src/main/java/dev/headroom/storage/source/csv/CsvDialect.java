package dev.headroom.storage.source.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.util.List;

/// How a file separates its fields. Quotes are double quotes, doubled inside a field.
///
/// @param delimiter the character between fields
/// @param name what the user calls it
public record CsvDialect(char delimiter, String name) {
    /// The dialects that are tried, in this order.
    public static final List<CsvDialect> KNOWN = List.of(
            new CsvDialect(',', "comma"),
            new CsvDialect(';', "semicolon"),
            new CsvDialect('\t', "tab"),
            new CsvDialect('|', "pipe"));

    /// No row of a known format comes near this many characters.
    public static final int LONGEST_ROW = 1 << 20;

    /// No table of a known format has as many columns; the limit of the parser.
    public static final int MOST_COLUMNS = 16_384;

    /// Reads rows one by one. A row longer than [#LONGEST_ROW] or a quote that does not end throws a
    /// `CsvParseException`.
    public CsvReader<CsvRecord> rows(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(text);
    }
}
