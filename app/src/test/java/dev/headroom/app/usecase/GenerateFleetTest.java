package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.app.fleet.FleetSpec;
import dev.headroom.app.fleet.GenerateReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateFleetTest {
    private static final FleetSpec SMALL =
            FleetSpec.of(6, 1, 3, LocalDate.of(2026, 11, 20)).withHourlyDays(2).withBillingMonths(2);

    @TempDir
    private Path folder;

    @Test
    void aFleetIsWrittenAndItsProgressReported() throws Exception {
        AtomicLong reports = new AtomicLong();
        Progress progress = new Progress() {
            @Override
            public void report(String what, long done, long total) {
                assertThat(done).isBetween(1L, total);
                reports.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        GenerateReport report = new GenerateFleet(2).run(SMALL, folder.resolve("new/fleet"), progress);
        assertThat(reports).hasValue(6 + 2);
        assertThat(report.files())
                .allSatisfy(
                        file -> assertThat(report.folder().resolve(file.name())).hasSize(file.bytes()));
    }

    @Test
    void anEarlierFleetIsReplacedWithoutLeftovers() throws Exception {
        new GenerateFleet(2).run(SMALL.withBillingMonths(4), folder, Progress.NONE);
        assertThat(folder.resolve("billing/focus-2026-08.csv.gz")).exists();
        new GenerateFleet(2).run(SMALL, folder, Progress.NONE);
        assertThat(folder.resolve("billing/focus-2026-08.csv.gz")).doesNotExist();
        assertThat(folder.resolve("billing/focus-2026-11.csv.gz")).exists();
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> new GenerateFleet(2).run(SMALL, folder, Progress.NONE))
                .isInstanceOfSatisfying(UseCaseException.class, e -> {
                    assertThat(e.kind()).isEqualTo(UseCaseException.Kind.USAGE);
                    assertThat(e.code()).isEqualTo("HR-3102");
                });
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new GenerateFleet(2).run(SMALL, file.resolve("below"), Progress.NONE))
                .isInstanceOfSatisfying(
                        UseCaseException.class, e -> assertThat(e.code()).isEqualTo("HR-3101"))
                .hasMessageContaining("below");
    }
}
