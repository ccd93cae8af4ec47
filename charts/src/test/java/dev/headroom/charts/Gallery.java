package dev.headroom.charts;

import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.PdfWriter;
import dev.headroom.charts.export.PngWriter;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.plot.Plot;
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
