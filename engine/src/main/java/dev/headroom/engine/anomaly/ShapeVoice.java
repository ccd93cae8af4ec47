package dev.headroom.engine.anomaly;

import java.util.Arrays;

/// How new the recent shape of a series is: the distance to the second nearest of the remembered shapes that do not
/// overlap it, judged against the history of such distances.
///
/// A shape has as many coordinates as its width, each the mean of some consecutive rows, newest first.
final class ShapeVoice {
    private static final int LEAST_CANDIDATES = 30;
    private static final int SEGMENTS = 8;
    /// Bounds are a hair less than they come out, because both sides are rounded.
    private static final double HAIR = 1 - 1e-9;
    private static final int BLOCK = 8;
    private final int width;
    private final int each;
    private final Norm norm;
    private final int every;
    private final int segments;
    private final double[] shapes;
    private final double[] sums;
    private final long[] rows;
    private final double[] now;
    private final double[] sumsNow;
    private final TailHistory tail = new TailHistory();
    private int stored;
    private int next;
    private int nearest = -1;
    private int second = -1;

    /// How far apart two shapes are.
    enum Norm {
        /// Mean of the differences.
        ABSOLUTE,
        /// Root of the sum of squared differences.
        EUCLIDEAN
    }

    /// @param width coordinates of a shape
    /// @param each rows of a coordinate
    /// @param memory how many shapes are remembered
    /// @param every how many rows lie between two of them
    ShapeVoice(int width, int each, Norm norm, int memory, int every) {
        this.width = width;
        this.each = each;
        this.norm = norm;
        this.every = every;
        segments = norm == Norm.EUCLIDEAN && width % SEGMENTS == 0 ? SEGMENTS : 1;
        shapes = new double[memory * width];
        sums = new double[memory * segments];
        rows = new long[memory];
        now = new double[width];
        sumsNow = new double[segments];
    }

    /// How many rows a shape covers.
    int span() {
        return width * each;
    }

    /// The surprise of the shape that ends with the newest row, 0 or more; 0 while too few are remembered.
    double surprise(RecentValues recent) {
        if (recent.rows() < span()) {
            return 0;
        }
        for (int i = 0; i < width; i++) {
            double sum = 0;
            for (int lag = i * each; lag < (i + 1) * each; lag++) {
                sum += recent.at(lag);
            }
            now[i] = sum / each;
        }
        long row = recent.rows();
        double surprise = 0;
        double distance = distance(row);
        if (!Double.isNaN(distance)) {
            surprise = tail.surprise(distance);
        }
        if (row % every == 0) {
            System.arraycopy(now, 0, shapes, next * width, width);
            System.arraycopy(sumsNow, 0, sums, next * segments, segments);
            rows[next] = row;
            stored = Math.min(stored + 1, rows.length);
            next = after(next);
        }
        return surprise;
    }

    private int after(int place) {
        return place + 1 == rows.length ? 0 : place + 1;
    }

    /// To the second nearest; NaN with too few candidates.
    private double distance(long row) {
        Arrays.fill(sumsNow, 0);
        for (int i = 0; i < width; i++) {
            sumsNow[i * segments / width] += now[i];
        }
        int newest = next - 1;
        int count = stored;
        while (count > 0 && row - rows[Math.floorMod(newest, rows.length)] < span()) {
            newest--;
            count--;
        }
        if (count < LEAST_CANDIDATES) {
            return Double.NaN;
        }
        newest = Math.floorMod(newest, rows.length);
        Search search = new Search();
        // What was near to the row before is probably near to this one, one row later.
        int guess = nearest < 0 ? newest : after(nearest);
        int other = second < 0 ? newest : after(second);
        search.look(guess, row);
        if (other != guess) {
            search.look(other, row);
        }
        int below = Math.min(count, newest + 1);
        search.range(newest - below + 1, newest, guess, other);
        search.range(rows.length - (count - below), rows.length - 1, guess, other);
        nearest = search.nearest;
        second = search.second;
        return norm == Norm.ABSOLUTE ? search.far / width : Math.sqrt(search.far / width);
    }

    private final class Search {
        private double near = Double.POSITIVE_INFINITY;
        private double far = Double.POSITIVE_INFINITY;
        private int nearest = -1;
        private int second = -1;

        /// None of the places overlaps the shape.
        void range(int from, int to, int guess, int other) {
            for (int place = to; place >= from; place--) {
                if (place != guess && place != other && !isFar(place, far)) {
                    take(place);
                }
            }
        }

        void look(int place, long row) {
            if (row - rows[place] >= span()) {
                take(place);
            }
        }

        private void take(int place) {
            double sum = norm == Norm.ABSOLUTE ? absolute(place, far) : squared(place, far);
            if (sum < near) {
                far = near;
                second = nearest;
                near = sum;
                nearest = place;
            } else if (sum < far) {
                far = sum;
                second = place;
            }
        }
    }

    /// Whether a bound from below by the sums of parts of the shapes, which most shapes do not pass, is enough to tell
    /// that a shape is farther than a limit.
    private boolean isFar(int place, double limit) {
        int from = place * segments;
        if (norm == Norm.ABSOLUTE) {
            return HAIR * Math.abs(sums[from] - sumsNow[0]) >= limit;
        }
        double enough = limit * width / segments / HAIR;
        double bound = 0;
        for (int i = 0; i < segments; i++) {
            double difference = sums[from + i] - sumsNow[i];
            bound += difference * difference;
        }
        return bound >= enough;
    }

    private double absolute(int place, double limit) {
        int from = place * width;
        double sum = 0;
        for (int i = 0; i < width && sum < limit; i++) {
            sum += Math.abs(shapes[from + i] - now[i]);
        }
        return sum;
    }

    private double squared(int place, double limit) {
        int from = place * width;
        double sum = 0;
        for (int i = 0; i < width && sum < limit; ) {
            int end = Math.min(width, i + BLOCK);
            for (; i < end; i++) {
                double difference = shapes[from + i] - now[i];
                sum += difference * difference;
            }
        }
        return sum;
    }
}
