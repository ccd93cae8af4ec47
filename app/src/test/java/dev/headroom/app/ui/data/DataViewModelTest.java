package dev.headroom.app.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.usecase.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataViewModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final DataViewModel model =
            new DataViewModel(parts.fleet(), parts.shell(), parts.runner(), parts.formats(), () -> {});

    @TempDir
    Path folder;

    @BeforeEach
    void load() throws InterruptedException {
        parts.fleet().load();
        parts.settle();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void theFileWithRejectsIsShownFirst() {
        assertThat(model.stateProperty().get()).isInstanceOf(PanelState.Ready.class);
        assertThat(model.rows()).hasSize(2);
        assertThat(model.selectedProperty().get())
                .satisfies(row -> assertThat(row.file().rejected()).isEqualTo(37));
        assertThat(model.rejects()).hasSize(37);
    }

    @Test
    void theFiltersAddUpToAllRows() {
        List<ReasonFilter> filters = model.filters();
        assertThat(filters.getFirst().count()).isEqualTo(37);
        assertThat(filters.stream().skip(1).mapToInt(ReasonFilter::count).sum()).isEqualTo(37);
        model.filterProperty().set(filters.get(1));
        assertThat(model.rejects()).hasSize(filters.get(1).count());
    }

    @Test
    void reasonsThatDifferInWhatTheyQuoteAreOneReason() {
        Reject first = new Reject(1, "cpu", "x", "Duplicate of row 112,639 with another value");
        Reject second = new Reject(2, "cpu", "y", "Duplicate of row 7,001 with another value");
        assertThat(ReasonFilter.kind(first)).isEqualTo(ReasonFilter.kind(second));
    }

    @Test
    void savedRejectsKeepLineFieldValueAndReason() throws InterruptedException, IOException {
        Path target = folder.resolve("rejects.csv");
        model.saveRejects(target);
        parts.settle();
        assertThat(Files.readAllLines(target)).hasSize(38).startsWith("line,field,value,reason");
        assertThat(parts.shell().notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.title()).isEqualTo("Rejects saved"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndStays() throws InterruptedException {
        model.saveRejects(folder.resolve("missing").resolve("rejects.csv"));
        parts.settle();
        assertThat(parts.shell().notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.stays()).isTrue());
    }

    @Test
    void qualityCountsEachSeriesOnce() {
        assertThat(model.quality().getValue().known())
                .hasValueSatisfying(rows -> assertThat(
                                rows.stream().mapToInt(QualityRow::total).sum())
                        .isEqualTo(160));
    }
}
