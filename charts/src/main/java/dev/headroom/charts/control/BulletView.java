package dev.headroom.charts.control;

import dev.headroom.charts.axis.AxisLabel;
import dev.headroom.charts.axis.AxisMarks;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.Optional;
import javafx.scene.AccessibleRole;

/// A forecast of one amount on a line: bands of 95, 80 and 50 %, the median, and the reference (a budget, the
/// month before) as a dashed tick.
public final class BulletView extends CanvasRegion {
    private static final double BAR_TOP = 4;
    private static final double BAR = 16;

    /// The amounts of a bullet; a reference that is not known is NaN and is not drawn.
    public record Amounts(
            double low95,
            double low80,
            double low50,
            double median,
            double high50,
            double high80,
            double high95,
            double reference) {
        public Amounts {
            boolean rising = low95 <= low80
                    && low80 <= low50
                    && low50 <= median
                    && median <= high50
                    && high50 <= high80
                    && high80 <= high95;
            if (!rising) {
                throw new IllegalArgumentException(
                        "the quantiles of a bullet must rise, but median is " + median + ".");
            }
        }
    }

    private final ValueAxis axis;
    private Optional<Amounts> amounts = Optional.empty();

    /// A bullet whose figures are written like those of the axis.
    public BulletView(ValueAxis axis) {
        this.axis = axis;
        getStyleClass().add("bullet-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 44);
        setPrefSize(360, 44);
    }

    /// Shows other amounts.
    public void show(Amounts value) {
        amounts = Optional.of(value);
        String reference = Double.isNaN(value.reference())
                ? "no reference"
                : "reference " + axis.format().detail(value.reference(), axis.locale());
        setAccessibleText("Median " + axis.format().detail(value.median(), axis.locale()) + ", 80\u00a0% "
                + axis.format().range(value.low80(), value.high80(), axis.locale()) + ", " + reference);
        redraw();
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        amounts.ifPresent(value -> paint(pen, width, value));
    }

    private void paint(Pen pen, double width, Amounts value) {
        double low = Double.isNaN(value.reference()) ? value.low95() : Math.min(value.low95(), value.reference());
        double high = Double.isNaN(value.reference()) ? value.high95() : Math.max(value.high95(), value.reference());
        double pad = (high - low) * 0.35;
        AxisMarks marks = axis.fit(low - pad, high + pad);
        Scale scale = new Scale(marks.min(), marks.max(), width);
        double bottom = BAR_TOP + BAR;
        pen.horizontal(0, width, BAR_TOP + BAR / 2, color(ThemeColor.HAIR), 1);
        band(pen, scale, value.low95(), value.high95(), ThemeColor.BAND_95);
        band(pen, scale, value.low80(), value.high80(), ThemeColor.BAND_80);
        band(pen, scale, value.low50(), value.high50(), ThemeColor.BAND_50);
        double median = scale.px(value.median());
        pen.box(median - 1.25, BAR_TOP, median + 1.25, bottom, color(ThemeColor.ACCENT));
        if (!Double.isNaN(value.reference())) {
            double x = pen.crisp(scale.px(value.reference()), 2);
            pen.stroke(new Line2D.Double(x, 0, x, bottom + 5), color(ThemeColor.TEXT), Pen.dashed(2, 4, 2));
        }
        Pen.Letter letter = new Pen.Letter(FontFace.REGULAR, 11, color(ThemeColor.MUTED));
        for (AxisLabel label : marks.labels()) {
            double half = letter.width(label.text()) / 2;
            double x = Math.clamp(scale.px(label.from()), half, Math.max(half, width - half));
            pen.middle(label.text(), x, bottom + 14, Pen.Align.CENTRE, letter);
        }
    }

    private void band(Pen pen, Scale scale, double low, double high, ThemeColor token) {
        pen.box(scale.px(low), BAR_TOP, scale.px(high), BAR_TOP + BAR, color(token));
    }

    private Color color(ThemeColor token) {
        return getTheme().color(token);
    }

    private record Scale(double min, double max, double width) {
        double px(double value) {
            return (value - min) / (max - min) * width;
        }
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        // A tile does not react.
    }
}
