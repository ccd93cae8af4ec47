package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports a folder of files twice and prints what became of each. Run on request:
/// `mvn -pl storage -am test -Dtest=GivenFilesTest -DexcludedTags=none -Dheadroom.files=FOLDER
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("slow")
final class GivenFilesTest {
    @Test
    void theSecondImportOfAFolderChangesNothing(@TempDir Path folder) throws Exception {
        List<Path> given = List.of(Path.of(System.getProperty("headroom.files", "headroom.files is not set")));
        assertThat(given.getFirst()).exists();
        try (Workspace workspace = Workspace.open(folder)) {
            long start = System.nanoTime();
            IngestReport first = workspace.ingest().importPaths(given, IngestProgress.none(), Instant.EPOCH);
            first.files().forEach(GivenFilesTest::print);
            System.out.println((System.nanoTime() - start) / 1_000_000 + " ms, "
                    + Files.size(folder.resolve("headroom.mv.db")) + " bytes, "
                    + workspace.series().catalog().size() + " series");
            var billed = workspace.charges().totals(CostBasis.BILLED);
            var effective = workspace.charges().totals(CostBasis.EFFECTIVE);
            System.out.println("billed " + billed + " effective " + effective);
            workspace.series().catalog().stream().limit(12).forEach(System.out::println);
            IngestReport second = workspace.ingest().importPaths(given, IngestProgress.none(), Instant.EPOCH);
            for (int i = 0; i < first.files().size(); i++) {
                FileReport before = first.files().get(i);
                FileReport after = second.files().get(i);
                System.out.println(after.path().getFileName() + ": again accepted " + after.accepted() + " duplicates "
                        + after.duplicates());
                assertThat(after.accepted()).isZero();
                assertThat(after.rows()).isEqualTo(before.rows());
                assertThat(after.billed()).isEqualTo(before.billed());
            }
            assertThat(workspace.charges().totals(CostBasis.BILLED)).isEqualTo(billed);
        }
        System.out.println("closed: " + Files.size(folder.resolve("headroom.mv.db")) + " bytes");
    }

    private static void print(FileReport file) {
        System.out.println(file.path().getFileName() + ": " + file.format().code() + " rows " + file.rows()
                + " accepted " + file.accepted() + " rejected " + file.rejected() + " duplicates " + file.duplicates()
                + " billed " + file.billed() + " first " + file.first() + " last " + file.last() + " " + file.error()
                + " " + file.notes());
        file.rejects().stream().limit(5).forEach(row -> System.out.println("    " + row));
    }
}
