package dev.headroom.engine.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Whether a history carries a forecast, said before it is made.
///
/// Too little: fewer observations than two of the shortest usual season, and never fewer than eight (the rule of
/// [SeriesQuality.History#INSUFFICIENT]). Weak: fewer than two of the longest season or than the horizon,
/// more than a tenth of the points missing between the first and the last observation, or a last observation that is
/// more than a season (at least three steps) old. Everything else is enough.
///
/// @param observations points that are not missing
/// @param needed observations that would be enough for horizon and season
/// @param sentence the verdict with its numbers
public record Sufficiency(Verdict verdict, int observations, int needed, String sentence) {
    private static final double MANY_MISSING = 0.10;

    public Sufficiency {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(sentence, "sentence");
    }

    /// How far a history carries.
    public enum Verdict {
        ENOUGH("enough"),
        WEAK("weak"),
        TOO_LITTLE("too little");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// @param horizon how many steps are to be forecast
    /// @param season the longest season that the forecast is to carry, in steps; 1 for none
    /// @param asOf when the forecast is made; a last observation before it is old
    public static Sufficiency of(TimeSeries series, int horizon, int season, Instant asOf) {
        if (horizon < 1 || season < 1) {
            throw new IllegalArgumentException(
                    "horizon (" + horizon + ") and season (" + season + ") must be positive.");
        }
        SeriesSpan span = SeriesSpan.of(series);
        int needed = Math.max(
                2 * season, Math.max(horizon, Rhythm.of(series.grid().step()).minimum()));
        int minimum = Rhythm.of(series.grid().step()).minimum();
        if (span.observations() < minimum) {
            return new Sufficiency(
                    Verdict.TOO_LITTLE,
                    span.observations(),
                    needed,
                    String.format(
                            Locale.ROOT,
                            "Too little history: %,d observations, at least %,d are needed.",
                            span.observations(),
                            minimum));
        }
        List<String> weak = weaknesses(series, span, horizon, season, asOf);
        return weak.isEmpty()
                ? new Sufficiency(
                        Verdict.ENOUGH,
                        span.observations(),
                        needed,
                        String.format(
                                Locale.ROOT,
                                "Enough history: %,d observations for %,d steps ahead.",
                                span.observations(),
                                horizon))
                : new Sufficiency(
                        Verdict.WEAK, span.observations(), needed, "Weak history: " + String.join("; ", weak) + ".");
    }

    /// For the usual horizon of the step: 90 days, a week of parts of a day, or twelve longer steps.
    public static Sufficiency usual(TimeSeries series, Instant asOf) {
        Rhythm rhythm = Rhythm.of(series.grid().step());
        int horizon = switch (rhythm.kind()) {
            case SUB_DAILY -> Math.toIntExact(7 * rhythm.perDay());
            case DAILY -> 90;
            case LONGER -> 12;
        };
        return of(series, horizon, Math.max(1, rhythm.season()), asOf);
    }

    /// For a horizon and the usual season of the step.
    ///
    /// @param horizon how many steps are to be forecast
    public static Sufficiency usual(TimeSeries series, int horizon, Instant asOf) {
        return of(series, horizon, Math.max(1, Rhythm.of(series.grid().step()).season()), asOf);
    }

    private static List<String> weaknesses(TimeSeries series, SeriesSpan span, int horizon, int season, Instant asOf) {
        List<String> weak = new ArrayList<>();
        if (span.observations() < 2 * season) {
            weak.add(String.format(
                    Locale.ROOT,
                    "%,d observations are less than two seasons of %,d steps",
                    span.observations(),
                    season));
        }
        if (span.observations() < horizon) {
            weak.add(String.format(Locale.ROOT, "%,d observations for %,d steps ahead", span.observations(), horizon));
        }
        double missing = 1 - span.completeness();
        if (missing > MANY_MISSING) {
            weak.add(String.format(Locale.ROOT, "%.1f %% of the points are missing", 100 * missing));
        }
        int lag = span.lag(series.grid(), asOf);
        if (lag > Math.max(3, season)) {
            weak.add(String.format(Locale.ROOT, "the last observation is %,d steps old", lag));
        }
        return weak;
    }
}
