package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// A bridge from one total to another: bar `i` is centred on position `i`, each step begins where the one before ends.
/// Steps up and down have the colours of differences, the totals are neutral; every bar has its figure above and its
/// name below, in up to two lines.
///
/// Where the steps are small beside the totals, the bars do not start at zero and show that by a break.
///
/// @param bars the first total, the steps, the last total
/// @param format how figures are written
public record WaterfallLayer(List<Bar> bars, ValueFormat format) implements PlotLayer {
    private static final double WIDTH = 0.62;
    /// When all levels lie above this share of the highest one, they are shown without zero.
    private static final double SMALL = 0.8;
    private static final double PADDING = 0.35;

    public WaterfallLayer {
        bars = List.copyOf(bars);
    }

    /// What a bar is.
    public enum Kind {
        TOTAL,
        STEP
    }

    /// @param from where it begins; 0 for a total
    /// @param to where it ends
    public record Bar(String name, Kind kind, double from, double to) {
        double change() {
            return to - from;
        }
    }

    /// One part of the difference.
    public record Step(String name, double amount) {}

    /// A bridge whose last total is the first one plus all steps.
    public static WaterfallLayer of(String first, double start, List<Step> steps, String last, ValueFormat format) {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(first, Kind.TOTAL, 0, start));
        double level = start;
        for (Step step : steps) {
            bars.add(new Bar(step.name(), Kind.STEP, level, level + step.amount()));
            level += step.amount();
        }
        bars.add(new Bar(last, Kind.TOTAL, 0, level));
        return new WaterfallLayer(bars, format);
    }

    /// False when the bars are cut because the steps are small beside the totals.
    public boolean startsAtZero() {
        double low = levels().min().orElse(0);
        double high = levels().max().orElse(0);
        return !(low > SMALL * high && low < high);
    }

    private DoubleStream levels() {
        return bars.stream().mapToDouble(Bar::to);
    }

    @Override
    public void paint(PlotFrame frame) {
        boolean whole = startsAtZero();
        double ground = whole ? frame.py(0) : frame.bottom();
        Pen.Letter letter = frame.label(FontFace.SEMI_BOLD, ThemeColor.TEXT);
        double written = Double.NEGATIVE_INFINITY;
        double height = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double left = frame.px(i - WIDTH / 2);
            double right = frame.px(i + WIDTH / 2);
            double end = frame.py(bar.to());
            double begin = bar.kind() == Kind.TOTAL ? ground : frame.py(bar.from());
            frame.pen().box(left, Math.min(begin, end), right, Math.max(begin, end), color(frame, bar));
            if (bar.kind() == Kind.TOTAL && !whole) {
                paintBreak(frame, left, right);
            }
            if (i + 1 < bars.size()) {
                frame.pen().horizontal(right, frame.px(i + 1 - WIDTH / 2), end, frame.color(ThemeColor.CONTROL), 1);
            }
            double middle = (left + right) / 2;
            String figure = figure(bar, frame.yAxis());
            double half = letter.width(figure) / 2;
            double above = Math.min(begin, end) - frame.mark(9);
            double line = frame.sizes().axisFont() + frame.mark(2);
            if (middle - half < written + frame.mark(3) && Math.abs(above - height) < line) {
                above = height - line;
            }
            frame.pen().middle(figure, middle, above, Pen.Align.CENTRE, letter);
            written = middle + half;
            height = above;
            paintName(frame, bar.name(), middle, frame.px(1) - frame.px(0));
        }
    }

    private static Color color(PlotFrame frame, Bar bar) {
        return bar.kind() == Kind.TOTAL
                ? frame.color(ThemeColor.HISTORY)
                : frame.theme().difference(bar.change() < 0 ? -2 : 2);
    }

    /// A notch in the colour of the ground across the foot of a bar.
    private static void paintBreak(PlotFrame frame, double left, double right) {
        double y = frame.bottom() - frame.mark(9);
        double rise = frame.mark(4);
        Path2D notch = new Path2D.Double();
        notch.moveTo(left - 1, y);
        notch.lineTo((left + right) / 2, y - rise);
        notch.lineTo(right + 1, y);
        frame.pen().stroke(notch, frame.color(ThemeColor.SURFACE), Pen.solid(frame.mark(2)));
    }

    private static void paintName(PlotFrame frame, String name, double x, double room) {
        Pen.Letter letter = frame.label(FontFace.REGULAR, ThemeColor.MUTED);
        double line = frame.sizes().axisFont() * 14 / 11;
        double y = frame.bottom() + frame.mark(8) + frame.sizes().axisFont() / 2;
        for (String words : wrapped(name, letter, room - frame.mark(4))) {
            frame.pen().middle(words, x, y, Pen.Align.CENTRE, letter);
            y += line;
        }
    }

    /// The words in one line where they fit, else in two.
    static List<String> wrapped(String name, Pen.Letter letter, double room) {
        if (letter.width(name) <= room || !name.contains(" ")) {
            return List.of(name);
        }
        int best = name.indexOf(' ');
        for (int at = best; at >= 0; at = name.indexOf(' ', at + 1)) {
            if (widest(name, at, letter) < widest(name, best, letter)) {
                best = at;
            }
        }
        return List.of(name.substring(0, best), name.substring(best + 1));
    }

    private static double widest(String name, int at, Pen.Letter letter) {
        return Math.max(letter.width(name.substring(0, at)), letter.width(name.substring(at + 1)));
    }

    private String figure(Bar bar, ValueAxis axis) {
        return bar.kind() == Kind.TOTAL
                ? format.detail(bar.to(), axis.locale())
                : (bar.change() > 0 ? "+" : "") + format.detail(bar.change(), axis.locale());
    }

    @Override
    public Depth depth() {
        return Depth.NOTE;
    }

    @Override
    public Optional<Extent> span() {
        return bars.isEmpty() ? Optional.empty() : Optional.of(new Extent(-0.5, bars.size() - 0.5));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        double low = levels().min().orElse(0);
        double high = levels().max().orElse(0);
        return Optional.of(
                startsAtZero()
                        ? new Extent(Math.min(0, low), Math.max(0, high))
                        : new Extent(low - PADDING * (high - low), high));
    }

    /// Room for two lines of figures, because one that touches its neighbour is lifted.
    @Override
    public double topRoom(PlotSizes sizes) {
        return 2 * sizes.axisFont() + 12 * sizes.markScale();
    }

    /// Room for a second line of names.
    @Override
    public double bottomRoom(PlotSizes sizes) {
        return sizes.axisFont() * 14 / 11;
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        int at = (int) Math.rint(x);
        return at < 0 || at >= bars.size()
                ? List.of()
                : List.of(Readout.strong(bars.get(at).name(), figure(bars.get(at), axis)));
    }

    @Override
    public OptionalDouble nearest(double x) {
        return bars.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(Math.rint(x), 0, bars.size() - 1));
    }

    @Override
    public OptionalDouble after(double x) {
        return nearest(Math.floor(x) + 1);
    }

    @Override
    public OptionalDouble before(double x) {
        return nearest(Math.ceil(x) - 1);
    }
}
