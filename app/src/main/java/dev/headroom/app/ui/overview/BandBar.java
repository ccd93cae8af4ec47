package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// The possible totals of a month as bands 50, 80 and 95 over a money axis, the reference as a dashed tick.
final class BandBar extends Pane {
    private static final double BAR_TOP = 4;
    private static final double BAR_HEIGHT = 15;
    private final CostTile tile;
    private final Region axis = region("band-axis");
    private final Region[] bands = {region("band-95"), region("band-80"), region("band-50")};
    private final Region median = region("band-median");
    private final Line reference = new Line();
    private final List<Label> labels = new ArrayList<>();
    private final double[] ticks;

    BandBar(CostTile tile, Formats formats) {
        this.tile = tile;
        double[] values = tile.bands();
        boolean known = !Double.isNaN(tile.reference());
        double low = known ? Math.min(values[0], tile.reference()) : values[0];
        double high = known ? Math.max(values[6], tile.reference()) : values[6];
        this.ticks = ticks(low, high);
        getChildren().add(axis);
        getChildren().addAll(bands);
        getChildren().add(median);
        reference.getStyleClass().add("band-reference");
        reference.setVisible(known);
        getChildren().add(reference);
        for (double tick : ticks) {
            Label label = Parts.label(formats.shortMoney(tick, tile.currency()), "caption", "muted");
            labels.add(label);
            getChildren().add(label);
        }
        setMinHeight(42);
        setPrefHeight(42);
        setAccessibleText(tile.value() + ", " + tile.range());
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    /// Round values that enclose the bands, four to six of them.
    private static double[] ticks(double low, double high) {
        double span = Math.max(high - low, Math.max(1, Math.abs(high) * 0.01));
        double rough = span / 3;
        double size = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / size > 5 ? 10 * size : rough / size > 2 ? 5 * size : rough / size > 1 ? 2 * size : size;
        double first = Math.floor((low - span * 0.1) / step) * step;
        int count = (int) Math.ceil((high + span * 0.1 - first) / step) + 1;
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = first + i * step;
        }
        return values;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double middle = BAR_TOP + BAR_HEIGHT / 2;
        axis.resizeRelocate(0, Math.floor(middle), width, 1);
        double[] values = tile.bands();
        for (int i = 0; i < 3; i++) {
            double from = x(values[i], width);
            bands[i].resizeRelocate(from, BAR_TOP, Math.max(1, x(values[6 - i], width) - from), BAR_HEIGHT);
        }
        median.resizeRelocate(Math.round(x(values[3], width)) - 1, BAR_TOP - 2, 2, BAR_HEIGHT + 4);
        double at = Math.round(x(tile.reference(), width)) + 0.5;
        reference.setStartX(at);
        reference.setEndX(at);
        reference.setStartY(BAR_TOP - 4);
        reference.setEndY(BAR_TOP + BAR_HEIGHT + 4);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            double size = label.prefWidth(-1);
            double left = Math.clamp(x(ticks[i], width) - size / 2, 0, Math.max(0, width - size));
            label.resizeRelocate(Math.round(left), BAR_TOP + BAR_HEIGHT + 7, size, label.prefHeight(-1));
        }
    }

    private double x(double value, double width) {
        return (value - ticks[0]) / (ticks[ticks.length - 1] - ticks[0]) * width;
    }
}
