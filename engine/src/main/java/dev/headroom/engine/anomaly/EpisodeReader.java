package dev.headroom.engine.anomaly;

import java.util.ArrayList;
import java.util.List;

/// Reads the episodes of a series from its judged rows: where each begins and ends, how large it is and what it looks
/// like. Rows after an alert are used for that; the alerts themselves are taken as they are.
///
/// An episode ends before the values are inside the band for 12 hours (daily rows: 3 days), with the next alert of the
/// other direction, or after 14 days (daily rows: 21). Further alerts within it belong to it.
public final class EpisodeReader {
    private static final long HALF_DAY = 43_200;
    private static final int QUIET_DAYS = 3;
    private static final int LONGEST_DAYS = 21;
    private static final long LONGEST_SECONDS = 14 * 86_400L;
    private static final int DRIFT_ROWS = 7;
    private static final int DRIFT_FROM = 56;
    private static final int DRIFT_TO = 28;
    private final List<JudgedRow> rows;
    private final int quiet;
    private final int longest;
    private final boolean daily;

    private EpisodeReader(List<JudgedRow> rows, double step) {
        this.rows = rows;
        daily = step >= HALF_DAY;
        quiet = daily ? QUIET_DAYS : (int) Math.max(1, Math.round(HALF_DAY / step));
        longest = daily ? LONGEST_DAYS : (int) Math.max(quiet, Math.round(LONGEST_SECONDS / step));
    }

    /// @param rows in the order of time
    /// @param step seconds between two rows
    public static List<Episode> read(List<JudgedRow> rows, double step) {
        return new EpisodeReader(rows, step).read();
    }

    private List<Episode> read() {
        List<Episode> episodes = new ArrayList<>();
        int row = 0;
        while (row < rows.size()) {
            if (rows.get(row).point().alert()) {
                int end = end(row);
                episodes.add(episode(row, end));
                row = Math.max(row, end);
            }
            row++;
        }
        return episodes;
    }

    /// The last row of the episode that begins in `start`.
    private int end(int start) {
        double sign = Math.signum(rows.get(start).excess());
        int last = start;
        for (int i = start + 1; i < rows.size() && i - start <= longest && i - last <= quiet; i++) {
            JudgedRow row = rows.get(i);
            boolean other = row.point().alert() && sign * row.excess() < 0;
            if (other) {
                return i - 1;
            }
            boolean lasts = rows.get(start).missing()
                    ? row.missing()
                    : row.outside() || row.point().alert();
            if (lasts) {
                last = i;
            }
        }
        return last;
    }

    private Episode episode(int start, int end) {
        EpisodeKind kind = new KindRule(rows, quiet, daily).of(start, end);
        Sums sums = kind == EpisodeKind.TREND_CHANGE && daily ? drift(start) : sums(start, end);
        JudgedRow first = rows.get(start);
        JudgedRow peak = first;
        Severity severity = first.point().severity().orElse(Severity.LOW);
        double score = first.point().score();
        List<Episode.Step> steps = new ArrayList<>(List.of(new Episode.Step(first.at(), severity)));
        for (int i = start; i <= end; i++) {
            JudgedRow row = rows.get(i);
            if (Math.abs(row.excess()) > Math.abs(peak.excess()) || Double.isNaN(peak.excess()) && !row.missing()) {
                peak = row;
            }
            score = Math.max(score, row.point().score());
            Severity now = row.point().severity().orElse(severity);
            if (now.compareTo(severity) > 0) {
                severity = now;
                steps.add(new Episode.Step(row.at(), now));
            }
        }
        boolean still = kind == EpisodeKind.MISSING || kind == EpisodeKind.STUCK;
        return new Episode(
                first.at(),
                rows.get(end).at(),
                peak,
                kind,
                still ? Direction.NONE : Direction.of(sums.impact == 0 ? first.excess() : sums.impact),
                rows.size() - 1 - end >= quiet ? Episode.State.RECOVERED : Episode.State.OPEN,
                severity,
                score,
                sums.impact,
                sums.expected,
                sums.rows,
                steps);
    }

    private record Sums(double impact, double expected, int rows) {}

    private Sums sums(int start, int end) {
        double sum = 0;
        double largest = 0;
        double expected = 0;
        int counted = 0;
        for (int i = start; i <= end; i++) {
            double excess = rows.get(i).excess();
            if (!Double.isNaN(excess)) {
                sum += excess;
                expected += rows.get(i).point().expected();
                counted++;
            }
            if (Math.abs(sum) > Math.abs(largest)) {
                largest = sum;
            }
        }
        return new Sums(largest, expected, counted);
    }

    /// The last week against the weeks before the last month: the expectation has followed the change.
    private Sums drift(int start) {
        double before = mean(start - DRIFT_FROM, start - DRIFT_TO - 1);
        double now = mean(start - DRIFT_ROWS + 1, start);
        if (Double.isNaN(before) || Double.isNaN(now)) {
            return sums(start, start);
        }
        return new Sums((now - before) * DRIFT_ROWS, before * DRIFT_ROWS, DRIFT_ROWS);
    }

    private double mean(int from, int to) {
        double sum = 0;
        int counted = 0;
        for (int i = Math.max(0, from); i <= to; i++) {
            double value = rows.get(i).value();
            if (!Double.isNaN(value)) {
                sum += value;
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}
