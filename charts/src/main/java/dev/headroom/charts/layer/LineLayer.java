package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.data.LineData;
import java.util.List;
import java.util.Optional;

/// A line: history, median, budget, a model to compare or a category.
///
/// `naming` says whether the name stands in the legend or at the right end of the line.
public record LineLayer(String name, LineData data, LineStyle style, Naming naming) implements LineShaped {
    /// Where the name of a line is written.
    public enum Naming {
        LEGEND,
        END_LABEL,
        BOTH,
        NONE
    }

    /// Observed values, named in the legend.
    public static LineLayer history(String name, LineData data) {
        return new LineLayer(name, data, LineStyle.history(), Naming.LEGEND);
    }

    /// The median of a forecast, named in the legend.
    public static LineLayer median(String name, LineData data) {
        return new LineLayer(name, data, LineStyle.median(), Naming.LEGEND);
    }

    /// The same line with its name elsewhere.
    public LineLayer named(Naming where) {
        return new LineLayer(name, data, style, where);
    }

    @Override
    public void paint(PlotFrame frame) {
        LinePath line = LinePath.of(data, frame, style);
        switch (line.drawing()) {
            case STROKE -> frame.pen().stroke(line.path(), frame.color(style.ink()), style.stroke(frame));
            case FILL -> frame.pen().fill(line.path(), frame.color(style.ink()));
        }
    }

    @Override
    public Depth depth() {
        return Depth.LINE;
    }

    @Override
    public Optional<Extent> span() {
        return data.size() == 0 ? Optional.empty() : Optional.of(new Extent(data.x(0), data.x(data.size() - 1)));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        int first = data.firstAtOrAfter(from);
        int end = Math.max(first, Math.min(data.size(), data.firstAtOrAfter(to) + 1));
        if (style.shape() == LineStyle.Shape.STEP) {
            first = Math.max(0, first - 1);
        }
        double min = data.pyramid().min(first, end);
        return Double.isNaN(min)
                ? Optional.empty()
                : Optional.of(new Extent(min, data.pyramid().max(first, end)));
    }

    @Override
    public List<LegendEntry> legend() {
        boolean listed = naming == Naming.LEGEND || naming == Naming.BOTH;
        if (!listed || data.size() == 0) {
            return List.of();
        }
        LegendEntry.Swatch swatch =
                style.pattern() == LineStyle.Pattern.SOLID ? LegendEntry.Swatch.LINE : LegendEntry.Swatch.DASHED;
        return List.of(new LegendEntry(name, swatch, style.ink()));
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        int index = indexAt(x);
        if (index < 0 || Double.isNaN(data.value(index))) {
            return List.of();
        }
        return List.of(Readout.strong(name, axis.format().detail(data.value(index), axis.locale())));
    }

    @Override
    public Optional<FocusPoint> focus(double x) {
        int index = indexAt(x);
        return index < 0 || Double.isNaN(data.value(index))
                ? Optional.empty()
                : Optional.of(new FocusPoint(data.x(index), data.value(index), style.ink()));
    }

    @Override
    public Optional<EndLabel> endLabel(double to) {
        boolean written = naming == Naming.END_LABEL || naming == Naming.BOTH;
        for (int i = data.firstAtOrAfter(Math.nextUp(to)) - 1; written && i >= 0; i--) {
            if (!Double.isNaN(data.value(i))) {
                return Optional.of(new EndLabel(name, data.value(i), style.ink()));
            }
        }
        return Optional.empty();
    }

    /// The index that speaks for a position: the nearest one within half a step, the last one before it for steps.
    private int indexAt(double x) {
        if (style.shape() == LineStyle.Shape.STEP) {
            int index = data.firstAtOrAfter(Math.nextUp(x)) - 1;
            return index == data.size() - 1 && index >= 0 && x > data.x(index) ? -1 : index;
        }
        int index = data.nearest(x);
        if (index < 0) {
            return -1;
        }
        double gap = 1;
        if (index > 0) {
            gap = Math.max(gap, data.x(index) - data.x(index - 1));
        }
        if (index < data.size() - 1) {
            gap = Math.max(gap, data.x(index + 1) - data.x(index));
        }
        return Math.abs(data.x(index) - x) <= gap / 2 ? index : -1;
    }
}
