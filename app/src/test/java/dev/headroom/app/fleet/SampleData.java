package dev.headroom.app.fleet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The committed sample and what it was made from.
final class SampleData {
    static final Path FOLDER = Path.of("..", "sample-data");
    static final FleetSpec SPEC =
            FleetSpec.of(48, 4, 42, LocalDate.of(2026, 11, 20)).withHourlyDays(60);

    private SampleData() {}

    /// All rows of the tables in a folder whose name begins so, by file name.
    static List<NamedCsvRecord> rows(String part, String prefix) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        for (Path file : files(FOLDER.resolve(part))) {
            if (file.getFileName().toString().startsWith(prefix)) {
                try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(open(file))) {
                    reader.forEach(rows::add);
                }
            }
        }
        return rows;
    }

    static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
