package dev.headroom.engine.drift;

import dev.headroom.engine.evaluation.BacktestResult;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.ScoredForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The errors that the backtest of a model promises: how large they are, and how they hang together from step
/// to step.
///
/// Input: the forecasts of a backtest beside what happened. Output: the root mean square of the errors by
/// step, each over the steps at most three away, in the unit of the series; the lag-1 autocorrelations about
/// 0 of the errors in these units and about their share of the days outside the 80 % band, both held between
/// 0 and 0.95. Errors: empty without an actual value. Missing actual values are passed over. Source: W. A.
/// Shewhart's reference period, as in D. C. Montgomery (2012), Introduction to Statistical Quality Control,
/// ISBN 978-1118146811, chapters 5 and 9. Departures: the reference is the backtest instead of a period in
/// control.
///
/// @param deviations the promised size of an error by step ahead
/// @param persistence lag-1 autocorrelation of the errors within one forecast
/// @param coverage80 share of what happened within the 80 % band, 0..1; 0.8 when the band was not
///     computed
/// @param coveragePersistence lag-1 autocorrelation of being within the band
/// @param degrees how many independent errors the sizes rest on, 1 or more
public record ErrorPromise(
        double[] deviations, double persistence, double coverage80, double coveragePersistence, int degrees) {
    private static final int REACH = 3;
    private static final double MOST = 0.95;
    private static final int MOST_DEGREES = 60;

    public ErrorPromise {
        deviations = deviations.clone();
        if (deviations.length == 0 || degrees < 1) {
            throw new IllegalArgumentException(
                    "deviations (" + deviations.length + ") and degrees (" + degrees + ") must be 1 or more.");
        }
    }

    @Override
    public double[] deviations() {
        return deviations.clone();
    }

    /// How many steps ahead the promise reaches.
    public int steps() {
        return deviations.length;
    }

    public static Optional<ErrorPromise> of(BacktestResult backtest) {
        List<ScoredForecast> scored = backtest.scored().toList();
        double[][] errors = scored.stream().map(ScoredForecast::residuals).toArray(double[][]::new);
        double[] deviations = deviations(errors);
        if (deviations.length == 0 || Double.isNaN(deviations[0])) {
            return Optional.empty();
        }
        List<double[]> standardised = new ArrayList<>();
        List<double[]> hits = new ArrayList<>();
        double coverage = scored.stream()
                .flatMapToDouble(one -> ForecastMetric.COVERAGE_80.of(one).stream())
                .average()
                .orElse(BandCoverage.NOMINAL);
        int count = 0;
        for (int i = 0; i < errors.length; i++) {
            double[] row = new double[errors[i].length];
            for (int k = 0; k < row.length; k++) {
                row[k] = deviations[k] > 0 ? errors[i][k] / deviations[k] : 0;
                count += Double.isNaN(row[k]) ? 0 : 1;
            }
            standardised.add(row);
            hits.add(hits(scored.get(i), coverage));
        }
        double persistence = lagOne(standardised);
        double square = persistence * persistence;
        int degrees = Math.clamp(Math.round(count * (1 - square) / (1 + square)), 1, MOST_DEGREES);
        return Optional.of(new ErrorPromise(deviations, persistence, coverage, lagOne(hits), degrees));
    }

    private static double[] deviations(double[][] errors) {
        int steps = errors.length == 0 ? 0 : errors[0].length;
        double[] deviations = new double[steps];
        for (int k = 0; k < steps; k++) {
            double sum = 0;
            int count = 0;
            for (double[] row : errors) {
                for (int j = Math.max(0, k - REACH); j <= Math.min(steps - 1, k + REACH); j++) {
                    if (!Double.isNaN(row[j])) {
                        sum += row[j] * row[j];
                        count++;
                    }
                }
            }
            deviations[k] = count == 0 ? Double.NaN : Math.sqrt(sum / count);
        }
        for (int k = 1; k < steps; k++) {
            deviations[k] = Double.isNaN(deviations[k]) ? deviations[k - 1] : deviations[k];
        }
        return deviations;
    }

    /// One for a value in the 80 % band and zero for one outside, less the share inside; NaN where missing.
    private static double[] hits(ScoredForecast scored, double share) {
        double[] actual = scored.actual();
        double[] hits = new double[actual.length];
        if (Arrays.stream(scored.forecast().levels()).noneMatch(level -> Math.abs(level - 0.1) < 1e-9)) {
            return hits;
        }
        double[] low = scored.forecast().quantile(0.1);
        double[] high = scored.forecast().quantile(0.9);
        Arrays.setAll(
                hits,
                k -> Double.isNaN(actual[k])
                        ? Double.NaN
                        : (actual[k] >= low[k] && actual[k] <= high[k] ? 1 : 0) - share);
        return hits;
    }

    /// The lag-1 autocorrelation about 0 of several rows, held between 0 and [#MOST].
    static double lagOne(List<double[]> rows) {
        double product = 0;
        double square = 0;
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                if (!Double.isNaN(row[k])) {
                    square += row[k] * row[k];
                    product += k > 0 && !Double.isNaN(row[k - 1]) ? row[k] * row[k - 1] : 0;
                }
            }
        }
        return square == 0 ? 0 : Math.clamp(product / square, 0, MOST);
    }

    /// The promise as text that [#parse] reads back to the same numbers.
    public String text() {
        return "persistence=" + persistence + ";coverage80=" + coverage80 + ";coveragePersistence="
                + coveragePersistence + ";degrees=" + degrees + ";deviations="
                + Arrays.stream(deviations).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    /// Empty when the text is not that of a promise.
    public static Optional<ErrorPromise> parse(String text) {
        String[] parts = text.split(";");
        try {
            return parts.length != 5
                    ? Optional.empty()
                    : Optional.of(new ErrorPromise(
                            Arrays.stream(value(parts[4], "deviations").split(","))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray(),
                            Double.parseDouble(value(parts[0], "persistence")),
                            Double.parseDouble(value(parts[1], "coverage80")),
                            Double.parseDouble(value(parts[2], "coveragePersistence")),
                            Integer.parseInt(value(parts[3], "degrees"))));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String value(String part, String name) {
        if (!part.startsWith(name + "=")) {
            throw new IllegalArgumentException("part (" + part + ") must be that of " + name + ".");
        }
        return part.substring(name.length() + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorPromise that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
