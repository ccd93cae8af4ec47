package dev.headroom.engine.anomaly;

/// What the error of one day says of the next: a share of it, learnt from the days before. Days that are alerted or at
/// the edge of a month say nothing of the next.
///
/// Input: errors on any scale, by day. Output: the part of the last error to be expected again, 0 after a gap. Errors:
/// none. Source: the first-order autoregression, G. U. Yule (1927), doi:10.1098/rsta.1927.0007. Departures: the share
/// lies between 0 and 0.6, fades in over two months, and forgets with a half-life of about two months.
final class CarriedError {
    private static final double MOST = 0.6;
    private static final double KEEP = 0.99;
    private static final double DAYS_TO_TRUST = 60;

    private double last;
    private long lastDay = Long.MIN_VALUE;
    private double together;
    private double alone;
    private int pairs;

    /// The error to expect on a day; 0 unless the day before is known.
    double into(long day) {
        boolean next = lastDay != Long.MIN_VALUE && day - lastDay == 1;
        return next && alone > 0
                ? Math.clamp(together / alone, 0, MOST) * Math.min(1, pairs / DAYS_TO_TRUST) * last
                : 0;
    }

    /// @param most larger errors count as this, so that a single day does not move the next by much
    void add(long day, double error, double most) {
        double kept = Math.clamp(error, -most, most);
        if (lastDay != Long.MIN_VALUE && day - lastDay == 1) {
            together = KEEP * together + kept * last;
            alone = KEEP * alone + last * last;
            pairs++;
        }
        last = kept;
        lastDay = day;
    }

    /// Nothing is carried over from the last day.
    void forget() {
        lastDay = Long.MIN_VALUE;
    }
}
