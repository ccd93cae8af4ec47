package dev.headroom.app.ui.risk;

import java.util.OptionalDouble;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/// The range of a breach date from P10 to P90 on a line of days, a diamond at P50; an arrow where it goes on.
final class RangeGlyph extends Pane {
    static final double DAYS = 90;
    private final BreachRow row;
    private final Region track = region("range-track");
    private final Region bar = region("range-bar");
    private final Polygon arrow = new Polygon(0, -3, 4, 0, 0, 3);
    private final Polygon diamond = new Polygon(0, -4.5, 4.5, 0, 0, 4.5, -4.5, 0);

    RangeGlyph(BreachRow row) {
        this.row = row;
        arrow.getStyleClass().add("range-arrow");
        diamond.getStyleClass().add("range-diamond");
        getChildren().addAll(track, bar, arrow, diamond);
        setMinSize(40, 14);
        setPrefHeight(14);
        setMaxHeight(14);
        setAccessibleText(row.range());
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        track.resizeRelocate(0, Math.floor(middle), getWidth(), 1);
        boolean known = row.p10Days().isPresent();
        boolean open = row.p90Days().isEmpty();
        double from = x(row.p10Days());
        double to = x(row.p90Days());
        bar.setVisible(known);
        bar.resizeRelocate(from, middle - 2, Math.max(2, to - from - (open ? 3 : 0)), 4);
        arrow.setVisible(known && open);
        arrow.relocate(to - 4, middle - 3);
        diamond.setVisible(row.p50Days().isPresent());
        diamond.relocate(x(row.p50Days()) - 4.5, middle - 4.5);
    }

    private double x(OptionalDouble days) {
        double share = Math.clamp(days.orElse(DAYS) / DAYS, 0, 1);
        return 5 + share * (getWidth() - 10);
    }
}
