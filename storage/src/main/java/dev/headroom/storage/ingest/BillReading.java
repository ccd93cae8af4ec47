package dev.headroom.storage.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.RowSource;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.UsageMetric;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.scan.ScannedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/// Reads the rows of a bill one by one without keeping them, as fine as the file tells them: the cache keeps
/// bills by day. Rows that an import would refuse are left out.
public final class BillReading implements RowSink, RowSource.Taker {
    private final RowReader reader;
    private final Consumer<ChargeRecord> taker;

    private BillReading(RowReader reader, Consumer<ChargeRecord> taker) {
        this.reader = reader;
        this.taker = taker;
    }

    /// @throws SourceException when the file cannot be read row by row
    public static void charges(Path file, Consumer<ChargeRecord> taker) throws SourceException {
        if (ScannedFile.Parquet.isIn(file)) {
            throw new SourceException(
                    ErrorCode.FILE_UNSUPPORTED,
                    "The Parquet file " + file.getFileName() + " cannot be read row by row; export it as CSV.");
        }
        Recognised recognised = Recognised.of(file, ImportOptions.none());
        BillReading reading = new BillReading(recognised.reader(), taker);
        try (TextInput input = TextInput.open(file);
                RowSource rows = recognised.table().rowsOf().open(input.reader())) {
            boolean more = true;
            while (more) {
                more = rows.next(reading);
            }
        } catch (IOException failure) {
            throw TextInput.problem(file, failure);
        } catch (UncheckedIOException failure) {
            throw TextInput.problem(file, Objects.requireNonNull(failure.getCause()));
        } catch (CsvParseException broken) {
            throw new SourceException(
                    ErrorCode.FILE_BROKEN_QUOTES,
                    "The file " + file.getFileName()
                            + " has a row that does not end; look for a quotation mark that is not closed.",
                    broken);
        }
    }

    @Override
    public void row(SourceRow row) {
        try {
            reader.read(row, this);
        } catch (RowRefusedException refused) {
            reject(row.line(), refused);
        }
    }

    @Override
    public void refused(long line, RowRefusedException why) {}

    @Override
    public void charge(long line, ChargeRecord charge, RowIdentity identity) {
        taker.accept(charge);
    }

    @Override
    public void reading(long line, UsageMetric metric, String resource, Instant at, Extent extent, double value) {}

    @Override
    public void server(long line, Server server) {}

    @Override
    public void reject(long line, RowRefusedException refused) {}
}
