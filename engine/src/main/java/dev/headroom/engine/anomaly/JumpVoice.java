package dev.headroom.engine.anomaly;

/// Hears a value that is far from what was expected and far from the value before it at once, beyond anything
/// that the tails of both promise: a glitch of one row that is over before the shapes of hours see it.
///
/// A series that often repeats its value has no tail to speak of (few levels, mostly idle), and the voice is
/// silent.
final class JumpVoice {
    private static final int LEAST = 100;
    private static final double FLOOR = 0.01;
    private static final int FORGOTTEN_ROWS = 1000;
    private static final double MOST_REPEATED = 0.2;
    private final RankedWindow sizes;
    private final RankedWindow changes;
    private double before = Double.NaN;
    private double repeated;
    private double magnitude;
    private long rows;

    /// @param sizes of the past residuals, to which somebody else adds
    /// @param capacity how many changes are remembered
    JumpVoice(RankedWindow sizes, int capacity) {
        this.sizes = sizes;
        changes = new RankedWindow(capacity);
    }

    /// The surprise of a row, 0 or more; 0 for the first ones.
    ///
    /// @param value NaN where it is missing, which is never a jump
    double surprise(double residual, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double change = Double.isNaN(before) ? 0 : value - before;
        double surprise = 0;
        if (Math.min(sizes.size(), changes.size()) >= LEAST && repeated < MOST_REPEATED) {
            double least = FLOOR * magnitude;
            surprise = Math.sqrt(PickandsTail.surprise(sizes, Math.abs(residual), least)
                    * PickandsTail.surprise(changes, Math.abs(change), least));
        }
        rows++;
        double rate = 1.0 / Math.min(rows, FORGOTTEN_ROWS);
        repeated += rate * ((value == before ? 1 : 0) - repeated);
        magnitude += rate * (Math.abs(value) - magnitude);
        changes.add(Math.abs(change));
        before = value;
        return surprise;
    }
}
