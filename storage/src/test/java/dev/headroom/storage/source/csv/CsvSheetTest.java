package dev.headroom.storage.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.storage.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSheetTest {
    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("sheet.csv"), text);
    }

    @Test
    void columnsStandInAnyOrderAndLinesAreCounted() throws Exception {
        CsvSheet sheet = CsvSheet.read(
                file("# said by us, in 2026\nEnd;Commitment\n2027-01-01;sp-1\n;sp-2\n"), List.of("commitment", "end"));
        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.rows().getFirst().line()).isEqualTo(3);
        assertThat(sheet.rows().getFirst().text("commitment")).isEqualTo("sp-1");
        assertThat(sheet.rows().getFirst().text("end")).isEqualTo("2027-01-01");
        assertThat(sheet.rows().getLast().text("end")).isEmpty();
        assertThat(sheet.rows().getLast().text("other")).isEmpty();
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        Path file = file("commitment\nsp-1\n");
        assertThatThrownBy(() -> CsvSheet.read(file, List.of("commitment", "end")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no column end");
    }

    @Test
    void aFileThatIsNotThereIsNoSheet() {
        assertThatThrownBy(() -> CsvSheet.read(folder.resolve("none.csv"), List.of("commitment")))
                .isInstanceOf(SourceException.class);
    }
}
