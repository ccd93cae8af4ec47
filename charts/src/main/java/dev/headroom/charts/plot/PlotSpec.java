package dev.headroom.charts.plot;

import dev.headroom.charts.axis.HorizontalAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The parts of a plot; `added` is the order the layers came in, `layers` the order they are painted in.
record PlotSpec(
        HorizontalAxis xAxis,
        ValueAxis yAxis,
        List<PlotLayer> added,
        List<PlotLayer> layers,
        PlotTheme theme,
        PlotSizes sizes,
        Plot.Legend legend,
        Plot.Shape shape,
        Optional<Viewport> span,
        Optional<Viewport> home,
        Optional<Caption> caption) {
    PlotSpec {
        added = List.copyOf(added);
        layers = added.stream().sorted(Comparator.comparing(PlotLayer::depth)).toList();
    }

    PlotSpec withTheme(PlotTheme other) {
        return new PlotSpec(xAxis, yAxis, added, layers, other, sizes, legend, shape, span, home, caption);
    }

    PlotSpec withSizes(PlotSizes other) {
        return new PlotSpec(xAxis, yAxis, added, layers, theme, other, legend, shape, span, home, caption);
    }

    PlotSpec withLegend(Plot.Legend other) {
        return new PlotSpec(xAxis, yAxis, added, layers, theme, sizes, other, shape, span, home, caption);
    }

    PlotSpec withHome(Optional<Viewport> other) {
        return new PlotSpec(xAxis, yAxis, added, layers, theme, sizes, legend, shape, span, other, caption);
    }

    PlotSpec withCaption(Optional<Caption> other) {
        return new PlotSpec(xAxis, yAxis, added, layers, theme, sizes, legend, shape, span, home, other);
    }
}
