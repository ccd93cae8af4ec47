package dev.headroom.engine.series;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesQuality.Finding;
import dev.headroom.engine.series.SeriesQuality.History;
import dev.headroom.engine.series.SeriesQuality.Symptom;
import dev.headroom.engine.series.SeriesQuality.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One examination of one series; collects the findings of [SeriesQuality].
final class QualityExamination {
    private static final double FEW_MISSING = 0.95;
    private static final double MANY_MISSING = 0.80;
    private static final double LONG_GAP_SHARE = 0.10;
    private static final double TOLERATED_PERCENT = 100.5;
    private static final double RARE = 0.01;
    private static final double FEW_VALUES = 0.1;

    private final double[] values;
    private final double[] ascending;
    private final Step step;
    private final Rhythm rhythm;
    private final MeasureUnit unit;
    private final TimeGrid grid;
    private final int first;
    private final int lag;
    private final List<Finding> findings = new ArrayList<>();

    QualityExamination(TimeSeries series, MeasureUnit unit, Instant asOf) {
        SeriesSpan span = SeriesSpan.of(series);
        this.grid = series.grid();
        this.first = span.last() < 0 ? 0 : span.first();
        // What is missing before the first observation is before the series began, and no gap.
        this.values = Arrays.copyOfRange(series.values(), first, series.length());
        this.ascending = EmpiricalQuantile.sorted(values);
        this.step = grid.step();
        this.rhythm = Rhythm.of(step);
        this.unit = unit;
        this.lag = span.lag(grid, asOf);
    }

    SeriesQuality result() {
        if (ascending.length == 0) {
            add(
                    Symptom.EMPTY,
                    Verdict.BAD,
                    values.length,
                    "No observation in %d %s.",
                    values.length,
                    steps(values.length));
            int gaps = values.length == 0 ? 0 : 1;
            return new SeriesQuality(
                    values.length, 0, gaps, values.length, 0, 0, 0, 0, 0, History.INSUFFICIENT, 0, findings);
        }
        examineCompleteness();
        int gap = examineGaps();
        int tail = examineConstancy();
        int negatives = examineNegatives();
        int over = unit == MeasureUnit.PERCENT ? examinePercent() : 0;
        examineLevels();
        int outliers = examineOutliers();
        History history = examineHistory();
        return new SeriesQuality(
                values.length,
                ascending.length,
                gaps(),
                gap,
                lag,
                tail,
                negatives,
                over,
                outliers,
                history,
                SeriesQuality.score(ascending.length / (double) values.length, findings),
                findings);
    }

    private void examineCompleteness() {
        double share = ascending.length / (double) values.length;
        if (share < FEW_MISSING) {
            add(
                    Symptom.MISSING,
                    share < MANY_MISSING ? Verdict.BAD : Verdict.WATCH,
                    values.length - ascending.length,
                    "%d of %d %s are missing (%.1f %%).",
                    values.length - ascending.length,
                    values.length,
                    steps(values.length),
                    100 * (1 - share));
        }
    }

    private int examineGaps() {
        int run = 0;
        int longest = 0;
        for (double value : values) {
            run = Double.isNaN(value) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        if (longest > Math.max(2, LONG_GAP_SHARE * values.length)) {
            add(Symptom.LONG_GAP, Verdict.BAD, longest, "The longest gap is %d %s.", longest, steps(longest));
        } else if (longest > Math.max(2, Math.max(rhythm.shortGap(), RARE * values.length))) {
            add(Symptom.LONG_GAP, Verdict.WATCH, longest, "The longest gap is %d %s.", longest, steps(longest));
        }
        if (run > 2) {
            add(Symptom.STALE, Verdict.WATCH, run, "The last %d %s are missing.", run, steps(run));
        } else if (lag > rhythm.fresh()) {
            add(Symptom.STALE, Verdict.WATCH, lag, "The last observation is %d %s old.", lag, steps(lag));
        }
        return longest;
    }

    private int gaps() {
        int gaps = 0;
        for (int i = 1; i < values.length; i++) {
            gaps += Double.isNaN(values[i]) && !Double.isNaN(values[i - 1]) ? 1 : 0;
        }
        return gaps;
    }

    private int examineConstancy() {
        double[] observed =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int tail = 1;
        while (tail < observed.length && observed[observed.length - 1 - tail] == observed[observed.length - 1]) {
            tail++;
        }
        double last = observed[observed.length - 1];
        if (tail == observed.length && tail > 1) {
            add(Symptom.CONSTANT, Verdict.WATCH, tail, "All %d observations are %s.", tail, number(last));
        } else if (tail >= rhythm.stuckAfter()) {
            add(
                    Symptom.CONSTANT_TAIL,
                    Verdict.WATCH,
                    tail,
                    "The last %d observations are all %s; the meter may be stuck.",
                    tail,
                    number(last));
        } else {
            examineStuckRuns();
        }
        return tail;
    }

    private int examineNegatives() {
        int negatives = 0;
        while (negatives < ascending.length && ascending[negatives] < 0) {
            negatives++;
        }
        if (negatives > 0) {
            switch (unit) {
                case CURRENCY ->
                    add(
                            Symptom.NEGATIVE,
                            Verdict.WATCH,
                            negatives,
                            "%d observations are negative, the lowest %s; they may be credits or refunds.",
                            negatives,
                            number(ascending[0]));
                case PERCENT, MEGABITS_PER_SECOND, MEGABYTES_PER_SECOND, BYTES, COUNT, PER_SECOND, MILLISECONDS ->
                    add(
                            Symptom.NEGATIVE,
                            negatives > RARE * ascending.length ? Verdict.BAD : Verdict.WATCH,
                            negatives,
                            "%d observations are negative, the lowest %s; this cannot be.",
                            negatives,
                            number(ascending[0]));
                case UNKNOWN -> {
                    // A series without a unit may well be negative.
                }
            }
        }
        return negatives;
    }

    private int examinePercent() {
        int over = 0;
        while (over < ascending.length && ascending[ascending.length - 1 - over] > TOLERATED_PERCENT) {
            over++;
        }
        double highest = ascending[ascending.length - 1];
        if (over > 0) {
            add(
                    Symptom.OVER_HUNDRED,
                    over > RARE * ascending.length ? Verdict.BAD : Verdict.WATCH,
                    over,
                    "%d observations are above 100 %%, the highest %s %%.",
                    over,
                    number(highest));
        }
        boolean varies = ascending[0] < highest;
        if (ascending.length >= 10 && varies && ascending[0] >= 0 && highest <= 1) {
            add(
                    Symptom.FRACTIONS,
                    Verdict.WATCH,
                    ascending.length,
                    "All values lie between %s and %s: they look like fractions of 1 and not like percent.",
                    number(ascending[0]),
                    number(highest));
        }
        return over;
    }

    /// Readings that stand still in the middle of a series that moves. What is at rest by nature does not
    /// count: zero, a processor at its limit, money and counts, and series with few different values.
    private void examineStuckRuns() {
        if (unit == MeasureUnit.CURRENCY || unit == MeasureUnit.COUNT || distinct() < FEW_VALUES * ascending.length) {
            return;
        }
        int runs = 0;
        int points = 0;
        int longest = 0;
        int end = 0;
        int run = 1;
        for (int i = 1; i <= values.length; i++) {
            if (i < values.length && values[i] == values[i - 1]) {
                run++;
                continue;
            }
            boolean atRest = values[i - 1] == 0 || unit == MeasureUnit.PERCENT && values[i - 1] >= 99.5;
            if (run >= rhythm.stuckAfter() && !atRest) {
                runs++;
                points += run;
                end = run > longest ? i : end;
                longest = Math.max(longest, run);
            }
            run = 1;
        }
        if (runs > 0) {
            add(
                    Symptom.STUCK,
                    Verdict.WATCH,
                    points,
                    "%d observations stand still in %d %s, the longest %d %s at %s from %s.",
                    points,
                    runs,
                    runs == 1 ? "run" : "runs",
                    longest,
                    steps(longest),
                    number(values[end - 1]),
                    when(end - longest));
        }
    }

    private long distinct() {
        long distinct = 1;
        for (int i = 1; i < ascending.length; i++) {
            distinct += ascending[i] == ascending[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    private void examineLevels() {
        if (rhythm.kind() == Rhythm.Kind.LONGER) {
            return;
        }
        int day = Math.toIntExact(rhythm.perDay());
        int week = 7 * day;
        int far = rhythm.kind() == Rhythm.Kind.DAILY ? 4 * week : 2 * week;
        List<LevelShifts.Shift> shifts = LevelShifts.of(values, week, far, day, unit == MeasureUnit.PERCENT);
        shifts.stream()
                .filter(LevelShifts.Shift::isUnit)
                .findFirst()
                .ifPresent(jump -> add(
                        Symptom.UNIT_JUMP,
                        Verdict.WATCH,
                        Math.min(jump.index(), values.length - jump.index()),
                        "The level jumps from %s to %s on %s, by a factor of about %,.0f: the unit may have changed (%s).",
                        number(jump.before()),
                        number(jump.after()),
                        when(jump.index()),
                        jump.factor(),
                        LevelShifts.factorWords(jump.factor())));
        List<LevelShifts.Shift> levels =
                shifts.stream().filter(shift -> !shift.isUnit()).toList();
        if (!levels.isEmpty()) {
            LevelShifts.Shift latest = levels.getLast();
            add(
                    Symptom.LEVEL_SHIFT,
                    Verdict.WATCH,
                    values.length - latest.index(),
                    "The level shifts %d %s, the last time from %s to %s on %s.",
                    levels.size(),
                    levels.size() == 1 ? "time" : "times",
                    number(latest.before()),
                    number(latest.after()),
                    when(latest.index()));
        }
    }

    private String when(int index) {
        String text = grid.at(first + (long) index).toString();
        return grid.isOrdinal()
                ? "step " + (first + index)
                : rhythm.kind() == Rhythm.Kind.SUB_DAILY
                        ? text.replace("T", " ").replaceAll("(:00)?Z$", "")
                        : text.substring(0, 10);
    }

    private int examineOutliers() {
        Outliers found = Outliers.of(values, rhythm.season());
        double share = found.count() / (double) ascending.length;
        if (share > RARE) {
            add(
                    Symptom.OUTLIERS,
                    Verdict.WATCH,
                    found.count(),
                    "%d observations (%.1f %%) are outliers, the farthest %s.",
                    found.count(),
                    100 * share,
                    found.farthest(3).stream()
                            .map(index -> number(values[index]) + " on " + when(index))
                            .collect(Collectors.joining(", ")));
        }
        return found.count();
    }

    private History examineHistory() {
        long needed = rhythm.sufficient();
        if (ascending.length < rhythm.minimum()) {
            add(
                    Symptom.SHORT,
                    Verdict.BAD,
                    ascending.length,
                    "%d observations are too few for a forecast; %d are the minimum.",
                    ascending.length,
                    rhythm.minimum());
            return History.INSUFFICIENT;
        }
        if (ascending.length < needed) {
            add(
                    Symptom.SHORT,
                    Verdict.WATCH,
                    ascending.length,
                    "%d observations are few for a seasonal forecast; %d would do.",
                    ascending.length,
                    needed);
            return History.SHORT;
        }
        return History.SUFFICIENT;
    }

    private String steps(int count) {
        String noun = switch (rhythm.kind()) {
            case SUB_DAILY -> step.equals(Step.HOUR) ? "hour" : "reading";
            case DAILY -> "day";
            case LONGER -> "step";
        };
        return count == 1 ? noun : noun + "s";
    }

    private void add(Symptom symptom, Verdict verdict, int points, String words, Object... numbers) {
        findings.add(new Finding(symptom, verdict, points, String.format(Locale.ROOT, words, numbers)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value).contains("e")
                ? String.valueOf(value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
