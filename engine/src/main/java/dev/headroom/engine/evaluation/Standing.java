package dev.headroom.engine.evaluation;

import java.util.OptionalDouble;

/// How a model stands to the best one of a leaderboard.
///
/// @param pValue of the difference to the best, adjusted for the number of models; empty for the best itself and where
///     no test could be made
public record Standing(Verdict verdict, OptionalDouble pValue) {
    /// The level below which a difference counts.
    public static final double LEVEL = 0.05;

    static final Standing BEST = new Standing(Verdict.BEST, OptionalDouble.empty());
    static final Standing UNTESTED = new Standing(Verdict.UNTESTED, OptionalDouble.empty());

    static Standing of(LossDifference difference, double adjusted) {
        boolean worse = adjusted < LEVEL && difference.mean() > 0;
        return new Standing(worse ? Verdict.WORSE : Verdict.AS_GOOD, OptionalDouble.of(adjusted));
    }

    public enum Verdict {
        BEST("best", "the best"),
        /// No difference to the best could be shown.
        AS_GOOD("as_good", "as good as the best"),
        WORSE("worse", "worse than the best"),
        /// Too little in common with the best for a test.
        UNTESTED("untested", "too little to compare");

        private final String code;
        private final String words;

        Verdict(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /// The name used in files.
        public String code() {
            return code;
        }

        public String words() {
            return words;
        }
    }
}
