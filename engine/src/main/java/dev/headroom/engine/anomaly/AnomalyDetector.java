package dev.headroom.engine.anomaly;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Judges the rows of one series one after the other. A row is judged by the rows before it and by itself; memory is
/// bounded; nothing is tuned to the series. Repeated and unordered times are taken as they come.
///
/// The time between rows is the median of the first 32 gaps, unless it is given; until it is known nothing is said.
/// Rows that are half a day or more apart are judged as daily totals of a cost.
public final class AnomalyDetector {
    private static final int GAPS = 32;
    private static final double COARSE_SECONDS = 43_200;
    private final Sensitivity sensitivity;
    private final long[] times = new long[GAPS + 1];
    private final double[] values = new double[GAPS + 1];
    private int waiting;
    private @Nullable RowJudge judge;

    private AnomalyDetector(Sensitivity sensitivity, @Nullable RowJudge judge) {
        this.sensitivity = sensitivity;
        this.judge = judge;
    }

    /// For rows whose distance is not known.
    public static AnomalyDetector of(Sensitivity sensitivity) {
        return new AnomalyDetector(sensitivity, null);
    }

    /// @param step seconds between two rows, above 0
    public static AnomalyDetector of(double step, Sensitivity sensitivity) {
        return new AnomalyDetector(sensitivity, judge(step, sensitivity));
    }

    private static RowJudge judge(double step, Sensitivity sensitivity) {
        return step >= COARSE_SECONDS ? new DailyDetector(sensitivity) : new StreamDetector(step, sensitivity);
    }

    /// Judges the next row.
    ///
    /// @param at seconds since 1970
    /// @param value NaN where it is missing; not infinite
    public AnomalyPoint next(long at, double value) {
        RowJudge known = judge;
        if (known != null) {
            return known.next(at, value);
        }
        times[waiting] = at;
        values[waiting] = value;
        waiting++;
        if (waiting <= GAPS) {
            return AnomalyPoint.NOTHING;
        }
        RowJudge found = judge(step(), sensitivity);
        judge = found;
        AnomalyPoint point = AnomalyPoint.NOTHING;
        for (int i = 0; i < waiting; i++) {
            point = found.next(times[i], values[i]);
        }
        return point;
    }

    /// Judges a row whose value may still grow, because not everything that belongs to it has arrived: it is never too
    /// low, and when it is it is not learnt.
    ///
    /// @throws IllegalStateException when the step was not given
    public AnomalyPoint nextIncomplete(long at, double value) {
        RowJudge known = judge;
        if (known == null) {
            throw new IllegalStateException("the step must be given before incomplete rows are judged.");
        }
        return known.nextIncomplete(at, value);
    }

    private double step() {
        double[] gaps = new double[GAPS];
        for (int i = 0; i < GAPS; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(gaps);
        return Math.max(1, (gaps[(GAPS - 1) / 2] + gaps[GAPS / 2]) / 2);
    }
}
