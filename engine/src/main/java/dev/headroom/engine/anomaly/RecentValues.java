package dev.headroom.engine.anomaly;

/// The last values of a stream, newest first.
final class RecentValues {
    private final double[] ring;
    private long rows;

    RecentValues(int capacity) {
        ring = new double[capacity];
    }

    void add(double value) {
        ring[(int) (rows % ring.length)] = value;
        rows++;
    }

    /// How many values there were.
    long rows() {
        return rows;
    }

    /// @param lag 0 = the newest; less than the capacity and than [#rows()]
    double at(int lag) {
        return ring[(int) ((rows - 1 - lag) % ring.length)];
    }
}
