package dev.headroom.charts.plot;

import dev.headroom.charts.axis.AxisLabel;
import dev.headroom.charts.theme.ChartFonts;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A label of the horizontal axis with its place; labels that would touch a louder or an earlier one are left out.
record PlacedLabel(String text, double left, double right, AxisLabel.Emphasis emphasis) {
    private static final double LEAST_GAP = 6;
    private static final double OVERHANG = 20;
    private static final double SLACK = 12;

    static List<PlacedLabel> place(PlotLayout layout, PlotSizes sizes) {
        List<PlacedLabel> candidates = new ArrayList<>();
        for (AxisLabel label : layout.x().labels()) {
            FontFace face = label.emphasis() == AxisLabel.Emphasis.STRONG ? FontFace.SEMI_BOLD : FontFace.REGULAR;
            double width = ChartFonts.width(face, sizes.axisFont(), label.text());
            double from = layout.px(label.from());
            double to = layout.px(label.to());
            boolean cut =
                    label.from() <= layout.x().min() || label.to() >= layout.x().max();
            boolean stretch = label.to() > label.from();
            if (label.placement() == AxisLabel.Placement.AT_START) {
                candidates.add(new PlacedLabel(label.text(), from, from + width, label.emphasis()));
            } else if (!stretch || !cut || width <= to - from + SLACK) {
                double left = (from + to) / 2 - width / 2;
                candidates.add(new PlacedLabel(label.text(), left, left + width, label.emphasis()));
            }
        }
        double leftEdge = layout.area().getMinX() - OVERHANG;
        double rightEdge = Math.min(layout.width(), layout.area().getMaxX() + OVERHANG);
        candidates.removeIf(label -> label.left < leftEdge || label.right > rightEdge);
        return withoutCollisions(candidates);
    }

    private static List<PlacedLabel> withoutCollisions(List<PlacedLabel> candidates) {
        List<PlacedLabel> order = new ArrayList<>(candidates);
        order.sort(Comparator.comparing(PlacedLabel::emphasis).reversed());
        List<PlacedLabel> kept = new ArrayList<>();
        for (PlacedLabel candidate : order) {
            boolean free = kept.stream()
                    .noneMatch(other ->
                            candidate.left < other.right + LEAST_GAP && other.left < candidate.right + LEAST_GAP);
            if (free) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingDouble(PlacedLabel::left));
        return kept;
    }
}
