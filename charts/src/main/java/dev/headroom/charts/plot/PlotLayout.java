package dev.headroom.charts.plot;

import dev.headroom.charts.axis.AxisLabel;
import dev.headroom.charts.axis.AxisMarks;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.layer.EndLabel;
import dev.headroom.charts.layer.Extent;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/// Where the parts of a plot lie at one size and in one view, in units from its upper left corner.
public final class PlotLayout {
    static final double LEGEND_ROW = 26;
    static final double LABEL_GAP = 8;

    private final double width;
    private final double height;
    private final Rectangle2D area;
    private final AxisMarks x;
    private final AxisMarks y;
    private final List<EndLabel> endLabels;

    private PlotLayout(
            double width, double height, Rectangle2D area, AxisMarks x, AxisMarks y, List<EndLabel> endLabels) {
        this.width = width;
        this.height = height;
        this.area = area;
        this.x = x;
        this.y = y;
        this.endLabels = endLabels;
    }

    static PlotLayout of(Plot plot, double width, double height, Viewport viewport) {
        PlotSizes sizes = plot.sizes();
        double scale = sizes.markScale();
        Optional<Extent> values = plot.layers().stream()
                .flatMap(layer -> layer.values(viewport.from(), viewport.to()).stream())
                .reduce(Extent::union);
        AxisMarks y = plot.yAxis()
                .fit(
                        values.map(Extent::min).orElse(Double.NaN),
                        values.map(Extent::max).orElse(Double.NaN));
        List<EndLabel> ends = plot.layers().stream()
                .flatMap(layer -> layer.endLabel(viewport.to()).stream())
                .toList();
        double left = widest(y, sizes) + LABEL_GAP * scale;
        if (!plot.yAxis().title().isEmpty()) {
            left += sizes.axisFont() + 10 * scale;
        }
        double right = 6 * scale;
        for (EndLabel end : ends) {
            right = Math.max(
                    right, ChartFonts.width(FontFace.MEDIUM, sizes.axisFont(), end.text()) + 2 * LABEL_GAP * scale);
        }
        if (plot.xAxis() instanceof ValueAxis) {
            right = Math.max(right, 18 * sizes.axisFont() / 11);
        }
        double top = topRoom(plot, sizes, width);
        double bottom = 13 * scale + sizes.axisFont();
        if (plot.xAxis() instanceof ValueAxis values2 && !values2.title().isEmpty()) {
            bottom += sizes.axisFont() + 8 * scale;
        }
        bottom += plot.layers().stream()
                .mapToDouble(layer -> layer.bottomRoom(sizes))
                .max()
                .orElse(0);
        double areaWidth = Math.max(20, width - left - right);
        double areaHeight = Math.max(20, height - top - bottom);
        if (plot.shape() == Plot.Shape.SQUARE) {
            areaWidth = Math.min(areaWidth, areaHeight);
            areaHeight = areaWidth;
        }
        Rectangle2D area = new Rectangle2D.Double(Math.ceil(left), Math.ceil(top), areaWidth, areaHeight);
        AxisMarks x = plot.xAxis().marks(viewport.from(), viewport.to(), areaWidth, sizes.axisFont());
        return new PlotLayout(width, height, area, x, y, ends);
    }

    private static double topRoom(Plot plot, PlotSizes sizes, double width) {
        double room = sizes.axisFont() / 2 + 4;
        for (PlotLayer layer : plot.layers()) {
            room = Math.max(room, layer.topRoom(sizes));
        }
        int rows = plot.legendPlace() == Plot.Legend.NONE
                ? 0
                : new LegendPainter(plot.theme(), sizes)
                        .rows(plot.legend(), width)
                        .size();
        return room + rows * LEGEND_ROW * sizes.markScale();
    }

    private static double widest(AxisMarks marks, PlotSizes sizes) {
        double widest = 0;
        for (AxisLabel label : marks.labels()) {
            widest = Math.max(widest, ChartFonts.width(FontFace.REGULAR, sizes.axisFont(), label.text()));
        }
        return widest;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /// The plot area.
    public Rectangle2D area() {
        return (Rectangle2D) area.clone();
    }

    /// The ticks and labels of the horizontal axis.
    public AxisMarks x() {
        return x;
    }

    /// The ticks and labels of the vertical axis.
    public AxisMarks y() {
        return y;
    }

    /// Where the words on the horizontal axis begin and end, so that a pill can hide the ones it touches.
    public List<Extent> labelSpans(PlotSizes sizes) {
        return PlacedLabel.place(this, sizes).stream()
                .map(label -> new Extent(label.left(), label.right()))
                .toList();
    }

    List<EndLabel> endLabels() {
        return endLabels;
    }

    /// The pixel of a position.
    public double px(double position) {
        return area.getMinX() + (position - x.min()) / (x.max() - x.min()) * area.getWidth();
    }

    /// The pixel of a value.
    public double py(double value) {
        return area.getMaxY() - (value - y.min()) / (y.max() - y.min()) * area.getHeight();
    }

    /// The position under a pixel.
    public double positionAt(double px) {
        return x.min() + (px - area.getMinX()) / area.getWidth() * (x.max() - x.min());
    }

    /// The value under a pixel.
    public double valueAt(double py) {
        return y.min() + (area.getMaxY() - py) / area.getHeight() * (y.max() - y.min());
    }
}
