package dev.headroom.engine.model.additive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A change of the slope of a trend.
///
/// @param index the grid point at which it happens
/// @param before the slope just before, in the unit of the series by step
/// @param after the slope just after
public record TrendBend(int index, double before, double after) {
    // Below this part of the largest slope a bend is not worth telling.
    private static final double WORTH_TELLING = 0.2;

    /// @param trend of the model at a grid index
    static List<TrendBend> in(Trend form, IntToDoubleFunction trend, double... coefficients) {
        List<TrendBend> bends = new ArrayList<>();
        double largest = 0;
        int last = form.length() - 1;
        for (int j = 0; j < form.changePoints(); ) {
            double weight = 0;
            double moment = 0;
            int first = j;
            for (; j < form.changePoints() && coefficients[form.firstChange() + j] != 0; j++) {
                double change = Math.abs(coefficients[form.firstChange() + j]);
                weight += change;
                moment += change * form.at(j);
            }
            if (weight > 0) {
                // The slopes of the pieces on both sides of the run of change points.
                int left = (int) Math.floor(form.at(first) * last);
                int right = (int) Math.ceil(form.at(j - 1) * last);
                double before = trend.applyAsDouble(left) - trend.applyAsDouble(Math.max(0, left - 1));
                double after = trend.applyAsDouble(Math.min(last, right + 1)) - trend.applyAsDouble(right);
                bends.add(new TrendBend((int) Math.round(moment / weight * last), before, after));
                largest = Math.max(largest, Math.max(Math.abs(before), Math.abs(after)));
            } else {
                j++;
            }
        }
        double enough = WORTH_TELLING * largest;
        return bends.stream()
                .filter(bend -> Math.abs(bend.after - bend.before) > enough)
                .toList();
    }
}
