package dev.headroom.engine.explain;

import dev.headroom.engine.feature.CalendarTerms;
import dev.headroom.engine.model.Contribution;
import dev.headroom.engine.model.additive.AdditiveModel;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Finds where the patterns of a series are highest and lowest: the means of its distances from the trend of
/// an additive model by hour, weekday, month or place in the cycle, for each pattern that the model has. A
/// pattern whose swing could be noise, below four standard errors of a mean, is not told.
final class SeasonWords {
    private static final double STANDARD_ERRORS = 4;

    private SeasonWords() {}

    static List<Explanation.Season> of(AdditiveModel model, TimeSeries series) {
        TimeGrid grid = series.grid();
        List<Contribution> parts = model.contributions(0, grid.length());
        double[] distances = parts.getFirst().values();
        Arrays.setAll(distances, t -> series.value(t) - distances[t]);
        List<Explanation.Season> seasons = new ArrayList<>();
        for (Contribution part : parts) {
            cycle(part.name())
                    .flatMap(length -> season(part.name(), length, distances, grid))
                    .ifPresent(seasons::add);
        }
        return seasons;
    }

    /// The length of a cycle in steps, 0 for one of the calendar; empty for parts that do not come back.
    private static Optional<Integer> cycle(String name) {
        return switch (name) {
            case "daily", "weekly", "yearly" -> Optional.of(0);
            default ->
                name.startsWith("season of ") ? Optional.of(Integer.parseInt(name.split(" ")[2])) : Optional.empty();
        };
    }

    private static Optional<Explanation.Season> season(String name, int length, double[] distances, TimeGrid grid) {
        Map<Integer, double[]> sums = new TreeMap<>();
        double squares = 0;
        int count = 0;
        for (int t = 0; t < distances.length; t++) {
            if (!Double.isNaN(distances[t])) {
                double[] sum = sums.computeIfAbsent(place(name, length, t, grid), place -> new double[2]);
                sum[0] += distances[t];
                sum[1]++;
                squares += distances[t] * distances[t];
                count++;
            }
        }
        int high = sums.keySet().iterator().next();
        int low = high;
        double between = 0;
        for (int place : sums.keySet()) {
            high = mean(sums, place) > mean(sums, high) ? place : high;
            low = mean(sums, place) < mean(sums, low) ? place : low;
            between += mean(sums, place) * mean(sums, place) * Objects.requireNonNull(sums.get(place))[1];
        }
        double swing = mean(sums, high) - mean(sums, low);
        double within = Math.max(0, squares - between) / Math.max(1, count - sums.size());
        double enough = STANDARD_ERRORS * Math.sqrt(within * sums.size() / count);
        String shown = length == 0 ? name : length + "-step";
        return swing > enough && swing > 1e-9 * Math.sqrt(squares / count)
                ? Optional.of(new Explanation.Season(shown, words(name, length, high), words(name, length, low), swing))
                : Optional.empty();
    }

    private static double mean(Map<Integer, double[]> sums, int place) {
        double[] sum = Objects.requireNonNull(sums.get(place));
        return sum[0] / sum[1];
    }

    private static int place(String name, int length, int index, TimeGrid grid) {
        if (length > 0) {
            return index % length;
        }
        CalendarTerms calendar = CalendarTerms.of(grid.at(index), grid.zone());
        return switch (name) {
            case "daily" -> calendar.time().getHour();
            case "weekly" -> calendar.weekday().getValue();
            default -> calendar.month().getValue();
        };
    }

    private static String words(String name, int length, int place) {
        if (length > 0) {
            return "at place " + (place + 1) + " of " + length;
        }
        return switch (name) {
            case "daily" -> String.format(Locale.ROOT, "at %02d:00", place);
            case "weekly" -> "on " + DayOfWeek.of(place).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> "in " + Month.of(place).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
    }
}
