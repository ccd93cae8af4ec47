package dev.headroom.engine.model.baseline;

/// A random walk with or without a slope.
///
/// @param last the last observation
/// @param lag how many steps before the end of the grid it lies, 0 or more
/// @param sigma standard deviation of a one-step change around the slope
/// @param span steps between the first and the last observation; infinite when the slope is known
record RandomWalk(double last, int lag, double slope, double sigma, double span) implements Walk {
    /// Whether the walk drifts along the line from the first to the last observation.
    enum Slope {
        NONE,
        THROUGH_ENDS
    }

    static RandomWalk of(double[] values, Slope kind) {
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        int end = values.length - 1;
        while (Double.isNaN(values[end])) {
            end--;
        }
        boolean drifts = kind == Slope.THROUGH_ENDS;
        double slope = drifts ? (values[end] - values[first]) / (end - first) : 0;
        double squares = 0;
        int count = 0;
        int previous = first;
        for (int t = first + 1; t <= end; t++) {
            if (Double.isNaN(values[t])) {
                continue;
            }
            double error = values[t] - values[previous] - slope * (t - previous);
            squares += error * error / (t - previous);
            count++;
            previous = t;
        }
        double sigma = Math.sqrt(squares / Math.max(1, drifts ? count - 1 : count));
        double span = drifts ? end - first : Double.POSITIVE_INFINITY;
        return new RandomWalk(values[end], values.length - 1 - end, slope, sigma, span);
    }

    @Override
    public double centre(int step) {
        return last + slope * (lag + step);
    }

    @Override
    public double deviation(int step) {
        double ahead = lag + step;
        return sigma * Math.sqrt(ahead * (1 + ahead / span));
    }

    @Override
    public void draw(double[] shocks, double[] path) {
        double parameterError = shocks[path.length] * sigma / Math.sqrt(span);
        double sum = 0;
        for (int k = 0; k < path.length; k++) {
            // The first step also crosses the missing values at the end of the grid.
            sum += shocks[k] * sigma * Math.sqrt(k == 0 ? lag + 1.0 : 1);
            path[k] = centre(k + 1) + sum + parameterError * (lag + k + 1);
        }
    }
}
