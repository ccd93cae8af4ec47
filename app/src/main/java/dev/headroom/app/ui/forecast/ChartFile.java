package dev.headroom.app.ui.forecast;

import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.export.ExportSize;
import dev.headroom.charts.export.PdfWriter;
import dev.headroom.charts.export.PngWriter;
import dev.headroom.charts.export.SvgWriter;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.plot.Viewport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// A chart on disk, in the format that the ending of the file names.
final class ChartFile {
    private ChartFile() {}

    static Path write(Plot plot, Viewport view, Path target) throws IOException {
        Exhibit exhibit = Exhibit.of(plot, view);
        String name = target.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg")) {
            SvgWriter.write(exhibit, ExportSize.slide(), target);
        } else if (name.endsWith(".pdf")) {
            PdfWriter.write(exhibit, ExportSize.slide(), target);
        } else {
            PngWriter.write(exhibit, ExportSize.slide(), target);
        }
        return target;
    }
}
