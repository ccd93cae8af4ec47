package dev.headroom.engine.anomaly;

import java.util.List;

/// Says what an episode looks like, from the rows of the 12 hours (daily rows: 7 days) after its alert.
final class KindRule {
    private static final int SOON = 4;
    private static final int DAYS = 7;
    private static final int STUCK_ROWS = 6;
    private static final double WIDER = 3;
    private static final int EARLIER = 14;
    private final List<JudgedRow> rows;
    private final int window;
    private final boolean daily;

    /// @param quiet how many rows make 12 hours
    KindRule(List<JudgedRow> rows, int quiet, boolean daily) {
        this.rows = rows;
        this.window = daily ? DAYS : Math.max(quiet, SOON + 1);
        this.daily = daily;
    }

    EpisodeKind of(int start, int end) {
        JudgedRow first = rows.get(start);
        if (first.missing()) {
            return EpisodeKind.MISSING;
        }
        if (!daily && stuck(start)) {
            return EpisodeKind.STUCK;
        }
        int to = Math.min(rows.size(), start + window);
        int above = 0;
        int below = 0;
        for (int i = start; i < to; i++) {
            above += rows.get(i).above() ? 1 : 0;
            below += rows.get(i).below() ? 1 : 0;
        }
        if (!daily && above > 1 && below > 1 && spread(start, to) > WIDER * spread(start - EARLIER * window, start)) {
            return EpisodeKind.VARIANCE;
        }
        if (Math.max(above, below) > SOON && 2 * Math.max(above, below) > window) {
            return EpisodeKind.LEVEL_SHIFT;
        }
        if (above + below == 0 && !anyOutside(start, end)) {
            if (daily) {
                return EpisodeKind.TREND_CHANGE;
            }
            return spread(start, to) > WIDER * spread(start - EARLIER * window, start)
                    ? EpisodeKind.VARIANCE
                    : EpisodeKind.PATTERN;
        }
        return sum(start, end) >= 0 ? EpisodeKind.SPIKE : EpisodeKind.DIP;
    }

    private boolean stuck(int start) {
        if (start < STUCK_ROWS - 1) {
            return false;
        }
        double value = rows.get(start).value();
        for (int i = start - STUCK_ROWS + 1; i < start; i++) {
            if (rows.get(i).value() != value) {
                return false;
            }
        }
        return true;
    }

    private boolean anyOutside(int start, int end) {
        return rows.subList(start, end + 1).stream().anyMatch(JudgedRow::outside);
    }

    private double sum(int start, int end) {
        double sum = 0;
        for (int i = start; i <= end; i++) {
            double excess = rows.get(i).excess();
            sum += Double.isNaN(excess) ? 0 : excess;
        }
        return sum;
    }

    /// Root mean square of what is left; NaN without rows, which nothing exceeds.
    private double spread(int from, int to) {
        double sum = 0;
        int counted = 0;
        for (int i = Math.max(0, from); i < to; i++) {
            double excess = rows.get(i).excess();
            if (!Double.isNaN(excess)) {
                sum += excess * excess;
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : Math.sqrt(sum / counted);
    }
}
