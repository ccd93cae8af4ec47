package dev.headroom.engine.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What events have made of a load, day by day: a multiple of the baseline plus an offset plus what came from
/// elsewhere; nothing while the machine is off. All of it is linear in the paths, so that differences between
/// scenario and baseline are exact path by path.
final class LoadLine {
    private final double[] factor;
    private final double[] offset;
    private final boolean[] dark;
    private final List<Inflow> inflows = new ArrayList<>();

    LoadLine(int days) {
        factor = new double[days];
        Arrays.fill(factor, 1);
        offset = new double[days];
        dark = new boolean[days];
    }

    /// Load from elsewhere, in percent of the capacity on which it arrives.
    private record Inflow(MovedLoad moved, double[] weight) {}

    void times(int day, double by) {
        factor[day] *= by;
        offset[day] *= by;
        inflows.forEach(inflow -> inflow.weight()[day] *= by);
    }

    void plus(int day, double points) {
        offset[day] += points;
    }

    /// Adds moved load from day `first` on, up to before day `end`.
    void receive(MovedLoad moved, int first, int end) {
        double[] weight = new double[factor.length];
        Arrays.fill(weight, first, end, 1);
        inflows.add(new Inflow(moved, weight));
    }

    void switchOff(int day) {
        dark[day] = true;
    }

    boolean isDark(int day) {
        return dark[day];
    }

    /// The load of a path on a day; never below 0.
    double value(double baseline, int path, int day) {
        if (dark[day]) {
            return 0;
        }
        double value = factor[day] * baseline + offset[day];
        for (Inflow inflow : inflows) {
            value += inflow.weight()[day] * inflow.moved().value(path, day);
        }
        return Math.max(0, value);
    }
}
