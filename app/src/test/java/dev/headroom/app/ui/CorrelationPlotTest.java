package dev.headroom.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.ui.adapter.ExplorePlots;
import dev.headroom.app.usecase.FleetExploration;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.PngWriter;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.explore.CorrelationMatrix;
import dev.headroom.engine.quantity.ResourceKind;
import org.junit.jupiter.api.Test;

class CorrelationPlotTest {
    @Test
    void theMatrixIsDrawnWithItsNamesAndFigures() {
        FleetExploration fleet = InventedSeries.fleet(ResourceKind.CPU);
        CorrelationMatrix matrix = fleet.correlation();
        Plot plot = ExplorePlots.correlation(matrix.series(), matrix, CorrelationMatrix.Pair::spearman);
        Exhibit page = Exhibit.of(plot, plot.home());
        String svg = SvgWriter.document(page, ExportSize.slide());

        matrix.series().forEach(name -> assertThat(svg).contains(">" + name + "<"));
        assertThat(svg).contains(">1.00<");
        assertThat(PngWriter.image(page, ExportSize.slide()).getWidth()).isEqualTo(2880);
    }
}
