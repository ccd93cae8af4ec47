package dev.headroom.charts.plot;

import dev.headroom.charts.layer.LegendEntry;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// Draws a legend as one line: sample, name, sample, name.
public final class LegendPainter {
    private static final double SWATCH_GAP = 6;
    private static final double ENTRY_GAP = 16;

    private final PlotTheme theme;
    private final PlotSizes sizes;
    private final Pen.Letter letter;

    public LegendPainter(PlotTheme theme, PlotSizes sizes) {
        this.theme = theme;
        this.sizes = sizes;
        this.letter = new Pen.Letter(FontFace.REGULAR, sizes.legendFont(), theme.color(ThemeColor.MUTED));
    }

    /// The width of the whole line.
    public double width(List<LegendEntry> entries) {
        double width = 0;
        for (LegendEntry entry : entries) {
            width += mark(entry.swatchWidth() + SWATCH_GAP) + letter.width(entry.text());
        }
        return width + mark(ENTRY_GAP) * Math.max(0, entries.size() - 1);
    }

    /// The entries broken into lines that fit a width; one entry stands alone even when it does not fit.
    public List<List<LegendEntry>> rows(List<LegendEntry> entries, double width) {
        List<List<LegendEntry>> rows = new ArrayList<>();
        List<LegendEntry> row = new ArrayList<>();
        for (LegendEntry entry : entries) {
            List<LegendEntry> longer = new ArrayList<>(row);
            longer.add(entry);
            if (!row.isEmpty() && width(longer) > width) {
                rows.add(row);
                row = new ArrayList<>(List.of(entry));
            } else {
                row = longer;
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    /// Draws the line from `x` with its middle at `y`.
    public void paint(Pen pen, List<LegendEntry> entries, double x, double y) {
        double at = x;
        for (LegendEntry entry : entries) {
            swatch(pen, entry, at, y);
            at += mark(entry.swatchWidth() + SWATCH_GAP);
            pen.middle(entry.text(), at, y, Pen.Align.LEFT, letter);
            at += letter.width(entry.text()) + mark(ENTRY_GAP);
        }
    }

    private void swatch(Pen pen, LegendEntry entry, double x, double y) {
        Color color = entry.ink().in(theme);
        double width = mark(entry.swatchWidth());
        switch (entry.swatch()) {
            case LINE -> pen.horizontal(x, x + width, y, color, mark(2));
            case DASHED ->
                pen.stroke(new Line2D.Double(x, y, x + width, y), color, Pen.dashed(mark(1.5), mark(4), mark(2)));
            case BOX -> pen.roundBox(x, y - width / 2, width, width, mark(2), color);
            case DOT -> pen.roundBox(x, y - width / 2, width, width, width / 2, color);
            case BREACH -> breach(pen, x, y, width, color);
        }
    }

    private void breach(Pen pen, double x, double y, double width, Color color) {
        pen.box(x, y - mark(1.5), x + width, y + mark(1.5), color);
        pen.vertical(x + mark(0.75), y - mark(4), y + mark(4), color, mark(1.5));
        pen.vertical(x + width - mark(0.75), y - mark(4), y + mark(4), color, mark(1.5));
        Path2D diamond = new Path2D.Double();
        double centre = x + width / 2;
        double radius = mark(5.5);
        diamond.moveTo(centre, y - radius);
        diamond.lineTo(centre + radius, y);
        diamond.lineTo(centre, y + radius);
        diamond.lineTo(centre - radius, y);
        diamond.closePath();
        pen.fill(diamond, color);
    }

    private double mark(double length) {
        return length * sizes.markScale();
    }
}
