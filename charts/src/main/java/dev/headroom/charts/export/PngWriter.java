package dev.headroom.charts.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes a chart as a PNG with a white ground.
public final class PngWriter {
    private PngWriter() {}

    /// Writes to a stream, which stays open.
    public static void write(Exhibit exhibit, ExportSize size, OutputStream out) throws IOException {
        if (!ImageIO.write(image(exhibit, size), "png", out)) {
            throw new IOException("This Java has no PNG encoder.");
        }
    }

    /// Writes a file.
    public static void write(Exhibit exhibit, ExportSize size, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(exhibit, size, out);
        }
    }

    /// The chart as pixels.
    public static BufferedImage image(Exhibit exhibit, ExportSize size) {
        int width = (int) Math.round(size.width() * size.scale());
        int height = (int) Math.round(size.height() * size.scale());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(size.scale(), size.scale());
            exhibit.paint(g, size.width(), size.height(), size.scale());
        } finally {
            g.dispose();
        }
        return image;
    }
}
