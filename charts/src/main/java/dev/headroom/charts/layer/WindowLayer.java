package dev.headroom.charts.layer;

import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.ThemeColor;

/// A stretch of time that matters, shaded and named above: a worst window, an episode.
public record WindowLayer(double from, double to, String label, ThemeColor shade, ThemeColor letter)
        implements PlotLayer {
    public WindowLayer {
        if (!(from < to)) {
            throw new IllegalArgumentException("from (%s) must be less than to (%s).".formatted(from, to));
        }
    }

    /// A stretch to watch, in the warning colours.
    public static WindowLayer warning(double from, double to, String label) {
        return new WindowLayer(from, to, label, ThemeColor.WARNING_SOFT, ThemeColor.WARNING);
    }

    @Override
    public void paint(PlotFrame frame) {
        double left = Math.max(frame.left(), frame.px(from));
        double right = Math.min(frame.right(), frame.px(to));
        if (right > left) {
            frame.pen().box(left, frame.top(), Math.max(right, left + 2), frame.bottom(), frame.color(shade));
            frame.pen()
                    .middle(
                            label,
                            (left + right) / 2,
                            frame.top() - frame.mark(8),
                            Pen.Align.CENTRE,
                            frame.label(FontFace.SEMI_BOLD, letter));
        }
    }

    @Override
    public Depth depth() {
        return Depth.GROUND;
    }

    @Override
    public double topRoom(PlotSizes sizes) {
        return label.isEmpty() ? 0 : sizes.axisFont() + 8 * sizes.markScale();
    }
}
