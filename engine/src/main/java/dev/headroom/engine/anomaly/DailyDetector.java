package dev.headroom.engine.anomaly;

import dev.headroom.engine.numeric.OrderStatistics;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges daily totals of a cost on a logarithmic scale: the last two weeks without their weekdays, the weekday, half
/// the change of the last four weeks, and what the first and last days of months usually bring. Alerts on single days
/// and, once in 45 days, on a slow drift.
///
/// A missing day is not a day without cost: it is neither judged nor learnt. When at least three are missing, and more
/// than twice as many as ever before, that is an alert of its own.
final class DailyDetector implements RowJudge {
    private static final int DAY = 86_400;
    private static final int MEMORY = 64;
    private static final int LEVEL_DAYS = 14;
    private static final int WEEKS = 8;
    private static final int HALF_WEEK = 3;
    private static final int TAILS = 6;
    private static final double MOST_TREND = 0.003;
    private static final int POOL = 180;
    private static final int POOL_FROM = 24;
    private static final int LEAST_POOL = 16;
    private static final double LEAST_CHANGE = 0.05;
    private static final double EDGE_UNKNOWN = 0.5;
    private static final int EDGES_KNOWN = 2;
    private static final double CLIP = 4;
    private static final double CARRIED = 2;
    private static final double THRESHOLD = 2.1;
    private static final int QUIET_DAYS = 3;
    private static final int LONGEST_EPISODE = 21;
    private static final double LOUDER = 1.7;
    private static final double BAND = 0.99;
    private static final int LEAST_GAP = 3;
    private static final int LONGER_GAP = 2;
    private static final double FLOOR = 1e-3;
    private final double threshold;
    private final List<Day> days = new ArrayList<>();
    private final RankedWindow pool = new RankedWindow(POOL);
    private final BulkTail sizes = new BulkTail(POOL);
    private final List<Double> firstOfMonth = new ArrayList<>();
    private final List<Double> lastOfMonth = new ArrayList<>();
    private final DriftRule drift = new DriftRule();
    private final CarriedError carried = new CarriedError();
    private final double[] effects = new double[DayOfWeek.values().length];
    private long seen;
    private int episodes;
    private boolean open;
    private long openedAt;
    private int quiet;
    private double peak;
    private double sign;
    private int gap;
    private int longestGap;
    private boolean missing;

    /// A day with its value on the logarithmic scale.
    record Day(long number, double value) {}

    DailyDetector(Sensitivity sensitivity) {
        threshold = THRESHOLD + sensitivity.threshold() - Sensitivity.STANDARD.threshold();
    }

    @Override
    public AnomalyPoint next(long at, double value) {
        if (Double.isNaN(value)) {
            return absent(Math.floorDiv(at, (long) DAY));
        }
        present();
        long number = Math.floorDiv(at, (long) DAY);
        LocalDate date = LocalDate.ofEpochDay(number);
        double scale = scale(value);
        double now = Math.log(Math.max(value, FLOOR * scale));
        double plainly = expected(number);
        double usual = plainly + carried.into(number);
        boolean first = date.getDayOfMonth() == 1;
        boolean edge = first || date.getDayOfMonth() == date.lengthOfMonth();
        List<Double> edges = first ? firstOfMonth : lastOfMonth;
        boolean edgeKnown = edges.size() >= EDGES_KNOWN;
        AnomalyPoint point = AnomalyPoint.NOTHING;
        if (!Double.isNaN(usual)) {
            double plain = now - usual;
            double expected = edge && edgeKnown ? usual + median(edges) : usual;
            point = judge(number, now, expected, edge && !edgeKnown);
            if (edge) {
                edges.add(plain);
                if (edges.size() > 12) {
                    edges.removeFirst();
                }
            }
            if (!edge && seen >= POOL_FROM) {
                double residual = plain;
                if (point.episode() > 0 && sizes.size() > 0) {
                    double bound = CLIP * sizes.scale();
                    residual = Math.clamp(plain, -bound, bound);
                }
                pool.add(residual);
                sizes.add(residual);
            }
            if (edge || point.episode() > 0 || sizes.size() <= LEAST_POOL) {
                carried.forget();
            } else {
                carried.add(number, now - plainly, CARRIED * sizes.scale());
            }
        }
        days.add(new Day(number, now));
        if (days.size() > MEMORY) {
            days.removeFirst();
        }
        seen++;
        return point;
    }

    @Override
    public AnomalyPoint nextIncomplete(long at, double value) {
        if (Double.isNaN(value)) {
            return next(at, value);
        }
        long number = Math.floorDiv(at, (long) DAY);
        double usual = expected(number);
        if (Double.isNaN(usual) || value < Math.exp(usual)) {
            return new AnomalyPoint(Math.exp(usual), Double.NaN, Double.NaN, 0, false, 0, Optional.empty());
        }
        return next(at, value);
    }

    private AnomalyPoint absent(long number) {
        gap++;
        if (!missing && seen >= POOL_FROM && gap >= LEAST_GAP && gap > LONGER_GAP * longestGap) {
            missing = true;
            begin(number, 0, 0);
            return new AnomalyPoint(
                    Double.NaN, Double.NaN, Double.NaN, 0, true, episodes, Optional.of(Severity.MEDIUM));
        }
        return missing
                ? new AnomalyPoint(Double.NaN, Double.NaN, Double.NaN, 0, false, episodes, Optional.of(Severity.MEDIUM))
                : AnomalyPoint.NOTHING;
    }

    private void present() {
        longestGap = Math.max(longestGap, gap);
        gap = 0;
        if (missing) {
            missing = false;
            open = false;
        }
    }

    private AnomalyPoint judge(long number, double now, double expected, boolean unknownEdge) {
        if (pool.size() < LEAST_POOL) {
            return new AnomalyPoint(Math.exp(expected), Double.NaN, Double.NaN, 0, false, 0, Optional.empty());
        }
        double residual = now - expected;
        double outlying = sizes.surprise(residual);
        double low = Math.exp(expected + pool.quantile(1 - BAND));
        double high = Math.exp(expected + pool.quantile(BAND));
        boolean loud =
                outlying >= threshold && Math.abs(residual) >= (unknownEdge ? EDGE_UNKNOWN : Math.log1p(LEAST_CHANGE));
        boolean drifts = drift.next(number, days, effects);
        boolean alert = verdict(number, loud, residual, outlying);
        if (!alert && !open && drifts) {
            alert = true;
            begin(number, outlying, Math.signum(residual));
        }
        Optional<Severity> severity = open ? Optional.of(Severity.of(peak)) : Optional.empty();
        return new AnomalyPoint(
                Math.exp(expected), low, high, 1 - Math.pow(10, -outlying / 2), alert, open ? episodes : 0, severity);
    }

    private boolean verdict(long number, boolean loud, double residual, double outlying) {
        if (open) {
            quiet = loud ? 0 : quiet + 1;
            if (quiet >= QUIET_DAYS || number - openedAt >= LONGEST_EPISODE) {
                open = false;
            }
        }
        if (!loud) {
            return false;
        }
        boolean news = !open || Math.signum(residual) != sign || outlying >= LOUDER * peak;
        if (news) {
            begin(number, outlying, Math.signum(residual));
        }
        peak = Math.max(peak, outlying);
        return news;
    }

    private void begin(long number, double outlying, double direction) {
        open = true;
        openedAt = number;
        quiet = 0;
        peak = outlying;
        sign = direction;
        episodes++;
    }

    /// Below a thousandth of what is usual, and for credits, a logarithm says nothing.
    private double scale(double value) {
        double largest = Math.abs(value);
        for (Day day : days) {
            largest = Math.max(largest, Math.exp(day.value()));
        }
        return Math.max(largest, Double.MIN_NORMAL);
    }

    private double expected(long number) {
        for (int weekday = 0; weekday < effects.length; weekday++) {
            effects[weekday] = effect(number, weekday);
        }
        double level = level(number - LEVEL_DAYS, number - 1);
        if (Double.isNaN(level)) {
            return Double.NaN;
        }
        double earlier = level(number - 2 * LEVEL_DAYS, number - LEVEL_DAYS - 1);
        double most = MOST_TREND * LEVEL_DAYS;
        double trend = Double.isNaN(earlier) ? 0 : Math.clamp(level - earlier, -most, most);
        return level + trend / 2 + effects[weekday(number)];
    }

    static int weekday(long number) {
        return LocalDate.ofEpochDay(number).getDayOfWeek().ordinal();
    }

    /// Usual distance of a weekday to the mean of the week around it.
    private double effect(long number, int weekday) {
        List<Double> distances = new ArrayList<>();
        for (int i = HALF_WEEK; i + HALF_WEEK < days.size(); i++) {
            Day day = days.get(i);
            boolean whole =
                    days.get(i + HALF_WEEK).number() - days.get(i - HALF_WEEK).number() == 2 * HALF_WEEK;
            if (whole && number - day.number() <= 7 * WEEKS && weekday(day.number()) == weekday) {
                double sum = 0;
                for (int near = i - HALF_WEEK; near <= i + HALF_WEEK; near++) {
                    sum += days.get(near).value();
                }
                distances.add(day.value() - sum / (2 * HALF_WEEK + 1));
            }
        }
        return distances.isEmpty() ? 0 : middle(distances);
    }

    private double level(long from, long to) {
        List<Double> values = new ArrayList<>();
        for (Day day : days) {
            if (day.number() >= from && day.number() <= to) {
                values.add(day.value() - effects[weekday(day.number())]);
            }
        }
        return values.size() < LEVEL_DAYS / 2 ? Double.NaN : middle(values);
    }

    /// The mean without the lowest and the highest sixth: nearly as sure as the mean, and untouched by a day
    /// or two that lie far out.
    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int cut = sorted.size() / TAILS;
        return sorted.subList(cut, sorted.size() - cut).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static double median(List<Double> values) {
        return OrderStatistics.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
