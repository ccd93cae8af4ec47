package dev.headroom.charts.layer;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.data.BandData;
import dev.headroom.charts.theme.Ink;
import dev.headroom.charts.theme.ThemeColor;
import java.util.List;
import java.util.Optional;

/// A band between two values, painted as an opaque polygon without an outline.
///
/// `name` is the legend text (`80 %`), `readoutName` the name in the tooltip (`80 % band`).
public record BandLayer(String name, String readoutName, BandData data, Ink ink, Depth depth) implements PlotLayer {
    /// One of the three intervals of a forecast.
    public static BandLayer forecast(BandLevel level, BandData data) {
        String percent = level.percent() + "\u00a0%";
        return new BandLayer(percent, percent + " band", data, Ink.of(level.token()), level.depth());
    }

    /// The band that a scenario is compared with: neutral, under everything else.
    public static BandLayer baseline(String name, BandData data) {
        return new BandLayer(name, name, data, new Ink.Tint(ThemeColor.TEXT, 0.13, ThemeColor.SURFACE), Depth.BAND_95);
    }

    @Override
    public void paint(PlotFrame frame) {
        if (data.size() > 0) {
            frame.pen().fill(BandPath.of(data, frame), frame.color(ink));
        }
    }

    @Override
    public Optional<Extent> span() {
        return data.size() == 0 ? Optional.empty() : Optional.of(new Extent(data.x(0), data.x(data.size() - 1)));
    }

    @Override
    public Optional<Extent> values(double from, double to) {
        int first = data.firstAtOrAfter(from);
        int end = Math.max(first, Math.min(data.size(), data.firstAtOrAfter(to) + 1));
        double min = data.lows().min(first, end);
        return Double.isNaN(min)
                ? Optional.empty()
                : Optional.of(new Extent(min, data.highs().max(first, end)));
    }

    @Override
    public List<LegendEntry> legend() {
        return data.size() == 0 ? List.of() : List.of(new LegendEntry(name, LegendEntry.Swatch.BOX, ink));
    }

    /// A band of no width, as where it leaves the last observation, is not worth a line.
    @Override
    public List<Readout> readouts(double x, ValueAxis axis) {
        int index = data.nearest(x);
        if (index < 0 || Math.abs(data.x(index) - x) > 1 || !(data.lower(index) < data.upper(index))) {
            return List.of();
        }
        String range = axis.format().range(data.lower(index), data.upper(index), axis.locale());
        return List.of(Readout.of(readoutName, range, ink));
    }
}
