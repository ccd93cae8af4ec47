package dev.headroom.charts.theme;

/// The wording of probabilities: class, text and figure of a value between 0 and 1.
///
/// The class follows the whole percent that is shown, so that a figure never contradicts its colour: 0.497 is
/// written "50 %" and is therefore likely. Values outside 0..1 are a bug and throw; NaN means unknown.
public final class ProbabilityScale {
    private ProbabilityScale() {}

    /// The class of a known probability.
    public static ProbabilityClass classOf(double probability) {
        long percent = Math.round(100 * checked(probability));
        ProbabilityClass found = ProbabilityClass.UNLIKELY;
        for (ProbabilityClass candidate : ProbabilityClass.values()) {
            if (percent >= candidate.lowerPercent()) {
                found = candidate;
            }
        }
        return found;
    }

    /// The probability in words of a sentence: `71 %`, `< 1 %`, `> 99 %`, with a no-break space; "unknown" for NaN.
    public static String format(double probability) {
        return Double.isNaN(probability) ? "unknown" : figure(probability, " ") + "\u00a0%";
    }

    /// The bare figure for a cell: `71`, `<1`, `>99`; an en dash for NaN.
    public static String figure(double probability) {
        return Double.isNaN(probability) ? "–" : figure(probability, "");
    }

    /// Word and figure together, such as `Likely, 71 %`.
    public static String describe(double probability) {
        return Double.isNaN(probability) ? "Unknown" : classOf(probability).word() + ", " + format(probability);
    }

    private static String figure(double probability, String gap) {
        double p = checked(probability);
        if (p < 0.01) {
            return "<" + gap.replace(' ', '\u00a0') + "1";
        }
        if (p > 0.99) {
            return ">" + gap.replace(' ', '\u00a0') + "99";
        }
        return Long.toString(Math.round(100 * p));
    }

    private static double checked(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "probability (%s) must lie between 0 and 1.%nMaybe it is a percentage.".formatted(probability));
        }
        return probability;
    }
}
