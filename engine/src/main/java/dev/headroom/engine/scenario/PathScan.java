package dev.headroom.engine.scenario;

import dev.headroom.engine.capacity.BreachAssessor;
import dev.headroom.engine.forecast.Futures;

/// One look at all futures of a load: when each first passes the limit, and how high it gets.
///
/// @param first by path the first step above the limit, or [BreachAssessor#NEVER]
/// @param peak by path the highest value
record PathScan(int[] first, double[] peak) {
    static PathScan of(Futures futures, double limit) {
        int[] first = new int[futures.count()];
        double[] peak = new double[futures.count()];
        int steps = futures.steps();
        for (int path = 0; path < first.length; path++) {
            int breach = BreachAssessor.NEVER;
            double highest = Double.NEGATIVE_INFINITY;
            for (int step = 0; step < steps; step++) {
                double value = futures.value(path, step);
                highest = Math.max(highest, value);
                if (value > limit && breach == BreachAssessor.NEVER) {
                    breach = step;
                }
            }
            first[path] = breach;
            peak[path] = highest;
        }
        return new PathScan(first, peak);
    }
}
