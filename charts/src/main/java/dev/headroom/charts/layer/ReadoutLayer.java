package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import java.util.List;
import java.util.function.DoubleFunction;

/// A layer that draws nothing and only adds lines to what the crosshair reads, such as "Above limit 35 %".
public record ReadoutLayer(DoubleFunction<List<Readout>> source) implements PlotLayer {
    @Override
    public void paint(PlotFrame frame) {
        // Nothing to see: the layer only speaks.
    }

    @Override
    public Depth depth() {
        return Depth.MARKER;
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        return source.apply(x);
    }
}
