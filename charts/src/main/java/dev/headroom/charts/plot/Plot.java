package dev.headroom.charts.plot;

import dev.headroom.charts.axis.HorizontalAxis;
import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.layer.Extent;
import dev.headroom.charts.layer.FocusPoint;
import dev.headroom.charts.layer.LegendEntry;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.layer.PlotLayer;
import dev.headroom.charts.layer.Readout;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.PlotTheme;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A chart as an immutable description: layers, axes, look and caption, painted the same way on every medium.
public final class Plot {
    /// Where the legend stands.
    public enum Legend {
        ABOVE_RIGHT,
        ABOVE_LEFT,
        NONE
    }

    /// The shape of the plot area.
    public enum Shape {
        FILL,
        /// As wide as high: for a reliability diagram.
        SQUARE
    }

    private final PlotSpec spec;

    Plot(PlotSpec spec) {
        this.spec = spec;
    }

    /// Starts a plot.
    public static PlotBuilder builder(HorizontalAxis xAxis, ValueAxis yAxis) {
        return new PlotBuilder(xAxis, yAxis);
    }

    /// The same plot in another palette.
    public Plot withTheme(PlotTheme theme) {
        return new Plot(spec.withTheme(theme));
    }

    /// The same plot in the sizes of another medium.
    public Plot withSizes(PlotSizes sizes) {
        return new Plot(spec.withSizes(sizes));
    }

    /// The same plot with its legend elsewhere.
    public Plot withLegend(Legend legend) {
        return new Plot(spec.withLegend(legend));
    }

    /// The same plot that opens on another view.
    public Plot withHome(Viewport home) {
        return new Plot(spec.withHome(Optional.of(home)));
    }

    /// The same plot with another caption.
    public Plot withCaption(Caption caption) {
        return new Plot(spec.withCaption(Optional.of(caption)));
    }

    public PlotTheme theme() {
        return spec.theme();
    }

    public PlotSizes sizes() {
        return spec.sizes();
    }

    public HorizontalAxis xAxis() {
        return spec.xAxis();
    }

    public ValueAxis yAxis() {
        return spec.yAxis();
    }

    /// The layers from the ground up.
    public List<PlotLayer> layers() {
        return spec.layers();
    }

    /// What an export says around the plot.
    public Optional<Caption> caption() {
        return spec.caption();
    }

    public Legend legendPlace() {
        return spec.legend();
    }

    public Shape shape() {
        return spec.shape();
    }

    /// Everything there is to see: the union of the layers' spans, or the span that was asked for.
    public Viewport full() {
        if (spec.span().isPresent()) {
            return spec.span().get();
        }
        Optional<Extent> all =
                layers().stream().flatMap(layer -> layer.span().stream()).reduce(Extent::union);
        double min = all.map(Extent::min).orElse(0.0);
        double max = all.map(Extent::max).orElse(1.0);
        return min < max ? new Viewport(min, max) : new Viewport(min - 1, max + 1);
    }

    /// The view the plot opens on, and returns to.
    public Viewport home() {
        return spec.home().orElseGet(this::full);
    }

    /// The entries of the legend in the order in which the layers were added.
    public List<LegendEntry> legend() {
        return spec.added().stream()
                .flatMap(layer -> layer.legend().stream())
                .distinct()
                .toList();
    }

    /// The observation closest to a position, which the crosshair snaps to.
    public OptionalDouble nearest(double x) {
        return layers().stream()
                .flatMap(layer -> layer.nearest(x).stream().boxed())
                .min(Comparator.comparingDouble(candidate -> Math.abs(candidate - x)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /// The next observation to the right.
    public OptionalDouble after(double x) {
        return layers().stream()
                .flatMapToDouble(layer -> layer.after(x).stream())
                .min();
    }

    /// The next observation to the left.
    public OptionalDouble before(double x) {
        return layers().stream()
                .flatMapToDouble(layer -> layer.before(x).stream())
                .max();
    }

    /// What the crosshair reads at a position, in the order in which the layers were added.
    public List<Readout> readouts(double x) {
        List<Readout> all = new ArrayList<>();
        spec.added().forEach(layer -> all.addAll(layer.readouts(x, yAxis())));
        return all;
    }

    /// The point that the crosshair marks at a position: on the uppermost line that has a value there.
    public Optional<FocusPoint> focus(double x) {
        Optional<FocusPoint> found = Optional.empty();
        for (PlotLayer layer : layers()) {
            Optional<FocusPoint> candidate = layer.focus(x);
            found = candidate.isPresent() ? candidate : found;
        }
        return found;
    }

    /// A position in words, with its weekday on a time axis.
    public String describe(double x) {
        return xAxis() instanceof TimeAxis time ? time.describeWithWeekday(x) : xAxis().describe(x);
    }

    /// Where everything lies when the plot is painted at this size.
    public PlotLayout layout(double width, double height, Viewport viewport) {
        return PlotLayout.of(this, width, height, viewport);
    }

    /// Paints the plot at the origin.
    ///
    /// Input: a size in units (pixels at 100 %), the view, and how many device pixels make one unit; straight lines
    /// are moved to whole device pixels. The caller's transform is left as it was.
    public void paint(Graphics2D g, double width, double height, Viewport viewport, double deviceScale) {
        new PlotPainter(this, layout(width, height, viewport), new Pen(g, deviceScale)).paint();
    }

    /// Paints the plot for a device whose scale is that of the graphics' own transform.
    public void paint(Graphics2D g, double width, double height, Viewport viewport) {
        double scale = Math.abs(g.getTransform().getScaleX());
        paint(g, width, height, viewport, scale > 0 ? scale : 1);
    }
}
