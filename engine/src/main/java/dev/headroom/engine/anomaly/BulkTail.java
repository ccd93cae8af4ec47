package dev.headroom.engine.anomaly;

/// How far out the size of a residual is, as −log10 of its probability if the upper half of past sizes falls off
/// exponentially. The scale ignores the largest tenth, so that repeated incidents stay incidents.
final class BulkTail {
    private static final double MOST = 8;
    private static final double LEAST_SCALE = 0.05;
    private final RankedWindow sizes;

    /// @param capacity how many sizes are remembered
    BulkTail(int capacity) {
        sizes = new RankedWindow(capacity);
    }

    /// The sizes themselves.
    RankedWindow window() {
        return sizes;
    }

    int size() {
        return sizes.size();
    }

    /// @return 0..8; 0 without history
    double surprise(double residual) {
        if (sizes.size() == 0) {
            return 0;
        }
        double excess = Math.abs(residual) - sizes.quantile(0.5);
        return Math.clamp(Math.log10(2) + excess / scale() / Math.log(10), 0, MOST);
    }

    /// The scale of the fall-off.
    double scale() {
        double median = sizes.quantile(0.5);
        return Math.max(
                (sizes.quantile(0.9) - median) / Math.log(5), Math.max(LEAST_SCALE * median, Double.MIN_NORMAL));
    }

    void add(double residual) {
        sizes.add(Math.abs(residual));
    }
}
