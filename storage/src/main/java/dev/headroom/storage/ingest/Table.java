package dev.headroom.storage.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.scan.ScannedFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How a file is divided into rows of named fields.
///
/// @param separation what divides it, in words, such as `comma`
/// @param header the names of the fields
/// @param rows the first rows
/// @param width the number of fields of most rows
/// @param rowsOf opens the rows of the file from its text
/// @param scanned how a scan can read it, if it can
record Table(
        String separation,
        List<String> header,
        List<List<String>> rows,
        int width,
        RowsOf rowsOf,
        Optional<ScannedFile> scanned) {
    /// A table that only rows can be read from.
    Table(String separation, List<String> header, List<List<String>> rows, int width, RowsOf rowsOf) {
        this(separation, header, rows, width, rowsOf, Optional.empty());
    }

    /// Reads the rows of a file ahead. Where its rows stop being readable the scan ends; the import says why.
    RowScan scan(Path path) {
        return goOn -> {
            try (TextInput input = TextInput.open(path);
                    RowSource source = rowsOf.open(input.reader())) {
                Ahead ahead = new Ahead(goOn);
                while (ahead.goesOn && source.next(ahead)) {
                    // the rows are counted and judged when they are imported
                }
            } catch (IOException failure) {
                throw TextInput.problem(path, failure);
            } catch (UncheckedIOException | CsvParseException unreadable) {
                // as said above
            }
        };
    }

    private static final class Ahead implements RowSource.Taker {
        private final Predicate<SourceRow> goOn;
        private boolean goesOn = true;

        Ahead(Predicate<SourceRow> goOn) {
            this.goOn = goOn;
        }

        @Override
        public void row(SourceRow row) {
            goesOn = goOn.test(row);
        }

        @Override
        public void refused(long line, RowRefusedException why) {}
    }

    /// Opens the rows of a file.
    interface RowsOf {
        /// @param text from the start of the file
        RowSource open(Reader text);
    }
}
