package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A bridge from one total to another: totals neutral, rises orange, falls blue, the sign always written.
///
/// Belongs on a category axis with one place a step; a rise or fall starts where the step before ended.
public record WaterfallLayer(List<Step> steps) implements PlotLayer {
    private static final double GAP = 0.18;

    /// One column of the bridge.
    public sealed interface Step {
        /// A column from zero.
        record Total(double value) implements Step {}

        /// A column from the level before to that level plus the change.
        record Change(double by) implements Step {}
    }

    public WaterfallLayer {
        steps = List.copyOf(steps);
    }

    private record Column(double from, double to, Step step) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        double level = 0;
        for (Step step : steps) {
            double from = 0;
            switch (step) {
                case Step.Total(double value) -> level = value;
                case Step.Change(double by) -> {
                    from = level;
                    level += by;
                }
            }
            columns.add(new Column(from, level, step));
        }
        return columns;
    }

    @Override
    public void paint(PlotFrame frame) {
        List<Column> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double left = frame.px(i + GAP);
            double right = frame.px(i + 1 - GAP);
            double a = frame.py(column.from());
            double b = frame.py(column.to());
            frame.pen()
                    .box(
                            left,
                            Math.min(a, b),
                            right,
                            Math.max(Math.max(a, b), Math.min(a, b) + 1),
                            colour(frame, column.step()));
            if (i + 1 < columns.size()) {
                frame.pen().horizontal(right, frame.px(i + 1 + GAP), b, frame.color(ThemeColor.CONTROL), 1);
            }
            frame.pen()
                    .middle(
                            label(column, frame.yAxis()),
                            (left + right) / 2,
                            Math.min(a, b) - frame.mark(10),
                            Pen.Align.CENTRE,
                            frame.label(FontFace.MEDIUM, ThemeColor.TEXT));
        }
    }

    private static java.awt.Color colour(PlotFrame frame, Step step) {
        return switch (step) {
            case Step.Total _ -> Ink.of(ThemeColor.HISTORY).in(frame.theme());
            case Step.Change(double by) -> frame.theme().difference(by >= 0 ? 2 : -2);
        };
    }

    private static String label(Column column, ValueAxis axis) {
        return switch (column.step()) {
            case Step.Total(double value) -> axis.format().detail(value, axis.locale());
            case Step.Change(double by) -> {
                String size = axis.format().detail(Math.abs(by), axis.locale());
                yield (by >= 0 ? "+" : "−") + size;
            }
        };
    }

    @Override
    public Depth depth() {
        return Depth.NOTE;
    }

    @Override
    public Optional<Extent> span() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Extent(0, steps.size()));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        Extent extent = new Extent(0, 0);
        for (Column column : columns()) {
            extent = extent.union(new Extent(column.to(), column.to()));
        }
        // Room for the label above the highest column.
        return Optional.of(new Extent(extent.min(), extent.max() * 1.06));
    }
}
