package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the advice to what is planted in the volumes, databases, functions and the like of the sample.
class SampleAssetsTest {
    private static final Path SAMPLE = Path.of("..", "sample-data");
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("gp2", "change"),
            Map.entry("over-provisioned", "change"),
            Map.entry("too-large", "change"),
            Map.entry("too-small", "change"),
            Map.entry("sequential", "change"),
            // To other processors, and not to less memory.
            Map.entry("near-timeout", "change"),
            Map.entry("idle", "delete"),
            Map.entry("unattached", "delete"),
            Map.entry("orphaned", "delete"),
            Map.entry("right", "keep"),
            Map.entry("too-young", "keep"),
            Map.entry("no-price", "undecided"));

    @TempDir
    Path folder;

    @Test
    void whatIsPlantedIsFound() throws Exception {
        Path workspace = folder.resolve("workspace");
        CommandRun imported = CommandRun.of(
                "import",
                SAMPLE.resolve("inventory/assets.csv"),
                SAMPLE.resolve("utilization/assets.csv.gz"),
                "--workspace",
                workspace,
                "--quiet");
        assertThat(imported.out()).contains("0 rejected").doesNotContain(", 0 accepted");
        JsonNode rows = new ObjectMapper()
                .readTree(CommandRun.of("rightsize", "--kind", "all", "--json", "--workspace", workspace, "--quiet")
                        .out());
        Map<String, String> advised = new TreeMap<>();
        rows.forEach(row ->
                advised.put(row.get("resource").asText(), row.get("action").asText()));
        Map<String, String> planted = new TreeMap<>();
        List<String> truth = Files.readAllLines(SAMPLE.resolve("truth-assets.csv"));
        truth.stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> planted.put(cells[0], EXPECTED.getOrDefault(cells[2], cells[2])));
        assertThat(advised).hasSizeGreaterThan(30).isEqualTo(planted);
        assertThat(rows)
                .filteredOn(row -> row.get("resource").asText().equals("fn-export"))
                .allSatisfy(row -> assertThat(row.get("to_type").asText()).isEqualTo("1,024 MB, arm64"));
    }
}
