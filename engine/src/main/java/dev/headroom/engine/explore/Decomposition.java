package dev.headroom.engine.explore;

import dev.headroom.engine.feature.BridgedGaps;
import dev.headroom.engine.feature.Mstl;
import dev.headroom.engine.feature.SeasonNames;
import dev.headroom.engine.feature.Stl;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A series as the sum of its trend, its seasons and what is left.
///
/// Input: a series in any unit; gaps are bridged for the decomposition and stay gaps in the remainder.
/// Output: the parts in the unit of the series, and the strength of each season: the share of the variance of
/// season and remainder that the season explains, 0 to 1. Errors: empty when no season has more than two
/// rounds, or nothing was observed. Source: [Mstl]; strength from R. J. Hyndman and G. Athanasopoulos (2021),
/// Forecasting: principles and practice, chapter 4.3. Departures: none.
public record Decomposition(TimeGrid grid, Part trend, List<Season> seasons, Part remainder) {
    public Decomposition {
        seasons = List.copyOf(seasons);
    }

    /// One part by point of the grid.
    public record Part(double[] values) {
        public Part {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }
    }

    /// @param name such as `weekly`
    /// @param length in steps
    /// @param strength 0 (as good as noise) to 1 (all but noise); NaN without any variance
    public record Season(String name, int length, double strength, Part part) {}

    /// @param lengths season lengths in steps, in any order
    /// @param weighting whether outliers count less
    public static Optional<Decomposition> of(TimeSeries series, List<Integer> lengths, Stl.Weighting weighting) {
        double[] values = series.values();
        if (series.missing() == values.length) {
            return Optional.empty();
        }
        List<Integer> usable = lengths.stream()
                .filter(length -> length > 1 && values.length > 2 * length)
                .sorted()
                .toList();
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        Mstl parts = Mstl.of(BridgedGaps.of(values, usable), usable, weighting);
        double[] remainder = new double[values.length];
        Arrays.setAll(remainder, t -> values[t] - parts.trend(t) - parts.at(t));
        SeasonNames names = new SeasonNames(series.grid());
        List<Season> seasons = new ArrayList<>();
        for (int i = 0; i < usable.size(); i++) {
            double[] season = parts.seasons()[i];
            seasons.add(
                    new Season(names.of(usable.get(i)), usable.get(i), strength(season, remainder), new Part(season)));
        }
        return Optional.of(new Decomposition(series.grid(), new Part(parts.trend()), seasons, new Part(remainder)));
    }

    private static double strength(double[] season, double[] remainder) {
        double[] both = new double[season.length];
        Arrays.setAll(both, t -> season[t] + remainder[t]);
        double all = variance(both);
        return all > 0 ? Math.max(0, 1 - variance(remainder) / all) : Double.NaN;
    }

    private static double variance(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        return Arrays.stream(known)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / known.length;
    }
}
