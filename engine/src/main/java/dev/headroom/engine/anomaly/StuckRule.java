package dev.headroom.engine.anomaly;

/// Notices a value that does not move, and values that are missing, for much longer than ever before. Novelty of
/// shape cannot see either: a flat line is near to every flat line.
final class StuckRule {
    private static final int LEAST_RUN = 6;
    private static final long LEAST_SECONDS = 2 * 3600;
    private static final int AFTER_ROWS = 100;
    private static final int LEAST_GAP = 3;
    private static final int LONGER = 2;
    private long rows;
    private double value = Double.NaN;
    private long since;
    private int run;
    private int longestRun;
    private boolean flatTold;
    private int gap;
    private int longestGap;
    private boolean missingTold;

    /// @return true in the row in which a run becomes too long; never in the first run, which nothing compares with
    boolean flat(long at, double next) {
        rows++;
        if (next != value) {
            longestRun = Math.max(longestRun, run);
            value = next;
            run = 1;
            since = at;
            flatTold = false;
            return false;
        }
        run++;
        if (flatTold
                || longestRun == 0
                || run <= LONGER * longestRun
                || run < LEAST_RUN
                || at - since < LEAST_SECONDS
                || rows <= AFTER_ROWS) {
            return false;
        }
        flatTold = true;
        return true;
    }

    /// @return true in the row in which a gap becomes too long
    boolean missing() {
        rows++;
        gap++;
        if (missingTold || gap <= LONGER * longestGap || gap < LEAST_GAP || rows <= AFTER_ROWS) {
            return false;
        }
        missingTold = true;
        return true;
    }

    /// Ends a gap.
    void present() {
        longestGap = Math.max(longestGap, gap);
        gap = 0;
        missingTold = false;
    }
}
