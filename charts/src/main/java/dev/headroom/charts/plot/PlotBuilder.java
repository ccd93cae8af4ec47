package dev.headroom.charts.plot;

import dev.headroom.charts.axis.HorizontalAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the parts of a plot; light theme, screen sizes and a legend at the upper right unless told otherwise.
public final class PlotBuilder {
    private final HorizontalAxis xAxis;
    private final ValueAxis yAxis;
    private final List<PlotLayer> layers = new ArrayList<>();
    private PlotTheme theme = PlotTheme.light();
    private PlotSizes sizes = PlotSizes.screen();
    private Plot.Legend legend = Plot.Legend.ABOVE_RIGHT;
    private Plot.Shape shape = Plot.Shape.FILL;
    private Optional<Viewport> span = Optional.empty();
    private Optional<Viewport> home = Optional.empty();
    private Optional<Caption> caption = Optional.empty();

    PlotBuilder(HorizontalAxis xAxis, ValueAxis yAxis) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /// Adds layers; legend and tooltip follow this order, painting follows each layer's depth.
    public PlotBuilder add(PlotLayer... more) {
        layers.addAll(List.of(more));
        return this;
    }

    public PlotBuilder theme(PlotTheme value) {
        theme = value;
        return this;
    }

    public PlotBuilder sizes(PlotSizes value) {
        sizes = value;
        return this;
    }

    public PlotBuilder legend(Plot.Legend value) {
        legend = value;
        return this;
    }

    public PlotBuilder shape(Plot.Shape value) {
        shape = value;
        return this;
    }

    /// All there is to see, when that is not what the layers have data for.
    public PlotBuilder span(Viewport value) {
        span = Optional.of(value);
        return this;
    }

    /// The view the plot opens on.
    public PlotBuilder home(Viewport value) {
        home = Optional.of(value);
        return this;
    }

    public PlotBuilder caption(Caption value) {
        caption = Optional.of(value);
        return this;
    }

    public Plot build() {
        return new Plot(new PlotSpec(xAxis, yAxis, layers, layers, theme, sizes, legend, shape, span, home, caption));
    }
}
