package dev.headroom.charts.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.FontFace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/// Writes a chart as a one-page PDF whose text can be searched and copied; the typeface is embedded.
public final class PdfWriter {
    /// A unit is a CSS pixel, of which there are 96 to the inch; a PDF point is a 72nd of an inch.
    private static final float POINTS_PER_UNIT = 0.75f;

    private PdfWriter() {}

    /// Writes to a stream, which stays open.
    public static void write(Exhibit exhibit, ExportSize size, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(exhibit.title());
            document.getDocumentInformation().setCreator("Headroom");
            PDPage page = new PDPage(new PDRectangle(size.width() * POINTS_PER_UNIT, size.height() * POINTS_PER_UNIT));
            document.addPage(page);
            PDFormXObject form = form(document, exhibit, size);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS_PER_UNIT, POINTS_PER_UNIT));
                content.drawForm(form);
            }
            document.save(out);
        }
    }

    /// Writes a file.
    public static void write(Exhibit exhibit, ExportSize size, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(exhibit, size, out);
        }
    }

    /// The chart as a form that can also be placed on a page of a report; its size is in units.
    public static PDFormXObject form(PDDocument document, Exhibit exhibit, ExportSize size) throws IOException {
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, size.width(), size.height());
        try (PdfBoxGraphics2DFontTextDrawer text = new PdfBoxGraphics2DFontTextDrawer()) {
            for (FontFace face : FontFace.values()) {
                text.registerFont(ChartFonts.awt(face, 12).getFontName(), ChartFonts.open(face));
            }
            g.setFontTextDrawer(text);
            exhibit.paint(g, size.width(), size.height(), 1);
            g.dispose();
            return g.getXFormObject();
        }
    }
}
