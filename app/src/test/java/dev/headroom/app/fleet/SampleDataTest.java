package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.headroom.storage.source.price.ShippedPrices;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds `sample-data` to its generator and its README to its files.
final class SampleDataTest {
    @TempDir
    private Path folder;

    /// Contents are compared after unpacking, because compressors of other Java builds may pack differently.
    @Test
    void theSampleIsWhatItsCommandGenerates() throws Exception {
        new FleetGenerator(ShippedPrices.load(), 2).generate(SampleData.SPEC, folder, Silent.LISTENER);
        SortedMap<String, Integer> fresh = contents(folder);
        SortedMap<String, Integer> committed = contents(SampleData.FOLDER);
        assertThat(committed)
                .as("sample-data differs from what the generator makes now; raise the generator's version and run the "
                        + "command in its README")
                .isEqualTo(fresh);
    }

    private static SortedMap<String, Integer> contents(Path root) throws IOException {
        SortedMap<String, Integer> contents = new TreeMap<>();
        for (Path file : SampleData.files(root)) {
            try (BufferedReader reader = SampleData.open(file)) {
                contents.put(
                        root.relativize(file).toString(),
                        reader.lines().collect(Collectors.joining("\n")).hashCode());
            }
        }
        return contents;
    }

    @Test
    void theReadmeSaysThatEverythingIsGeneratedAndHow() throws Exception {
        assertThat(Files.readString(SampleData.FOLDER.resolve("README.md")))
                .contains("Everything in this folder is generated")
                .contains("--servers 48 --years 4 --seed 42 --until 2026-11-20 --hourly-days 60")
                .contains("| servers | 48 |")
                .contains("2022-11-21 to 2026-11-20")
                .contains("last 60 days");
    }

    @Test
    void theInventoryNamesAllServersAndTheirHistory() throws Exception {
        List<NamedCsvRecord> rows = SampleData.rows("inventory", "inventory");
        assertThat(rows.getFirst().getHeader()).isEqualTo(InventoryTable.HEADER);
        assertThat(rows.stream().map(row -> row.getField("resource")).distinct())
                .hasSize(48);
        assertThat(rows).hasSizeGreaterThan(48);
        assertThat(rows.stream().map(row -> row.getField("account")).distinct()).hasSize(5);
        assertThat(rows.stream().map(row -> row.getField("region")).distinct())
                .containsExactlyInAnyOrder("us-east-1", "us-gov-west-1");
    }

    @Test
    void dailyMetricsCoverFourYears() throws Exception {
        List<NamedCsvRecord> rows = SampleData.rows("utilization", "daily");
        assertThat(rows.getFirst().getHeader()).isEqualTo(UtilizationTables.DAILY_HEADER);
        assertThat(rows.stream().map(row -> row.getField("resource")).distinct())
                .hasSize(48);
        assertThat(rows.stream().map(row -> LocalDate.parse(row.getField("timestamp"))))
                .contains(SampleData.SPEC.firstDay(), SampleData.SPEC.lastDay())
                .allMatch(day -> !day.isBefore(SampleData.SPEC.firstDay()) && !day.isAfter(SampleData.SPEC.lastDay()));
    }

    @Test
    void hourlyMetricsCoverTheLastSixtyDays() throws Exception {
        List<NamedCsvRecord> rows = SampleData.rows("utilization", "hourly");
        assertThat(rows.getFirst().getHeader()).isEqualTo(UtilizationTables.HOURLY_HEADER);
        List<String> times =
                rows.stream().map(row -> row.getField("timestamp")).sorted().toList();
        assertThat(times.getFirst()).isEqualTo("2026-09-22T00:00:00Z");
        assertThat(times.getLast()).isEqualTo("2026-11-20T23:00:00Z");
    }

    @Test
    void theSampleIsSmall() throws Exception {
        long bytes = 0;
        for (Path file : SampleData.files(SampleData.FOLDER)) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(5_000_000);
    }
}
