package dev.headroom.charts.export;

/// The size of an exported chart in units (pixels at 100 %) and how many pixels make one unit in a PNG.
public record ExportSize(int width, int height, double scale) {
    public ExportSize {
        if (width < 200 || height < 150 || !(scale > 0)) {
            throw new IllegalArgumentException("size (%d by %d at %s) is too small.".formatted(width, height, scale));
        }
    }

    /// A slide: 1440 by 900, twice as many pixels.
    public static ExportSize slide() {
        return new ExportSize(1440, 900, 2);
    }
}
