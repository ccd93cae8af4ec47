package dev.headroom.storage.source.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceRow;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;

/// The rows of a delimited file below its header.
public final class CsvRows implements RowSource {
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;

    /// @param text from the start of the file
    /// @param preamble how many rows stand before the header
    public CsvRows(CsvDialect dialect, Reader text, int preamble) {
        reader = dialect.rows(text);
        records = reader.iterator();
        for (int skipped = 0; skipped <= preamble && records.hasNext(); skipped++) {
            records.next();
        }
    }

    @Override
    public boolean next(Taker taker) {
        if (!records.hasNext()) {
            return false;
        }
        CsvRecord row = records.next();
        taker.row(new SourceRow(row.getStartingLineNumber(), row.getFields().toArray(String[]::new)));
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
