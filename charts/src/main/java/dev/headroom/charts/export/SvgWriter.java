package dev.headroom.charts.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jfree.svg.SVGGraphics2D;

/// Writes a chart as SVG with real text.
///
/// The text names the shipped family and falls back to Inter and a sans-serif where that is not installed; its
/// lengths are written along, so that a fallback keeps the layout.
public final class SvgWriter {
    private SvgWriter() {}

    /// The chart as an SVG document.
    public static String document(Exhibit exhibit, ExportSize size) {
        SVGGraphics2D g = new SVGGraphics2D(size.width(), size.height());
        g.setDefsKeyPrefix("hr");
        // Double quotes: the style attribute around it is in single ones.
        g.setFontFunction(family -> "\"" + family + "\", Inter, sans-serif");
        exhibit.paint(g, size.width(), size.height(), 1);
        String element = g.getSVGElement();
        int head = element.indexOf('>', element.indexOf("<svg")) + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.substring(0, head) + "<title>"
                + escaped(exhibit.title()) + "</title>" + element.substring(head);
    }

    /// Writes to a stream, which stays open.
    public static void write(Exhibit exhibit, ExportSize size, OutputStream out) throws IOException {
        out.write(document(exhibit, size).getBytes(StandardCharsets.UTF_8));
    }

    /// Writes a file.
    public static void write(Exhibit exhibit, ExportSize size, Path file) throws IOException {
        Files.writeString(file, document(exhibit, size));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
