package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.data.BarData;
import dev.headroom.charts.theme.Ink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Bars from zero; their axis always shows zero.
public record BarLayer(String name, BarData data, Ink ink) implements PlotLayer {
    private static final double GAP_SHARE = 0.22;

    @Override
    public void paint(PlotFrame frame) {
        double zero = frame.py(0);
        for (int i = 0; i < data.size(); i++) {
            double value = data.value(i);
            if (!Double.isNaN(value) && data.to(i) > frame.from() && data.from(i) < frame.to()) {
                double left = frame.px(data.from(i));
                double right = frame.px(data.to(i));
                double gap = Math.min((right - left) * GAP_SHARE, frame.mark(24)) / 2;
                double y = frame.py(value);
                frame.pen().box(left + gap, Math.min(y, zero), right - gap, Math.max(y, zero), frame.color(ink));
            }
        }
    }

    @Override
    public Depth depth() {
        return Depth.BAR;
    }

    @Override
    public Optional<Extent> span() {
        return data.size() == 0 ? Optional.empty() : Optional.of(new Extent(data.from(0), data.to(data.size() - 1)));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        double min = 0;
        double max = 0;
        for (int i = 0; i < data.size(); i++) {
            if (data.to(i) > from && data.from(i) < to && !Double.isNaN(data.value(i))) {
                min = Math.min(min, data.value(i));
                max = Math.max(max, data.value(i));
            }
        }
        return Optional.of(new Extent(min, max));
    }

    @Override
    public List<LegendEntry> legend() {
        return data.size() == 0 || name.isEmpty()
                ? List.of()
                : List.of(new LegendEntry(name, LegendEntry.Swatch.BOX, ink));
    }

    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        int index = indexAt(x);
        return index < 0 || Double.isNaN(data.value(index))
                ? List.of()
                : List.of(Readout.strong(name, axis.format().detail(data.value(index), axis.locale())));
    }

    @Override
    public OptionalDouble nearest(double x) {
        OptionalDouble found = OptionalDouble.empty();
        for (int i = 0; i < data.size(); i++) {
            double centre = centre(i);
            if (found.isEmpty() || Math.abs(centre - x) < Math.abs(found.getAsDouble() - x)) {
                found = OptionalDouble.of(centre);
            }
        }
        return found;
    }

    @Override
    public OptionalDouble after(double x) {
        for (int i = 0; i < data.size(); i++) {
            if (centre(i) > x) {
                return OptionalDouble.of(centre(i));
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble before(double x) {
        for (int i = data.size() - 1; i >= 0; i--) {
            if (centre(i) < x) {
                return OptionalDouble.of(centre(i));
            }
        }
        return OptionalDouble.empty();
    }

    private int indexAt(double x) {
        for (int i = 0; i < data.size(); i++) {
            if (x >= data.from(i) && x < data.to(i)) {
                return i;
            }
        }
        return -1;
    }

    private double centre(int index) {
        return (data.from(index) + data.to(index)) / 2;
    }
}
