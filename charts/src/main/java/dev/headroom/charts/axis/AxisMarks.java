package dev.headroom.charts.axis;

import java.util.List;

/// The ticks and labels of one axis for one visible span.
public record AxisMarks(double min, double max, double[] ticks, List<AxisLabel> labels) {
    public AxisMarks {
        if (!(min < max)) {
            throw new IllegalArgumentException("min (%s) must be less than max (%s).".formatted(min, max));
        }
        ticks = ticks.clone();
        labels = List.copyOf(labels);
    }

    @Override
    public double[] ticks() {
        return ticks.clone();
    }
}
