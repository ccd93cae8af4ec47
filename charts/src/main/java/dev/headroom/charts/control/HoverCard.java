package dev.headroom.charts.control;

import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.layer.Readout;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotTheme;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/// The raised card that tells the values under the cursor: a heading, rows of name and value, a hint.
record HoverCard(String heading, List<Readout> rows, String hint) {
    private static final double PADDING = 10;
    private static final double LINE = 19;
    private static final double FONT = 12;
    private static final double OFFSET = 14;
    private static final double SWATCH = 10;
    private static final int SHADOW_STEPS = 8;

    /// The size of the card in this theme.
    double width(PlotTheme theme) {
        double widest = letter(theme, FontFace.MEDIUM, ThemeColor.TEXT).width(heading);
        for (Readout row : rows) {
            widest = Math.max(
                    widest,
                    indent(row)
                            + letter(theme, FontFace.REGULAR, ThemeColor.MUTED).width(row.name())
                            + (row.value().isEmpty() ? 0 : 24)
                            + valueLetter(theme, row).width(row.value()));
        }
        double hinted = letter(theme, FontFace.MEDIUM, ThemeColor.ACCENT).width(hint);
        return Math.ceil(Math.max(widest, hinted)) + 2 * PADDING;
    }

    double height() {
        return LINE * (1 + rows.size() + (hint.isEmpty() ? 0 : 1)) + 2 * PADDING - 4;
    }

    /// Draws the card next to a point, on the side where it stays within the bounds.
    void paint(Pen pen, PlotTheme theme, double atX, double atY, Rectangle2D bounds) {
        double width = width(theme);
        double height = height();
        double right = atX + OFFSET;
        double x = right + width <= bounds.getMaxX() ? right : Math.max(bounds.getMinX(), atX - OFFSET - width);
        double below = atY + OFFSET;
        double y = below + height <= bounds.getMaxY() ? below : Math.max(bounds.getMinY(), atY - OFFSET - height);
        double left = pen.edge(x);
        double top = pen.edge(y);
        paintShadow(pen, theme, left, top, width, height);
        pen.roundBox(left - 1, top - 1, width + 2, height + 2, 7, theme.color(ThemeColor.BORDER));
        pen.roundBox(left, top, width, height, 6, theme.color(ThemeColor.RAISED));
        double middle = top + PADDING - 2 + LINE / 2;
        pen.middle(heading, left + PADDING, middle, Pen.Align.LEFT, letter(theme, FontFace.MEDIUM, ThemeColor.TEXT));
        for (Readout row : rows) {
            middle += LINE;
            paintRow(pen, theme, row, left, middle, width);
        }
        if (!hint.isEmpty()) {
            pen.middle(
                    hint,
                    left + PADDING,
                    middle + LINE,
                    Pen.Align.LEFT,
                    letter(theme, FontFace.MEDIUM, ThemeColor.ACCENT));
        }
    }

    private void paintRow(Pen pen, PlotTheme theme, Readout row, double left, double middle, double width) {
        row.swatch()
                .ifPresent(ink -> pen.roundBox(left + PADDING, middle - SWATCH / 2, SWATCH, SWATCH, 2, ink.in(theme)));
        pen.middle(
                row.name(),
                left + PADDING + indent(row),
                middle,
                Pen.Align.LEFT,
                letter(theme, FontFace.REGULAR, ThemeColor.MUTED));
        pen.middle(row.value(), left + width - PADDING, middle, Pen.Align.RIGHT, valueLetter(theme, row));
    }

    /// A soft edge from stacked translucent boxes: an effect node would be slow under software rendering.
    private static void paintShadow(Pen pen, PlotTheme theme, double x, double y, double width, double height) {
        int alpha = theme == PlotTheme.light() ? 5 : 14;
        for (int i = SHADOW_STEPS; i > 0; i--) {
            double grow = i * 1.5;
            pen.roundBox(
                    x - grow, y + 4 - grow, width + 2 * grow, height + 2 * grow, 6 + grow, new Color(0, 0, 0, alpha));
        }
    }

    /// What a screen reader says: the same words in the same order.
    String spoken() {
        StringBuilder text = new StringBuilder(heading);
        for (Readout row : rows) {
            text.append(". ").append(row.name());
            if (!row.value().isEmpty()) {
                text.append(' ').append(row.value());
            }
        }
        if (!hint.isEmpty()) {
            text.append(". ").append(hint);
        }
        return text.toString();
    }

    private static double indent(Readout row) {
        Optional<?> swatch = row.swatch();
        return swatch.isPresent() ? SWATCH + 8 : 0;
    }

    private static Pen.Letter valueLetter(PlotTheme theme, Readout row) {
        return switch (row.weight()) {
            case NORMAL -> letter(theme, FontFace.REGULAR, ThemeColor.TEXT);
            case STRONG -> letter(theme, FontFace.SEMI_BOLD, ThemeColor.TEXT);
        };
    }

    private static Pen.Letter letter(PlotTheme theme, FontFace face, ThemeColor token) {
        return new Pen.Letter(face, FONT, theme.color(token));
    }
}
