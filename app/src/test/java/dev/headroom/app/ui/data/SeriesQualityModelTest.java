package dev.headroom.app.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.FakeSession;
import dev.headroom.app.ui.ViewModels;
import dev.headroom.app.ui.data.SeriesQualityModel.Shown;
import dev.headroom.engine.series.SeriesQuality.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesQualityModelTest {
    private final ViewModels parts = new ViewModels(FakeSession.filled());
    private final SeriesQualityModel model = new SeriesQualityModel(parts.fleet(), parts.formats());

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
    void theWorstSeriesStandsFirstAndIsLookedAt() {
        assertThat(model.rows()).hasSize(160);
        assertThat(model.rows().getFirst().quality().verdict()).isNotEqualTo(Verdict.GOOD);
        assertThat(model.rows()).extracting(row -> row.quality().score()).isSortedAccordingTo(Integer::compare);
        assertThat(model.selectedProperty().get()).isEqualTo(model.rows().getFirst());
        assertThat(model.subtitle()).isEqualTo("160 of 160 series");
    }

    @Test
    void verdictAndWordsNarrowTheListTogether() {
        model.shownProperty().set(Shown.WATCH);
        assertThat(model.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.quality().verdict()).isEqualTo(Verdict.WATCH));
        int watched = model.rows().size();
        model.textProperty().set("  METER may be stuck ");
        assertThat(model.rows()).hasSizeBetween(1, watched);
        assertThat(model.rows())
                .allSatisfy(row ->
                        assertThat(String.join(" ", row.quality().reasons())).contains("stuck"));
        model.textProperty().set("no such server");
        assertThat(model.rows()).isEmpty();
        assertThat(model.selectedProperty().get()).isNull();
    }

    @Test
    void theChosenSeriesStaysWhileItPasses() {
        SeriesRow chosen = model.rows().get(7);
        model.selectedProperty().set(chosen);
        model.textProperty().set(chosen.resource());
        assertThat(model.selectedProperty().get()).isEqualTo(chosen);
    }

    @Test
    void hostsAreShownUnderTheirPseudonyms() {
        String real = model.rows().getFirst().resource();
        parts.shell().pseudonymsProperty().set(true);
        assertThat(model.rows()).extracting(SeriesRow::resource).doesNotContain(real);
    }
}
