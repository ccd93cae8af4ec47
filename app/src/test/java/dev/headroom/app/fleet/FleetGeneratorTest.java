package dev.headroom.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.source.price.ShippedPrices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleetGeneratorTest {
    private static final FleetSpec SMALL = FleetSpec.of(13, 1, 7, LocalDate.of(2026, 11, 20))
            .withHourlyDays(20)
            .withBillingMonths(3);

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
        generate(SMALL, "one", 1);
        generate(SMALL, "four", 4);
        assertThat(contents("one")).isEqualTo(contents("four")).hasSizeGreaterThan(10);
    }

    @Test
    void anotherSeedGivesOtherMetricsAndAnotherBill() throws Exception {
        generate(SMALL, "seven", 2);
        generate(FleetSpec.of(13, 1, 8, SMALL.lastDay()).withHourlyDays(20).withBillingMonths(3), "eight", 2);
        SortedMap<String, String> eight = contents("eight");
        SortedMap<String, String> seven = contents("seven");
        // What exists beside servers is the same in every fleet; what it used is not.
        seven.keySet().removeIf(name -> name.endsWith("assets.csv"));
        seven.forEach((name, content) -> assertThat(eight.get(name)).as(name).isNotEqualTo(content));
    }

    @Test
    void packedAndPlainTablesHoldTheSame() throws Exception {
        GenerateReport packed = generate(SMALL, "packed", 2);
        GenerateReport plain = generate(SMALL.withPacking(FleetSpec.Packing.PLAIN), "plain", 2);
        assertThat(hashes(packed)).isEqualTo(hashes(plain));
        assertThat(folder.resolve("plain/utilization/daily-web.csv")).exists();
        assertThat(folder.resolve("packed/utilization/daily-web.csv.gz")).exists();
        assertThat(packed.bytes()).isLessThan(plain.bytes() / 3);
    }

    private static SortedMap<String, String> hashes(GenerateReport report) {
        SortedMap<String, String> hashes = new TreeMap<>();
        report.files().stream()
                .filter(file -> file.name().contains(".csv"))
                .forEach(file -> hashes.put(file.name().replace(".gz", ""), file.contentSha256()));
        return hashes;
    }

    @Test
    void aFleetWithoutHoursAndBillHasNeither() throws Exception {
        GenerateReport report = generate(SMALL.withHourlyDays(0).withBillingMonths(0), "bare", 2);
        assertThat(report.files())
                .noneMatch(file -> file.name().contains("hourly") || file.name().contains("focus"));
        assertThat(report.billed()).isZero();
    }

    @Test
    void oneServerIsAFleet() throws Exception {
        GenerateReport report = generate(FleetSpec.of(1, 1, 1, SMALL.lastDay()).withHourlyDays(1), "single", 2);
        assertThat(report.values()).isBetween(8L * 300, 8L * 365 + 96);
        assertThat(report.billed()).isPositive();
    }

    @Test
    void everyArchetypeHasItsShare() {
        assertThat(FleetPlanner.plan(FleetSpec.of(120, 4, 42, SMALL.lastDay()), ShippedPrices.load()))
                .hasSize(120)
                .satisfies(plans -> {
                    assertThat(plans.stream().map(ServerPlan::id)).doesNotHaveDuplicates();
                    for (Archetype archetype : Archetype.values()) {
                        assertThat(plans.stream()
                                        .filter(plan -> plan.archetype() == archetype)
                                        .count())
                                .isBetween((long) (120 * archetype.share()), (long) (120 * archetype.share()) + 1);
                    }
                });
    }

    @Test
    void aCancelledGenerationStops() {
        GenerationListener stop = new GenerationListener() {
            @Override
            public void report(String what, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> new FleetGenerator(ShippedPrices.load(), 2).generate(SMALL, folder, stop))
                .isInstanceOf(CancellationException.class);
    }

    private GenerateReport generate(FleetSpec spec, String name, int threads) throws Exception {
        return new FleetGenerator(ShippedPrices.load(), threads).generate(spec, folder.resolve(name), Silent.LISTENER);
    }

    private SortedMap<String, String> contents(String name) throws Exception {
        SortedMap<String, String> contents = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
