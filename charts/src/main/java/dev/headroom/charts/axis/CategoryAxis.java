package dev.headroom.charts.axis;

import java.util.ArrayList;
import java.util.List;

/// An axis of named places; the category with index i reaches from i to i + 1.
public record CategoryAxis(List<String> names) implements HorizontalAxis {
    public CategoryAxis {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names must not be empty.");
        }
        names = List.copyOf(names);
    }

    @Override
    public AxisMarks marks(double from, double to, double pixels, double fontSize) {
        List<AxisLabel> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i + 1 > from && i < to) {
                labels.add(
                        new AxisLabel(i, i + 1, names.get(i), AxisLabel.Emphasis.NORMAL, AxisLabel.Placement.CENTRED));
            }
        }
        return new AxisMarks(from, to, new double[0], labels);
    }

    @Override
    public String describe(double position) {
        int index = (int) Math.floor(position);
        return index >= 0 && index < names.size() ? names.get(index) : "";
    }
}
