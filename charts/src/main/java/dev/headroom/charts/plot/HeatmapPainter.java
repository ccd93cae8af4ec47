package dev.headroom.charts.plot;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.layer.Discs;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ProbabilityClass;
import dev.headroom.charts.theme.ProbabilityScale;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;

/// Draws a heatmap: head, group heads, names and cells; only the lines that are in view.
public final class HeatmapPainter {
    /// Where the picture goes: on paper there is nothing to click, so links and arrows become plain words.
    public enum Medium {
        SCREEN,
        PAPER
    }

    private final HeatmapData data;
    private final HeatmapLines lines;
    private final HeatmapGeometry geometry;
    private final PlotTheme theme;
    private final Medium medium;
    private final double font;

    public HeatmapPainter(
            HeatmapData data, HeatmapLines lines, HeatmapGeometry geometry, PlotTheme theme, Medium medium) {
        this.medium = medium;
        this.data = data;
        this.lines = lines;
        this.geometry = geometry;
        this.theme = theme;
        this.font = geometry.fontScale();
    }

    /// Draws the names of the columns from the origin down.
    public void paintHeader(Pen pen) {
        Pen.Letter loud = letter(FontFace.SEMI_BOLD, 12, ThemeColor.TEXT);
        Pen.Letter quiet = letter(FontFace.REGULAR, 11, ThemeColor.MUTED);
        int column = 0;
        for (HeatmapData.ColumnGroup group : data.columnGroups()) {
            double left = geometry.left(column);
            int last = column + group.columns().size() - 1;
            double right = geometry.left(last) + geometry.cellWidth() - HeatmapGeometry.CELL_GAP;
            pen.middle(group.name(), (left + right) / 2, 11 * font, Pen.Align.CENTRE, loud);
            pen.horizontal(left, right, 23 * font, theme.color(ThemeColor.BORDER), 1);
            for (String name : group.columns()) {
                if (quiet.width(name) + 2 <= geometry.cellWidth()) {
                    double centre = geometry.left(column) + (geometry.cellWidth() - HeatmapGeometry.CELL_GAP) / 2;
                    pen.middle(name, centre, 34 * font, Pen.Align.CENTRE, quiet);
                }
                column++;
            }
        }
    }

    /// Draws the lines between two distances from the first one, shifted so that `from` lies at `y`.
    public void paintBody(Pen pen, double y, double from, double to, Set<String> selected) {
        int first = Math.max(0, lines.lineAt(Math.max(0, from)));
        for (int i = first; i < lines.lines().size() && lines.top(i) < to; i++) {
            double top = y + lines.top(i) - from;
            switch (lines.lines().get(i)) {
                case HeatmapLine.Head head -> paintHead(pen, head, top);
                case HeatmapLine.Cells cells -> paintRow(pen, cells.row(), top, selected);
                case HeatmapLine.Link link -> paintLink(pen, link, top);
            }
        }
    }

    private void paintLink(Pen pen, HeatmapLine.Link link, double top) {
        boolean paper = medium == Medium.PAPER;
        pen.middle(
                paper ? link.hidden() + " more, all below 5\u00a0%" : link.text(),
                indent(),
                top + lines.cellHeight() / 2,
                Pen.Align.LEFT,
                paper
                        ? letter(FontFace.REGULAR, 11, ThemeColor.MUTED)
                        : letter(FontFace.MEDIUM, 11, ThemeColor.ACCENT));
    }

    private void paintHead(Pen pen, HeatmapLine.Head head, double top) {
        double middle = top + head.height(lines.cellHeight()) - lines.cellHeight() / 2 - 2;
        if (medium == Medium.SCREEN) {
            paintChevron(pen, head.folding(), middle);
        }
        pen.middle(head.group(), indent(), middle, Pen.Align.LEFT, letter(FontFace.SEMI_BOLD, 12, ThemeColor.TEXT));
        pen.middle(
                counts(head),
                geometry.right(),
                middle,
                Pen.Align.RIGHT,
                letter(FontFace.REGULAR, 11, ThemeColor.MUTED));
    }

    private void paintChevron(Pen pen, HeatmapLine.Folding folding, double middle) {
        Path2D chevron = new Path2D.Double();
        double x = 5 * font;
        double size = 3.2 * font;
        if (folding == HeatmapLine.Folding.OPEN) {
            chevron.moveTo(x - size, middle - size / 2);
            chevron.lineTo(x, middle + size / 2);
            chevron.lineTo(x + size, middle - size / 2);
        } else {
            chevron.moveTo(x - size / 2, middle - size);
            chevron.lineTo(x + size / 2, middle);
            chevron.lineTo(x - size / 2, middle + size);
        }
        pen.stroke(chevron, theme.color(ThemeColor.MUTED), Pen.joined(1.4 * font));
    }

    /// The counts of a group in words: `18 servers, 5 at risk`.
    public static String counts(HeatmapLine.Head head) {
        String servers = head.rows() == 1 ? "1 server" : head.rows() + " servers";
        return servers + (head.atRisk() == 0 ? ", none at risk" : ", " + head.atRisk() + " at risk");
    }

    private void paintRow(Pen pen, int row, double top, Set<String> selected) {
        HeatmapData.Row named = data.rows().get(row);
        boolean chosen = selected.contains(named.id());
        double height = lines.cellHeight();
        if (chosen) {
            pen.box(0, top, geometry.nameWidth() - 6, top + height - 1, theme.color(ThemeColor.ACCENT_SOFT));
            pen.box(0, top, 3, top + height - 1, theme.color(ThemeColor.ACCENT));
        }
        if (height >= 12) {
            Pen.Letter letter = letter(chosen ? FontFace.MEDIUM : FontFace.REGULAR, 12, ThemeColor.TEXT);
            double room = geometry.nameWidth() - indent() - 10;
            pen.middle(shortened(named.name(), letter, room), indent(), top + (height - 1) / 2, Pen.Align.LEFT, letter);
        }
        for (int c = 0; c < data.columnCount(); c++) {
            paintCell(pen, cell(c, top), data.value(row, c));
        }
    }

    /// The rectangle of a cell whose line begins at `top`.
    public Rectangle2D cell(int column, double top) {
        return new Rectangle2D.Double(
                geometry.left(column),
                top,
                geometry.cellWidth() - HeatmapGeometry.CELL_GAP,
                lines.cellHeight() - HeatmapGeometry.CELL_GAP);
    }

    private void paintCell(Pen pen, Rectangle2D cell, double value) {
        if (Double.isNaN(value)) {
            paintUnknown(pen, cell);
            return;
        }
        ProbabilityClass probability = ProbabilityScale.classOf(value);
        fill(pen, cell, theme.fill(probability));
        if (probability == ProbabilityClass.UNLIKELY || cell.getHeight() < 11) {
            return;
        }
        double x = cell.getCenterX();
        double y = cell.getCenterY();
        switch (geometry.detail()) {
            case FIGURE -> {
                boolean loud = probability.lowerPercent() >= ProbabilityClass.LIKELY.lowerPercent();
                FontFace face = loud ? FontFace.SEMI_BOLD : FontFace.REGULAR;
                Pen.Letter letter = new Pen.Letter(face, 11 * font, theme.figure(probability));
                pen.middle(ProbabilityScale.figure(value), x, y, Pen.Align.CENTRE, letter);
            }
            case GLYPH -> Discs.paint(pen, x, y, 4.5 * font, probability.quarters(), theme.figure(probability));
            case COLOUR -> {
                // The card tells the value.
            }
        }
    }

    private void fill(Pen pen, Rectangle2D cell, Color color) {
        if (geometry.detail() == HeatmapGeometry.Detail.COLOUR) {
            pen.box(cell.getMinX(), cell.getMinY(), cell.getMaxX(), cell.getMaxY(), color);
        } else {
            pen.roundBox(
                    pen.edge(cell.getMinX()),
                    pen.edge(cell.getMinY()),
                    pen.edge(cell.getWidth()),
                    pen.edge(cell.getHeight()),
                    2,
                    color);
        }
    }

    private void paintUnknown(Pen pen, Rectangle2D cell) {
        fill(pen, cell, theme.mix(ThemeColor.SUNKEN, 0.5, ThemeColor.SURFACE));
        Path2D hatch = new Path2D.Double();
        double height = cell.getHeight();
        for (double start = cell.getMinX() - height + 4; start < cell.getMaxX(); start += 5) {
            double x1 = Math.max(start, cell.getMinX());
            double x2 = Math.min(start + height, cell.getMaxX());
            if (x2 > x1) {
                hatch.moveTo(x1, cell.getMaxY() - (x1 - start));
                hatch.lineTo(x2, cell.getMaxY() - (x2 - start));
            }
        }
        pen.stroke(hatch, theme.color(ThemeColor.BORDER), Pen.solid(1));
        if (cell.getWidth() >= 28 && height >= 11) {
            pen.middle(
                    "–",
                    cell.getCenterX(),
                    cell.getCenterY(),
                    Pen.Align.CENTRE,
                    letter(FontFace.MEDIUM, 11, ThemeColor.MUTED));
        }
    }

    /// Draws the legend with its middle at `y`: fill, disc, word and bounds of every class, then unknown. What does
    /// not fit the width is left out, the bounds first, then the words.
    public void paintLegend(Pen pen, double x, double y, double width) {
        for (LegendDetail detail : LegendDetail.values()) {
            if (legendWidth(detail) <= width || detail == LegendDetail.DISCS) {
                paintLegend(pen, x, y, detail);
                return;
            }
        }
    }

    private enum LegendDetail {
        BOUNDS,
        WORDS,
        DISCS
    }

    private String words(ProbabilityClass probability, LegendDetail detail) {
        return detail == LegendDetail.DISCS ? "" : probability.word();
    }

    private String bounds(ProbabilityClass probability, LegendDetail detail) {
        return detail == LegendDetail.BOUNDS ? probability.bounds() : "";
    }

    private double legendWidth(LegendDetail detail) {
        Pen.Letter letter = letter(FontFace.REGULAR, 12, ThemeColor.TEXT);
        double width = hasUnknown() ? 22 * font + letter.width("Unknown") : -14 * font;
        for (ProbabilityClass probability : ProbabilityClass.values()) {
            width += 54 * font
                    + letter.width(words(probability, detail))
                    + letter.width(bounds(probability, detail))
                    + (detail == LegendDetail.BOUNDS ? 6 * font : 0);
        }
        return width;
    }

    private void paintLegend(Pen pen, double x, double y, LegendDetail detail) {
        Pen.Letter word = letter(FontFace.REGULAR, 12, ThemeColor.TEXT);
        Pen.Letter quiet = letter(FontFace.REGULAR, 12, ThemeColor.MUTED);
        double at = x;
        double side = 16 * font;
        for (ProbabilityClass probability : ProbabilityClass.values()) {
            pen.roundBox(at, y - side / 2 + 1, side, side - 2, 2, theme.fill(probability));
            at += 22 * font;
            Discs.paint(pen, at + 6 * font, y, 5.5 * font, probability.quarters(), theme.color(ThemeColor.TEXT));
            at += 18 * font;
            pen.middle(words(probability, detail), at, y, Pen.Align.LEFT, word);
            at += word.width(words(probability, detail));
            if (detail == LegendDetail.BOUNDS) {
                at += 6 * font;
                pen.middle(probability.bounds(), at, y, Pen.Align.LEFT, quiet);
                at += quiet.width(probability.bounds());
            }
            at += 14 * font;
        }
        if (hasUnknown()) {
            paintUnknown(pen, new Rectangle2D.Double(at, y - side / 2 + 1, side, side - 2));
            pen.middle("Unknown", at + 22 * font, y, Pen.Align.LEFT, word);
        }
    }

    private boolean hasUnknown() {
        for (int r = 0; r < data.rows().size(); r++) {
            for (int c = 0; c < data.columnCount(); c++) {
                if (Double.isNaN(data.value(r, c))) {
                    return true;
                }
            }
        }
        return false;
    }

    private double indent() {
        return medium == Medium.PAPER ? 0 : HeatmapGeometry.INDENT * font;
    }

    private static String shortened(String text, Pen.Letter letter, double room) {
        if (letter.width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && letter.width(text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    private Pen.Letter letter(FontFace face, double size, ThemeColor token) {
        return new Pen.Letter(face, size * font, theme.color(token));
    }
}
