package dev.headroom.engine.explain;

import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.series.TimeSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a forecast from one history cannot know.
final class UnknownThings {
    private static final int DAYS_OF_TWO_YEARS = 730;

    private UnknownThings() {}

    static List<String> of(
            TimeSeries series, Horizon horizon, Explanation.Range end, SeasonLengths seasons, String country) {
        List<String> things = new ArrayList<>();
        int observed = series.length() - series.missing();
        for (int season : seasons.values()) {
            if (series.length() < 2L * season) {
                things.add("a season of " + season + " steps, which the history does not hold twice");
            }
        }
        if (!series.grid().isOrdinal()) {
            Duration step = series.grid().step().typicalLength();
            long days =
                    Duration.between(series.grid().start(), series.grid().end()).toDays();
            if (days < DAYS_OF_TWO_YEARS && step.compareTo(Duration.ofDays(100)) < 0) {
                things.add("the course of a year, because the history has " + days + " days and needs "
                        + DAYS_OF_TWO_YEARS);
            }
            if (country.isEmpty() && step.compareTo(Duration.ofDays(7)) <= 0) {
                things.add("holidays, because no country was named");
            }
        }
        if (observed < series.length()) {
            things.add(String.format(
                    Locale.ROOT,
                    "%d of %d values (%.1f %%), which are missing",
                    series.length() - observed,
                    series.length(),
                    100.0 * (series.length() - observed) / series.length()));
        }
        if (2L * horizon.steps() > series.length()) {
            things.add("errors over so long a time, because the forecast is more than half as long as the history");
        }
        double[] sorted = Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (end.value() > sorted[sorted.length - 1]) {
            things.add("how it behaves above " + ExplanationWords.figure(sorted[sorted.length - 1])
                    + ", its highest value so far");
        } else if (end.value() < sorted[0]) {
            things.add("how it behaves below " + ExplanationWords.figure(sorted[0]) + ", its lowest value so far");
        }
        things.add("launches, migrations and other plans");
        return things;
    }
}
