package dev.headroom.engine.series;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesQuality.Finding;
import dev.headroom.engine.series.SeriesQuality.History;
import dev.headroom.engine.series.SeriesQuality.Symptom;
import dev.headroom.engine.series.SeriesQuality.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One examination of one series; collects the findings of [SeriesQuality].
final class QualityExamination {
    private static final double FEW_MISSING = 0.95;
    private static final double MANY_MISSING = 0.80;
    private static final double LONG_GAP_SHARE = 0.10;
    private static final double TOLERATED_PERCENT = 100.5;
    private static final double RARE = 0.01;

    private final double[] values;
    private final double[] ascending;
    private final Step step;
    private final MeasureUnit unit;
    private final List<Finding> findings = new ArrayList<>();

    QualityExamination(TimeSeries series, MeasureUnit unit) {
        this.values = fromFirst(series.values());
        this.ascending = EmpiricalQuantile.sorted(values);
        this.step = series.grid().step();
        this.unit = unit;
    }

    SeriesQuality result() {
        if (ascending.length == 0) {
            add(Symptom.EMPTY, Verdict.BAD, "No observation in %d %s.", values.length, steps(values.length));
            return new SeriesQuality(values.length, 0, values.length, 0, 0, 0, 0, History.INSUFFICIENT, 0, findings);
        }
        examineCompleteness();
        int gap = examineGaps();
        int tail = examineConstancy();
        int negatives = examineNegatives();
        int over = unit == MeasureUnit.PERCENT ? examinePercent() : 0;
        int outliers = examineOutliers();
        History history = examineHistory();
        return new SeriesQuality(
                values.length,
                ascending.length,
                gap,
                tail,
                negatives,
                over,
                outliers,
                history,
                SeriesQuality.score(ascending.length / (double) values.length, findings),
                findings);
    }

    /// What is missing before the first observation is before the series began, and no gap.
    private static double[] fromFirst(double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        return first == values.length ? values : Arrays.copyOfRange(values, first, values.length);
    }

    private void examineCompleteness() {
        double share = ascending.length / (double) values.length;
        if (share < FEW_MISSING) {
            add(
                    Symptom.MISSING,
                    share < MANY_MISSING ? Verdict.BAD : Verdict.WATCH,
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
            add(Symptom.LONG_GAP, Verdict.BAD, "The longest gap is %d %s.", longest, steps(longest));
        } else if (longest > Math.max(2, Math.max(week(), RARE * values.length))) {
            add(Symptom.LONG_GAP, Verdict.WATCH, "The longest gap is %d %s.", longest, steps(longest));
        }
        if (run > 2) {
            add(Symptom.STALE, Verdict.WATCH, "The last %d %s are missing.", run, steps(run));
        }
        return longest;
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
            add(Symptom.CONSTANT, Verdict.WATCH, "All %d observations are %s.", tail, number(last));
        } else if (tail >= stuckAfter()) {
            add(
                    Symptom.CONSTANT_TAIL,
                    Verdict.WATCH,
                    "The last %d observations are all %s; the meter may be stuck.",
                    tail,
                    number(last));
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
                            "%d observations are negative, the lowest %s; they may be credits or refunds.",
                            negatives,
                            number(ascending[0]));
                case PERCENT, MEGABITS_PER_SECOND, MEGABYTES_PER_SECOND, COUNT ->
                    add(
                            Symptom.NEGATIVE,
                            negatives > RARE * ascending.length ? Verdict.BAD : Verdict.WATCH,
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
                    "%d observations are above 100 %%, the highest %s %%.",
                    over,
                    number(highest));
        }
        boolean varies = ascending[0] < highest;
        if (ascending.length >= 10 && varies && ascending[0] >= 0 && highest <= 1) {
            add(
                    Symptom.FRACTIONS,
                    Verdict.WATCH,
                    "All values lie between %s and %s: they look like fractions of 1 and not like percent.",
                    number(ascending[0]),
                    number(highest));
        }
        return over;
    }

    private int examineOutliers() {
        int outliers = Outliers.count(values);
        double share = outliers / (double) ascending.length;
        if (share > RARE) {
            add(Symptom.OUTLIERS, Verdict.WATCH, "%d observations (%.1f %%) are outliers.", outliers, 100 * share);
        }
        return outliers;
    }

    private History examineHistory() {
        long needed = sufficient();
        if (ascending.length < minimum()) {
            add(
                    Symptom.SHORT,
                    Verdict.BAD,
                    "%d observations are too few for a forecast; %d are the minimum.",
                    ascending.length,
                    minimum());
            return History.INSUFFICIENT;
        }
        if (ascending.length < needed) {
            add(
                    Symptom.SHORT,
                    Verdict.WATCH,
                    "%d observations are few for a seasonal forecast; %d would do.",
                    ascending.length,
                    needed);
            return History.SHORT;
        }
        return History.SUFFICIENT;
    }

    /// Two of the shortest usual season, and never fewer than eight observations.
    private long minimum() {
        return switch (rhythm()) {
            case SUB_DAILY -> Math.max(8, 2 * perDay());
            case DAILY -> 14;
            case LONGER -> 8;
        };
    }

    private long sufficient() {
        return switch (rhythm()) {
            case SUB_DAILY -> Math.max(24, 14 * perDay());
            case DAILY -> 56;
            case LONGER -> 24;
        };
    }

    private double stuckAfter() {
        return rhythm() == Rhythm.SUB_DAILY ? Math.max(7, 2 * perDay()) : 7;
    }

    private double week() {
        return switch (rhythm()) {
            case SUB_DAILY -> perDay();
            case DAILY -> 3;
            case LONGER -> 2;
        };
    }

    private Rhythm rhythm() {
        if (step instanceof Step.Ordinal) {
            return Rhythm.LONGER;
        }
        int order = step.typicalLength().compareTo(Duration.ofDays(1));
        return order < 0 ? Rhythm.SUB_DAILY : order == 0 ? Rhythm.DAILY : Rhythm.LONGER;
    }

    private long perDay() {
        return Math.max(1, Duration.ofDays(1).dividedBy(step.typicalLength()));
    }

    private String steps(int count) {
        String noun = switch (rhythm()) {
            case SUB_DAILY -> step.equals(Step.HOUR) ? "hour" : "reading";
            case DAILY -> "day";
            case LONGER -> "step";
        };
        return count == 1 ? noun : noun + "s";
    }

    private void add(Symptom symptom, Verdict verdict, String words, Object... numbers) {
        findings.add(new Finding(symptom, verdict, String.format(Locale.ROOT, words, numbers)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value).contains("e")
                ? String.valueOf(value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private enum Rhythm {
        SUB_DAILY,
        DAILY,
        LONGER
    }
}
