package dev.headroom.charts.control;

import dev.headroom.charts.axis.AxisMarks;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.data.LineData;
import dev.headroom.charts.layer.LineLayer;
import dev.headroom.charts.layer.LineStyle;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.layer.PlotFrame;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;

/// A line without axes for a table cell or a tile.
public final class Sparkline extends CanvasRegion {
    private Optional<LineData> shown = Optional.empty();
    private ThemeColor token = ThemeColor.HISTORY;

    public Sparkline() {
        getStyleClass().add("sparkline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(24, 12);
        setPrefSize(96, 20);
    }

    /// Shows other values; `spoken` says in words what the line shows.
    public void show(LineData data, String spoken) {
        shown = Optional.of(data);
        setAccessibleText(spoken);
        redraw();
    }

    /// Draws in another colour.
    public void paintIn(ThemeColor color) {
        token = color;
        redraw();
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        shown.filter(data -> data.size() > 1).ifPresent(data -> {
            double min = data.pyramid().min(0, data.size());
            double max = data.pyramid().max(0, data.size());
            if (Double.isNaN(min)) {
                return;
            }
            double pad = max > min ? 0 : Math.max(1, Math.abs(max)) / 2;
            ValueAxis axis = ValueAxis.fitted(ValueFormat.number(""));
            PlotFrame frame = new PlotFrame(
                    pen,
                    getTheme(),
                    PlotSizes.screen(),
                    new Rectangle2D.Double(1, 2, width - 2, height - 4),
                    axis,
                    new AxisMarks(data.x(0), data.x(data.size() - 1), new double[0], List.of()),
                    axis,
                    new AxisMarks(min - pad, max + pad, new double[0], List.of()));
            new LineLayer("", data, LineStyle.solid(Ink.of(token), 1.3), LineLayer.Naming.NONE).paint(frame);
        });
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        // A sparkline does not react.
    }
}
