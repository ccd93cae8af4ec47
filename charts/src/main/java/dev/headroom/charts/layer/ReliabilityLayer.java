package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.data.ReliabilityBin;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Shown probability against how often it came true: a dot with its interval for each bin, and the diagonal where
/// both agree. The highlighted bin is drawn hollow.
public record ReliabilityLayer(List<ReliabilityBin> bins, OptionalInt highlighted) implements PlotLayer {
    public ReliabilityLayer {
        bins = List.copyOf(bins);
    }

    @Override
    public void paint(PlotFrame frame) {
        frame.pen()
                .stroke(
                        new Line2D.Double(frame.px(0), frame.py(0), frame.px(1), frame.py(1)),
                        frame.color(ThemeColor.CONTROL),
                        Pen.dashed(frame.mark(1), frame.mark(4), frame.mark(3)));
        Color accent = frame.color(ThemeColor.ACCENT);
        for (int i = 0; i < bins.size(); i++) {
            ReliabilityBin bin = bins.get(i);
            double x = frame.px(bin.shown());
            double y = frame.py(bin.observed());
            frame.pen().vertical(x, frame.py(bin.lower()), frame.py(bin.upper()), accent, frame.mark(1.5));
            boolean hollow = highlighted.isPresent() && highlighted.getAsInt() == i;
            double radius = frame.mark(hollow ? 5 : 3.5);
            frame.pen().fill(dot(x, y, radius), accent);
            if (hollow) {
                frame.pen().fill(dot(x, y, radius - frame.mark(2)), frame.color(ThemeColor.SURFACE));
            }
        }
    }

    private static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public Depth depth() {
        return Depth.MARKER;
    }

    @Override
    public Optional<Extent> span() {
        return Optional.of(new Extent(0, 1));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        return Optional.of(new Extent(0, 1));
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        List<Readout> rows = new ArrayList<>();
        for (ReliabilityBin bin : bins) {
            if (bin.shown() == x) {
                rows.add(Readout.strong("Really breached", axis.format().detail(bin.observed(), axis.locale())));
                rows.add(Readout.of(
                        "90\u00a0% interval",
                        axis.format().range(bin.lower(), bin.upper(), axis.locale()), Ink.of(ThemeColor.ACCENT)));
                rows.add(Readout.strong("Forecasts", Long.toString(bin.count())));
            }
        }
        return rows;
    }

    @Override
    public OptionalDouble nearest(double x) {
        return bins.stream()
                .mapToDouble(ReliabilityBin::shown)
                .reduce((a, b) -> Math.abs(a - x) <= Math.abs(b - x) ? a : b);
    }

    @Override
    public OptionalDouble after(double x) {
        return bins.stream()
                .mapToDouble(ReliabilityBin::shown)
                .filter(s -> s > x)
                .min();
    }

    @Override
    public OptionalDouble before(double x) {
        return bins.stream()
                .mapToDouble(ReliabilityBin::shown)
                .filter(s -> s < x)
                .max();
    }

    @Override
    public Optional<FocusPoint> focus(double x) {
        return bins.stream()
                .filter(bin -> bin.shown() == x)
                .map(bin -> new FocusPoint(x, bin.observed(), Ink.of(ThemeColor.ACCENT)))
                .findFirst();
    }
}
