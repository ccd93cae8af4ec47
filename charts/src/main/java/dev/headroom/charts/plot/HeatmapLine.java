package dev.headroom.charts.plot;

/// One line of a heatmap as it is shown: a group head, a row, or the link that shows folded rows.
public sealed interface HeatmapLine {
    /// The height in units for a cell height.
    double height(double cellHeight);

    /// The head of a group with its counts.
    record Head(String group, int rows, int atRisk, Folding folding) implements HeatmapLine {
        @Override
        public double height(double cellHeight) {
            return cellHeight + 10;
        }
    }

    /// A row of cells.
    record Cells(int row) implements HeatmapLine {
        @Override
        public double height(double cellHeight) {
            return cellHeight;
        }
    }

    /// The link below a group.
    record Link(String group, int hidden, Folding folding) implements HeatmapLine {
        @Override
        public double height(double cellHeight) {
            return cellHeight;
        }

        /// The words of the link.
        public String text() {
            return folding == Folding.CLOSED ? "Show " + hidden + " more, all below 5\u00a0%" : "Show fewer";
        }
    }

    /// Whether something is open or closed.
    enum Folding {
        OPEN,
        CLOSED
    }
}
