package dev.headroom.storage.ingest;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.csv.CsvDialect;
import dev.headroom.storage.source.csv.CsvRows;
import dev.headroom.storage.source.csv.FileHead;
import dev.headroom.storage.source.csv.InventoryReader;
import dev.headroom.storage.source.csv.RateReader;
import dev.headroom.storage.source.csv.TextInput;
import dev.headroom.storage.source.csv.UtilizationReader;
import dev.headroom.storage.source.cur.CurReader;
import dev.headroom.storage.source.export.ProviderBills;
import dev.headroom.storage.source.focus.FocusReader;
import dev.headroom.storage.source.json.JsonFields;
import dev.headroom.storage.source.json.JsonRows;
import dev.headroom.storage.source.opencost.AllocationRowReader;
import dev.headroom.storage.source.scan.ScannedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A file whose format was recognised by its content: its dialect, its header and a reader for its rows.
record Recognised(FileHead head, Table table, RowReader reader) {
    private static final int COLUMNS_SHOWN = 6;
    private static final Pattern DATA = Pattern.compile("-?\\d+(?:\\.\\d+)?|\\d{4}-\\d{2}-\\d{2}(?:[T ].*)?");

    /// Tries the known delimiters until one yields the header of a known format.
    ///
    /// @throws SourceException when none does, or a required column is missing
    static Recognised of(Path path, ImportOptions options) throws SourceException {
        if (ScannedFile.Parquet.isIn(path)) {
            return parquet(path, options);
        }
        FileHead head = FileHead.read(path);
        head.requireTable();
        if (JsonFields.areIn(head.text())) {
            return lines(head, options);
        }
        List<FileHead.Split> splits = new ArrayList<>();
        for (CsvDialect dialect : CsvDialect.KNOWN) {
            Optional<FileHead.Split> split = head.split(dialect);
            if (split.isPresent()) {
                Table table = table(head, split.get());
                Optional<RowReader> reader = reader(path, table, options);
                if (reader.isPresent()) {
                    return new Recognised(head, table, reader.get());
                }
                splits.add(split.get());
            }
        }
        Optional<Recognised> below = belowPreamble(head);
        if (below.isPresent()) {
            return below.get();
        }
        String name = "The file " + path.getFileName();
        if (splits.isEmpty()) {
            throw new SourceException(
                    ErrorCode.FILE_NO_DELIMITER,
                    name + " is not divided by commas, semicolons, tabs or pipes; save it as CSV.");
        }
        ProviderBills.refuseForeign(splits.getFirst().header());
        throw unknown(path, "columns", splits.getFirst().header());
    }

    private static Recognised lines(FileHead head, ImportOptions options) throws SourceException {
        List<String> header = JsonFields.of(head.path());
        List<List<String>> rows = JsonFields.sample(head.text(), FilePreview.ROWS).stream()
                .map(row ->
                        header.stream().map(name -> row.getOrDefault(name, "")).toList())
                .toList();
        Table.RowsOf rowsOf = text -> new JsonRows(text, header);
        Table table = new Table("line (JSON)", header, rows, header.size(), rowsOf);
        Optional<RowReader> reader = reader(head.path(), table, options);
        return new Recognised(head, table, reader.orElseThrow(() -> unknown(head.path(), "fields", header)));
    }

    /// Some portals write words about the bill above its header.
    private static Optional<Recognised> belowPreamble(FileHead head) throws SourceException {
        for (CsvDialect dialect : CsvDialect.KNOWN) {
            for (FileHead.Split split : head.splitsBelow(dialect)) {
                Table table = table(head, split);
                Optional<RowReader> reader = ProviderBills.reader(split.header(), table.scan(head.path()));
                if (reader.isPresent()) {
                    return Optional.of(new Recognised(head, table, reader.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Table table(FileHead head, FileHead.Split split) {
        Table.RowsOf rowsOf = text -> new CsvRows(split.dialect(), text, split.preamble());
        boolean plain = split.preamble() == 0
                && split.width() == split.header().size()
                && head.encoding().startsWith("UTF-8")
                && head.compression() != TextInput.Compression.ZIP;
        Optional<ScannedFile> scanned = plain
                ? Optional.of(new ScannedFile.Delimited(
                        head.path(), split.dialect().delimiter(), head.compression() == TextInput.Compression.GZIP))
                : Optional.empty();
        return new Table(split.dialect().name(), split.header(), split.rows(), split.width(), rowsOf, scanned);
    }

    private static Recognised parquet(Path path, ImportOptions options) throws SourceException {
        try {
            ScannedFile.Parquet file = ScannedFile.Parquet.of(path);
            Table.RowsOf none = _ -> {
                throw new IllegalStateException("A Parquet file is scanned.");
            };
            Table table = new Table(
                    "columns (Parquet)",
                    file.columns(),
                    file.sample(FilePreview.ROWS),
                    file.columns().size(),
                    none,
                    Optional.of(file));
            RowReader reader = reader(path, table, options)
                    .filter(bill -> bill.groups().isPresent())
                    .orElseThrow(() -> unknown(path, "columns", file.columns()));
            return new Recognised(new FileHead(path, "Parquet", TextInput.Compression.NONE, ""), table, reader);
        } catch (IOException failure) {
            throw new SourceException(
                    ErrorCode.FILE_UNREADABLE,
                    "The Parquet file " + path.getFileName() + " cannot be read; it is incomplete or damaged. Export it"
                            + " again.",
                    failure);
        }
    }

    private static SourceException unknown(Path path, String what, List<String> header) {
        String names = String.join(", ", header.subList(0, Math.min(COLUMNS_SHOWN, header.size())));
        if (what.equals("columns") && isData(header)) {
            return new SourceException(
                    ErrorCode.FILE_UNKNOWN_FORMAT,
                    "The first line of " + path.getFileName() + " is data (" + shortened(names)
                            + "); put a line with the names of the columns above it, such as timestamp,server,cpu_pct.");
        }
        Optional<String> lack = UtilizationReader.lack(header);
        if (lack.isPresent()) {
            return new SourceException(
                    ErrorCode.FILE_UNKNOWN_FORMAT,
                    "The file " + path.getFileName() + " has the " + what + " of no known format (" + shortened(names)
                            + "). " + lack.get());
        }
        return new SourceException(
                ErrorCode.FILE_UNKNOWN_FORMAT,
                "The file " + path.getFileName() + " has the " + what + " of no known format (" + shortened(names)
                        + "); FOCUS, AWS Cost and Usage Report, Azure, Google Cloud, Oracle Cloud and Alibaba Cloud bills,"
                        + " OpenCost, CloudWatch, Prometheus, utilization, inventory and rate files can be"
                        + " imported.");
    }

    /// True when a number or a time stands where the names of columns should.
    private static boolean isData(List<String> header) {
        return header.stream()
                .map(String::strip)
                .anyMatch(cell -> DATA.matcher(cell).matches());
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 159) + "…";
    }

    private static Optional<RowReader> reader(Path path, Table table, ImportOptions options) throws SourceException {
        List<String> header = table.header();
        if (FocusReader.recognises(header)) {
            return Optional.of(FocusReader.of(header));
        }
        if (CurReader.recognises(header)) {
            return Optional.of(CurReader.of(header));
        }
        if (AllocationRowReader.recognises(header)) {
            return Optional.of(AllocationRowReader.of(header, options));
        }
        if (RateReader.recognises(header)) {
            return Optional.of(RateReader.of(header));
        }
        if (InventoryReader.recognises(header)) {
            return Optional.of(InventoryReader.of(header));
        }
        Optional<RowReader> bill = ProviderBills.reader(header, table.scan(path));
        if (bill.isPresent()) {
            return bill;
        }
        return UtilizationReader.recognises(header)
                ? Optional.of(UtilizationReader.of(header, options))
                : Optional.empty();
    }

    FilePreview preview() {
        List<String> recognised = reader.recognised();
        Set<String> used = new HashSet<>(recognised);
        List<String> header = table.header().stream().map(String::strip).toList();
        List<String> ignored =
                header.stream().filter(name -> !used.contains(name)).toList();
        String packed = switch (head.compression()) {
            case NONE -> "";
            case GZIP -> ", gzip";
            case ZIP -> ", ZIP";
        };
        return new FilePreview(
                head.path(),
                reader.format(),
                table.separation(),
                head.encoding() + packed,
                recognised,
                ignored,
                header,
                table.rows().subList(0, Math.min(FilePreview.ROWS, table.rows().size())),
                reader.assumed());
    }
}
