package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.theme.PlotSizes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One kind of mark on a plot area, and what it contributes to axes, legend and crosshair.
///
/// A layer is immutable, so a plot can be painted on a screen and into a file at the same time.
public interface PlotLayer {
    /// Draws the layer; layers that may not leave the plot area are clipped to it.
    void paint(PlotFrame frame);

    /// Where the layer lies in the pile.
    Depth depth();

    /// The positions that the layer has data for.
    default Optional<Extent> span() {
        return Optional.empty();
    }

    /// The values that the vertical axis must show for the positions in view.
    default Optional<Extent> values(double from, double to) {
        return Optional.empty();
    }

    /// What the legend says about the layer; nothing when it has no data.
    default List<LegendEntry> legend() {
        return List.of();
    }

    /// What the crosshair reads at a position.
    default List<Readout> readouts(double x, ValueAxis axis) {
        return List.of();
    }

    /// The position of the observation closest to `x`, for the crosshair to snap to.
    default OptionalDouble nearest(double x) {
        return OptionalDouble.empty();
    }

    /// The first observation right of `x`.
    default OptionalDouble after(double x) {
        return OptionalDouble.empty();
    }

    /// The last observation left of `x`.
    default OptionalDouble before(double x) {
        return OptionalDouble.empty();
    }

    /// The point to mark at a position.
    default Optional<FocusPoint> focus(double x) {
        return Optional.empty();
    }

    /// The name at the right end, for lines that have one.
    default Optional<EndLabel> endLabel(double to) {
        return Optional.empty();
    }

    /// How much room the layer wants above the plot area.
    default double topRoom(PlotSizes sizes) {
        return 0;
    }

    /// How much room the layer wants below the plot area, beside that of the axis.
    default double bottomRoom(PlotSizes sizes) {
        return 0;
    }
}
