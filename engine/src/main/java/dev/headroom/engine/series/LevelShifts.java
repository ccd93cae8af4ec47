package dev.headroom.engine.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the places where the level of a series changes for good, and those where its unit seems to change.
///
/// Input: values with NaN for missing, and the length of a week in steps. At each candidate the medians of the
/// `far` steps before and after are compared, whole weeks both, so that the week drops out. A shift is a
/// difference of more than six robust standard deviations of the differences from week to week
/// (1.4826 × median absolute difference / √2) and of a fifth of the larger level, of which at least
/// four fifths lie between the weeks right before and after: a trend moves on and a peak moves back, and neither is a
/// shift. A change of both medians by a factor of about 1,000 (also 1,024), 1,000,000 or, for percentages, 100 is
/// a change of unit whatever the noise.
final class LevelShifts {
    private static final double DEVIATIONS = 6;
    private static final double MATERIAL = 0.2;
    private static final double ABRUPT = 0.8;
    private static final double MAD_TO_SIGMA = 1.4826;

    /// A change of level.
    ///
    /// @param index the first point of the new level
    /// @param factor what a change of unit would multiply by; 1 for a shift without that suspicion
    record Shift(int index, double before, double after, double factor) {
        boolean isUnit() {
            return factor != 1;
        }
    }

    private final double[] values;
    private final int near;
    private final int far;
    private final double noise;
    private final double[] factors;

    private LevelShifts(double[] values, int week, int far, boolean percent) {
        this.values = values;
        this.near = week;
        this.far = far;
        this.noise = noise(values, week);
        this.factors = percent ? new double[] {100} : new double[] {1_000, 1_000_000};
    }

    /// @param week the steps of a week
    /// @param far the steps on either side that are compared
    /// @param stride the distance of the candidates, in steps
    /// @param percent true for a percentage
    static List<Shift> of(double[] values, int week, int far, int stride, boolean percent) {
        if (values.length < 2 * week + 1) {
            return List.of();
        }
        return new LevelShifts(values, week, far, percent).scan(stride);
    }

    private List<Shift> scan(int stride) {
        List<Shift> shifts = new ArrayList<>();
        Candidate best = Candidate.NONE;
        for (int at = near; at <= values.length - near; at += stride) {
            Candidate candidate = candidate(at);
            if (best.jump() > 0 && at - best.index() >= near) {
                shifts.add(best.shift(this));
                best = Candidate.NONE;
            }
            best = candidate.jump() > best.jump() ? candidate : best;
        }
        if (best.jump() > 0) {
            shifts.add(best.shift(this));
        }
        return shifts;
    }

    /// @param jump the difference of the weeks on either side; 0 when it is no shift
    private record Candidate(int index, double jump, double before, double after, double factor) {
        static final Candidate NONE = new Candidate(0, 0, 0, 0, 1);

        Shift shift(LevelShifts of) {
            return new Shift(of.steepest(index, after > before), before, after, factor);
        }
    }

    private Candidate candidate(int at) {
        double before = median(at - far, at);
        double after = median(at, at + far);
        double left = median(at - near, at);
        double right = median(at, at + near);
        double change = after - before;
        double jump = right - left;
        if (Double.isNaN(change + jump)) {
            return Candidate.NONE;
        }
        double factor = factor(before, after);
        if (factor != 1 && factor == factor(left, right)) {
            return new Candidate(at, Math.abs(jump), before, after, factor);
        }
        boolean shift = noise > 0
                && Math.abs(change) > DEVIATIONS * noise
                && Math.abs(change) > MATERIAL * Math.max(Math.abs(before), Math.abs(after))
                && jump / change >= ABRUPT;
        return shift ? new Candidate(at, Math.abs(jump), before, after, 1) : Candidate.NONE;
    }

    private double factor(double before, double after) {
        double low = Math.min(before, after);
        double high = Math.max(before, after);
        if (low <= 0) {
            return 1;
        }
        return Arrays.stream(factors)
                .filter(factor -> Math.abs(Math.log(high / low / factor)) < 0.2)
                .findFirst()
                .orElse(1);
    }

    /// The median of the observations in a part of the series; NaN when fewer than half of it are observed.
    private double median(int from, int to) {
        double[] part =
                EmpiricalQuantile.sorted(Arrays.copyOfRange(values, Math.max(0, from), Math.min(values.length, to)));
        return part.length < Math.max(3, near / 2) ? Double.NaN : EmpiricalQuantile.of(part, 0.5);
    }

    /// The point at which the series moves most in the wanted direction, in the week around a candidate.
    private int steepest(int around, boolean up) {
        int best = around;
        double most = 0;
        for (int i = Math.max(1, around - near / 2); i < Math.min(values.length, around + near / 2); i++) {
            double move = up ? values[i] - values[i - 1] : values[i - 1] - values[i];
            if (move > most) {
                most = move;
                best = i;
            }
        }
        return best;
    }

    private static double noise(double[] values, int week) {
        double[] differences = new double[Math.max(0, values.length - week)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(values[i + week] - values[i]);
        }
        double[] ascending = EmpiricalQuantile.sorted(differences);
        if (ascending.length == 0) {
            return 0;
        }
        double median = EmpiricalQuantile.of(ascending, 0.5);
        double scale = median > 0 ? median : Arrays.stream(ascending).sum() / ascending.length;
        return MAD_TO_SIGMA * scale / Math.sqrt(2);
    }

    static String factorWords(double factor) {
        return factor == 100
                ? "fractions of 1 and percent"
                : factor == 1_000 ? "bytes and KiB, or another thousand" : "bytes and MiB, or another million";
    }
}
