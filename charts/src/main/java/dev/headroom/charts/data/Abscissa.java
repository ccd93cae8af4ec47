package dev.headroom.charts.data;

import java.util.Arrays;

/// The strictly rising positions along the horizontal axis that lines and bands share, and searches in them.
final class Abscissa {
    private final double[] positions;

    Abscissa(double[] positions) {
        this.positions = positions.clone();
        for (int i = 0; i < positions.length; i++) {
            if (!Double.isFinite(positions[i])) {
                throw new IllegalArgumentException("position %d (%s) must be finite.".formatted(i, positions[i]));
            }
            if (i > 0 && positions[i] <= positions[i - 1]) {
                throw new IllegalArgumentException("position %d (%s) must be greater than the one before (%s)."
                        .formatted(i, positions[i], positions[i - 1]));
            }
        }
    }

    int size() {
        return positions.length;
    }

    double at(int index) {
        return positions[index];
    }

    double[] copy() {
        return positions.clone();
    }

    /// The first index whose position is not less than `x`; `size()` when there is none.
    int firstAtOrAfter(double x) {
        int found = Arrays.binarySearch(positions, x);
        return found >= 0 ? found : -found - 1;
    }

    /// The index of the position closest to `x`, or -1 when there are none.
    int nearest(double x) {
        if (positions.length == 0) {
            return -1;
        }
        int right = firstAtOrAfter(x);
        if (right == 0) {
            return 0;
        }
        if (right == positions.length) {
            return right - 1;
        }
        return x - positions[right - 1] <= positions[right] - x ? right - 1 : right;
    }

    Abscissa prefixed(double x) {
        double[] longer = new double[positions.length + 1];
        longer[0] = x;
        System.arraycopy(positions, 0, longer, 1, positions.length);
        return new Abscissa(longer);
    }
}
