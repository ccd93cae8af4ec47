package dev.headroom.charts.layer;

import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/// A line around cells that belong together, on top of a [CellLayer] with as many rows and columns. Nothing is drawn
/// between two marked cells.
///
/// @param marked by row from the top and column
public record OutlineLayer(boolean[][] marked) implements PlotLayer {
    private static final double WIDTH = 2;

    public OutlineLayer {
        marked = Arrays.stream(marked).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    @Override
    public boolean[][] marked() {
        return Arrays.stream(marked).map(boolean[]::clone).toArray(boolean[][]::new);
    }

    private boolean at(int row, int column) {
        return row >= 0 && row < marked.length && column >= 0 && column < marked[row].length && marked[row][column];
    }

    @Override
    public void paint(PlotFrame frame) {
        Color color = frame.color(ThemeColor.TEXT);
        double width = frame.mark(WIDTH);
        double half = width / 2;
        for (int row = 0; row < marked.length; row++) {
            double top = frame.py(marked.length - 0.5 - row);
            double bottom = frame.py(marked.length - 1.5 - row);
            for (int column = 0; column < marked[row].length; column++) {
                if (!at(row, column)) {
                    continue;
                }
                double left = frame.px(column - 0.5);
                double right = frame.px(column + 0.5);
                if (!at(row - 1, column)) {
                    frame.pen().box(left - half, top - half, right + half, top + half, color);
                }
                if (!at(row + 1, column)) {
                    frame.pen().box(left - half, bottom - half, right + half, bottom + half, color);
                }
                if (!at(row, column - 1)) {
                    frame.pen().box(left - half, top - half, left + half, bottom + half, color);
                }
                if (!at(row, column + 1)) {
                    frame.pen().box(right - half, top - half, right + half, bottom + half, color);
                }
            }
        }
    }

    @Override
    public Depth depth() {
        return Depth.LIMIT;
    }

    @Override
    public Optional<Extent> span() {
        return marked.length == 0 || marked[0].length == 0
                ? Optional.empty()
                : Optional.of(new Extent(-0.5, marked[0].length - 0.5));
    }
}
