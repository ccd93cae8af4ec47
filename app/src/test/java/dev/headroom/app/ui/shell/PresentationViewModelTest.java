package dev.headroom.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.export.Exhibit;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PresentationViewModelTest {
    private static PresentationViewModel.Slide slide(PanelId panel) {
        HeatmapData none = new HeatmapData(List.of(), List.of(), new double[0][]);
        return new PresentationViewModel.Slide(
                panel,
                new Exportable.Chart(
                        panel.label(),
                        () -> Exports.caption(panel.label(), ""),
                        caption -> Exhibit.of(none, caption),
                        Region::new));
    }

    private static final List<PresentationViewModel.Slide> SLIDES =
            List.of(slide(PanelId.OVERVIEW), slide(PanelId.RISK), slide(PanelId.RISK), slide(PanelId.RIGHTSIZING));

    @Test
    void itBeginsWithTheFirstChartOfThePanelInFront() {
        PresentationViewModel model = new PresentationViewModel(SLIDES, PanelId.RISK);
        assertThat(model.position()).isEqualTo("2 of 4");
        assertThat(new PresentationViewModel(SLIDES, PanelId.DATA).position()).isEqualTo("1 of 4");
    }

    @Test
    void itStopsAtTheEnds() {
        PresentationViewModel model = new PresentationViewModel(SLIDES, PanelId.RIGHTSIZING);
        model.move(1);
        assertThat(model.position()).isEqualTo("4 of 4");
        model.show(0);
        model.move(-1);
        assertThat(model.current().orElseThrow().panel()).isEqualTo(PanelId.OVERVIEW);
    }

    @Test
    void withoutChartsThereIsNothingToShow() {
        PresentationViewModel model = new PresentationViewModel(List.of(), PanelId.RISK);
        model.move(1);
        assertThat(model.current()).isEmpty();
    }
}
