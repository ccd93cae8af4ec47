package dev.headroom.engine.anomaly;

/// The last values of a stream in their order of size. Values are finite.
final class RankedWindow {
    private final double[] ring;
    private final double[] sorted;
    private int size;
    private int next;

    RankedWindow(int capacity) {
        ring = new double[capacity];
        sorted = new double[capacity];
    }

    int size() {
        return size;
    }

    /// Adds a value and forgets the oldest one when the window is full.
    void add(double value) {
        double clean = value + 0.0; // no negative zero, which sorts apart
        if (size == ring.length) {
            replace(ring[next], clean);
        } else {
            int at = lowerBound(clean);
            System.arraycopy(sorted, at, sorted, at + 1, size - at);
            sorted[at] = clean;
            size++;
        }
        ring[next] = clean;
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    private void replace(double old, double value) {
        int from = lowerBound(old);
        int to = lowerBound(value);
        if (to > from) {
            System.arraycopy(sorted, from + 1, sorted, from, to - 1 - from);
            sorted[to - 1] = value;
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, from - to);
            sorted[to] = value;
        }
    }

    private int lowerBound(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// @param rank 0 = the smallest
    double at(int rank) {
        return sorted[rank];
    }

    int atLeast(double value) {
        return size - lowerBound(value);
    }

    /// @param share 0..1, between two values in a straight line
    double quantile(double share) {
        double place = share * (size - 1);
        int low = (int) place;
        int high = Math.min(low + 1, size - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
