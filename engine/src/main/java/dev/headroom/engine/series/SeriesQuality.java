package dev.headroom.engine.series;

import dev.headroom.engine.quantity.MeasureUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// How far a series can be trusted: what was measured about it, and a verdict with its reasons in words and
/// numbers.
///
/// @param length grid points from the first observation on; all of them when there is none
/// @param observations points that are not missing
/// @param gaps runs of missing points
/// @param longestGap the longest run of missing points between observations or at the end, in steps
/// @param lag how many steps the last observation is older than the time the series is judged for
/// @param constantTail how many of the last observations are equal to the last one, 0 when there are none
/// @param negatives observations below zero
/// @param overHundred observations above 100.5; counted for percentages only, else 0
/// @param outliers observations far from the median of their neighbours and from those a season before and after
/// @param history how much history there is for forecasting
/// @param score 0..100: 85 and more is good, 50 to 84 is to be watched, below is bad
/// @param findings what speaks against the series, the worst first; empty when nothing does
public record SeriesQuality(
        int length,
        int observations,
        int gaps,
        int longestGap,
        int lag,
        int constantTail,
        int negatives,
        int overHundred,
        int outliers,
        History history,
        int score,
        List<Finding> findings) {
    public SeriesQuality {
        Objects.requireNonNull(history, "history");
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score (" + score + ") must lie in [0, 100].");
        }
    }

    /// Examines a series. A pure function: what counts as recent is the end of the grid, not the clock.
    public static SeriesQuality of(TimeSeries series, MeasureUnit unit) {
        return of(series, unit, Instant.MIN);
    }

    /// Examines a series as of a time: what has no observation since is old. A pure function.
    public static SeriesQuality of(TimeSeries series, MeasureUnit unit, Instant asOf) {
        Instant end = series.length() == 0 ? asOf : series.grid().at(series.length() - 1L);
        return new QualityExamination(series, unit, asOf.isBefore(end) ? end : asOf).result();
    }

    /// The share of the grid points that are observed, 0..1; 0 for an empty grid.
    public double completeness() {
        return length == 0 ? 0 : observations / (double) length;
    }

    /// The worst of the findings.
    public Verdict verdict() {
        return findings.isEmpty() ? Verdict.GOOD : findings.getFirst().verdict();
    }

    /// The findings in words, the worst first.
    public List<String> reasons() {
        return findings.stream().map(Finding::words).toList();
    }

    /// What a score stands for: 85 and more is good, 50 to 84 is to be watched, below is bad.
    public static Verdict verdictOf(int score) {
        return score >= 85 ? Verdict.GOOD : score >= 50 ? Verdict.WATCH : Verdict.BAD;
    }

    public boolean has(Symptom symptom) {
        return findings.stream().anyMatch(finding -> finding.symptom() == symptom);
    }

    /// A hundred times the completeness, less 10 for each finding to be watched and 30 for each bad one, and kept in
    /// the band of the worst finding.
    static int score(double completeness, List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        long bad = all.stream().filter(f -> f.verdict() == Verdict.BAD).count();
        long watch = all.size() - bad;
        double raw = 100 * completeness - 10 * watch - 30 * bad;
        double ceiling = bad > 0 ? 49 : watch > 0 ? 84 : 100;
        double floor = bad > 0 ? 0 : watch > 0 ? 50 : 85;
        return (int) Math.round(Math.clamp(raw, floor, ceiling));
    }

    /// What the series is good for, from good to bad.
    public enum Verdict {
        GOOD("good"),
        WATCH("watch"),
        BAD("bad");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Whether the observed history carries a forecast.
    public enum History {
        /// Too short for any forecast.
        INSUFFICIENT,
        /// Enough for a level and a trend; seasons are guesses.
        SHORT,
        /// Enough for the usual season of the step.
        SUFFICIENT
    }

    /// What can be wrong with a series.
    public enum Symptom {
        EMPTY("Import observations for it, or remove it from the inventory."),
        MISSING("Import the missing times again; they may not have been in the export."),
        LONG_GAP("Look for the export of that time, or for an outage of the agent."),
        STALE(
                "Check whether the agent still reports and import the latest files; a server that is gone needs no forecast."),
        CONSTANT("Check that the metric is measured at all; a forecast of it is the same value."),
        CONSTANT_TAIL("Restart the agent, or check that the server still runs."),
        STUCK("Check the agent at that time; the values in between are not measured."),
        NEGATIVE("Check sign and source of the values; credits belong to the bill, not to a meter."),
        OVER_HUNDRED("Check whether the values are per processor and not of the whole server."),
        FRACTIONS("Import the column again as percent, multiplied by 100."),
        UNIT_JUMP("Compare the units of the imports on both sides and import one of them again."),
        LEVEL_SHIFT(
                "Look for a resize, a move or a new release at that time; older history says little about the future."),
        OUTLIERS("Check the examples; readings that are no load should be removed before the import."),
        SHORT("Import older files, or wait; until then the forecast has no season of its own.");

        private final String advice;

        Symptom(String advice) {
            this.advice = advice;
        }

        /// What to do about it.
        public String advice() {
            return advice;
        }
    }

    /// One thing that speaks against a series.
    ///
    /// @param points how many points are concerned
    /// @param words one sentence with numbers
    public record Finding(Symptom symptom, Verdict verdict, int points, String words) {
        public Finding {
            Objects.requireNonNull(symptom, "symptom");
            if (verdict == Verdict.GOOD) {
                throw new IllegalArgumentException("verdict (GOOD) is no finding.");
            }
        }

        /// What to do about it.
        public String advice() {
            return symptom.advice();
        }
    }
}
