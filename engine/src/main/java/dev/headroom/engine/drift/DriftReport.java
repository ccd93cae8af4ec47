package dev.headroom.engine.drift;

import dev.headroom.engine.evaluation.HolmAdjustment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a model drifted, by three tests on what happened since it was trained, and why in words.
///
/// Input: the errors of issued forecasts that have come due, the promise of the backtest, the change of the
/// values. Output: a verdict and its reasons. The p-values of the sums ([Cusum]) and of the coverage
/// ([BandCoverage]) are raised after Holm: below 0.01 the model drifted, below 0.1 it is to be watched. A
/// change of the values alone ([DistributionShift], below 0.001) is to be watched, because a model may well
/// follow it. Fewer than 7 errors are too little evidence. Errors: none. Source: see the tests. Departures:
/// the levels are our own choice.
///
/// @param errors how many errors were looked at
/// @param cusum empty with too little evidence
/// @param coverage empty with too little evidence or without a band
/// @param shift empty when the windows are too short
/// @param reasons at least one sentence, the most important first
public record DriftReport(
        DriftVerdict verdict,
        int errors,
        Optional<Cusum> cusum,
        Optional<BandCoverage> coverage,
        Optional<DistributionShift> shift,
        List<String> reasons) {
    /// The fewest errors that say something.
    public static final int FEWEST = 7;

    private static final double ALARM = 0.01;
    private static final double WARNING = 0.1;
    private static final double SHIFTED = 0.001;

    public DriftReport {
        reasons = List.copyOf(reasons);
    }

    /// @param errors in time order
    /// @param seed of the simulated limits
    public static DriftReport of(
            ErrorPromise promise, List<LiveError> errors, Optional<DistributionShift> shift, long seed) {
        if (errors.size() < FEWEST) {
            return new DriftReport(
                    DriftVerdict.TOO_LITTLE_EVIDENCE,
                    errors.size(),
                    Optional.empty(),
                    Optional.empty(),
                    shift,
                    List.of(errors.size() + " forecast days have come due since the training; " + FEWEST
                            + " are needed."));
        }
        Cusum cusum = cusum(promise, errors, seed);
        Optional<BandCoverage> coverage = coverage(promise, errors);
        double[] raised = coverage.isPresent()
                ? HolmAdjustment.adjusted(cusum.pValue(), coverage.get().pValue())
                : new double[] {cusum.pValue()};
        double least = raised.length == 1 ? raised[0] : Math.min(raised[0], raised[1]);
        boolean shifted = shift.isPresent() && shift.get().pValue() < SHIFTED;
        DriftVerdict verdict = least < ALARM
                ? DriftVerdict.DRIFTED
                : least < WARNING || shifted ? DriftVerdict.WATCH : DriftVerdict.STABLE;
        List<String> reasons = new ArrayList<>();
        if (raised[0] < WARNING) {
            reasons.add(cusumWords(cusum, errors));
        }
        coverage.filter(_ -> raised[raised.length - 1] < WARNING).ifPresent(test -> reasons.add(coverageWords(test)));
        if (shifted) {
            reasons.add(shiftWords(shift.get()));
        }
        if (reasons.isEmpty()) {
            reasons.add("The errors of " + errors.size() + " days are as the backtest promised"
                    + coverage.map(test -> format("; %.0f %% lay within the 80 %% band", 100 * test.inside()))
                            .orElse("")
                    + ".");
        }
        return new DriftReport(verdict, errors.size(), Optional.of(cusum), coverage, shift, reasons);
    }

    private static Cusum cusum(ErrorPromise promise, List<LiveError> errors, long seed) {
        double[] standardised = new double[errors.size()];
        boolean[] starts = new boolean[errors.size()];
        for (int i = 0; i < standardised.length; i++) {
            standardised[i] = errors.get(i).standardised(promise);
            starts[i] = i == 0 || !errors.get(i).asOf().equals(errors.get(i - 1).asOf());
        }
        return Cusum.test(standardised, starts, promise, promise.steps(), seed);
    }

    private static Optional<BandCoverage> coverage(ErrorPromise promise, List<LiveError> errors) {
        List<Boolean> known =
                errors.stream().flatMap(error -> error.inside().stream()).toList();
        boolean[] inside = new boolean[known.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = known.get(i);
        }
        return inside.length < FEWEST ? Optional.empty() : Optional.of(BandCoverage.of(inside, promise));
    }

    private static String cusumWords(Cusum cusum, List<LiveError> errors) {
        double error = errors.stream()
                .skip(cusum.onset())
                .mapToDouble(LiveError::error)
                .average()
                .orElse(0);
        return format(
                "Since %s the forecasts are too %s by %.3g on average, %.1f times the promised error (p %s).",
                day(errors.get(cusum.onset()).at()),
                error > 0 ? "low" : "high",
                Math.abs(error),
                Math.abs(cusum.mean()),
                chance(cusum.pValue()));
    }

    private static String coverageWords(BandCoverage test) {
        return format(
                "The 80 %% band held %.0f %% of %d days where %.0f %% were promised (p %s).",
                100 * test.inside(), test.values(), 100 * test.promised(), chance(test.pValue()));
    }

    private static String shiftWords(DistributionShift shift) {
        return format(
                "The values of the last %d days are spread differently from the %d days before (distance %.2f, p %s).",
                shift.recent(), shift.reference(), shift.distance(), chance(shift.pValue()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String chance(double pValue) {
        return pValue <= 0.001 ? "≤ 0.001" : format("= %.3f", pValue);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
