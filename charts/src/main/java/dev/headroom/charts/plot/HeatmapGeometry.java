package dev.headroom.charts.plot;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.FontFace;

/// Where names, columns and cells of a heatmap lie for a width.
///
/// Cells are 43 wide with a gap of 1 inside and 9 between column groups; they shrink when the width asks for it and
/// then show a disc (under 28) or only colour (under 14).
public record HeatmapGeometry(double nameWidth, double cellWidth, double[] columnLefts, double fontScale) {
    /// The width of a cell on screen where there is room.
    public static final double WIDEST_CELL = 43;

    static final double NARROWEST_CELL = 3;
    static final double CELL_GAP = 1;
    static final double GROUP_GAP = 9;
    static final double HEADER = 46;
    static final double INDENT = 16;

    /// How much a cell shows.
    public enum Detail {
        FIGURE,
        GLYPH,
        COLOUR
    }

    public HeatmapGeometry {
        columnLefts = columnLefts.clone();
    }

    @Override
    public double[] columnLefts() {
        return columnLefts.clone();
    }

    /// Fits the columns into a width, none wider than `widestCell`.
    public static HeatmapGeometry of(HeatmapData data, double width, double fontScale, double widestCell) {
        double widest = 60;
        for (HeatmapData.Row row : data.rows()) {
            widest = Math.max(widest, ChartFonts.width(FontFace.MEDIUM, 12 * fontScale, row.name()));
        }
        double names = Math.min(Math.ceil(widest), 200 * fontScale) + INDENT * fontScale + 12;
        int groups = data.columnGroups().size();
        double gaps = GROUP_GAP * Math.max(0, groups - 1);
        double cell = Math.clamp(
                Math.floor((width - names - gaps) / Math.max(1, data.columnCount())), NARROWEST_CELL, widestCell);
        double[] lefts = new double[data.columnCount()];
        int column = 0;
        double x = names;
        for (HeatmapData.ColumnGroup group : data.columnGroups()) {
            for (int i = 0; i < group.columns().size(); i++) {
                lefts[column++] = x;
                x += cell;
            }
            x += GROUP_GAP - CELL_GAP;
        }
        return new HeatmapGeometry(names, cell, lefts, fontScale);
    }

    /// How much a cell of this width shows.
    public Detail detail() {
        if (cellWidth < 14) {
            return Detail.COLOUR;
        }
        return cellWidth < 28 ? Detail.GLYPH : Detail.FIGURE;
    }

    /// The left edge of a column.
    public double left(int column) {
        return columnLefts[column];
    }

    /// The right edge of the last column.
    public double right() {
        return columnLefts.length == 0 ? nameWidth : columnLefts[columnLefts.length - 1] + cellWidth - CELL_GAP;
    }

    /// The column under a pixel, -1 between and beside them.
    public int columnAt(double x) {
        for (int c = 0; c < columnLefts.length; c++) {
            if (x >= columnLefts[c] && x < columnLefts[c] + cellWidth) {
                return c;
            }
        }
        return -1;
    }

    /// The height of the head with the column names.
    public double header() {
        return HEADER * fontScale;
    }
}
