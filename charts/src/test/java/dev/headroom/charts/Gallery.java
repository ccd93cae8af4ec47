package dev.headroom.charts;

import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.PdfWriter;
import dev.headroom.charts.export.PngWriter;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Renders the sample charts into a folder for looking at them: `Gallery <folder>`.
final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        write(SampleCharts.forecast(), 826, 560, folder.resolve("forecast-light.png"));
        write(SampleCharts.forecast().withTheme(PlotTheme.dark()), 826, 560, folder.resolve("forecast-dark.png"));
        for (PlotTheme theme : new PlotTheme[] {PlotTheme.light(), PlotTheme.dark()}) {
            String end = "-" + theme.name() + ".png";
            write(SampleCharts.reliability().withTheme(theme), 300, 290, folder.resolve("reliability" + end));
            write(SampleCharts.frontier().withTheme(theme), 350, 240, folder.resolve("frontier" + end));
            write(SampleCharts.cost().withTheme(theme), 682, 290, folder.resolve("cost" + end));
        }
        double noon = SampleCharts.second(2026, 12, 20) + 43_200;
        int step = 0;
        for (double span : new double[] {86_400, 4 * 86_400.0, 12 * 86_400.0, 60 * 86_400.0, 700 * 86_400.0}) {
            Plot zoomed = SampleCharts.forecast().withHome(new Viewport(noon - span / 2, noon + span / 2));
            write(zoomed, 700, 220, folder.resolve("zoom-" + step++ + ".png"));
        }
        write(SampleCharts.forecast().withHome(SampleCharts.forecast().full()), 400, 220, folder.resolve("zoom-5.png"));
        write(SampleCharts.forecast().withSizes(PlotSizes.presentation()), 1312, 640, folder.resolve("slide.png"));
        Exhibit chart =
                Exhibit.of(SampleCharts.forecast(), SampleCharts.forecast().home());
        Exhibit grid = Exhibit.of(SampleCharts.risk(), Caption.titled("Five databases are likely to pass 80 %"));
        PngWriter.write(chart, ExportSize.slide(), folder.resolve("export-chart.png"));
        PngWriter.write(grid, ExportSize.slide(), folder.resolve("export-heatmap.png"));
        SvgWriter.write(chart, ExportSize.slide(), folder.resolve("export-chart.svg"));
        PdfWriter.write(chart, ExportSize.slide(), folder.resolve("export-chart.pdf"));
        PdfWriter.write(grid, ExportSize.slide(), folder.resolve("export-heatmap.pdf"));
    }

    static void write(Plot plot, int width, int height, Path file) throws IOException {
        BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        plot.paint(g, width, height, plot.home());
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
