package dev.headroom.charts.layer;

import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.ThemeColor;

/// The line between what was observed and what is forecast, with the two words at its top.
public record HistoryForecastDivider(double position) implements PlotLayer {
    private static final String LEFT_WORD = "History";
    private static final String RIGHT_WORD = "Forecast";

    @Override
    public void paint(PlotFrame frame) {
        if (position < frame.from() || position > frame.to()) {
            return;
        }
        double x = frame.px(position);
        double baseline = frame.top() + frame.sizes().axisFont() - frame.mark(3);
        double gap = frame.mark(6);
        frame.pen().vertical(x, frame.top() - frame.mark(6), frame.bottom(), frame.color(ThemeColor.CONTROL), 1);
        Pen.Letter left = frame.label(FontFace.REGULAR, ThemeColor.SUBTLE);
        if (x - gap - left.width(LEFT_WORD) >= frame.left()) {
            frame.pen().text(LEFT_WORD, x - gap, baseline, Pen.Align.RIGHT, left);
        }
        Pen.Letter right = frame.label(FontFace.SEMI_BOLD, ThemeColor.ACCENT);
        if (x + gap + right.width(RIGHT_WORD) <= frame.right()) {
            frame.pen().text(RIGHT_WORD, x + gap, baseline, Pen.Align.LEFT, right);
        }
    }

    @Override
    public Depth depth() {
        return Depth.NOTE;
    }
}
