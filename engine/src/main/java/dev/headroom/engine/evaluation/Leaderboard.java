package dev.headroom.engine.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Models by how well they forecast one or many series, and which differences are more than chance.
///
/// Input: the scores of the same models on every series. Output: one row a model, the best first: by mean
/// MASE, or mean MAE when no MASE is defined; a model with fewer than 95 % of the most forecasts stands below
/// the others and is never the best, because it may have been spared the hard ones. Metrics are means over
/// series of means over origins. The rank of a model is its mean place by series, ties shared. Each model is
/// compared with the best on the origins that both scored: on one series by [DieboldMariano], on several by
/// [PairedBootstrap] over groups of series (over series when there is one group only); p-values are raised by
/// [HolmAdjustment]. The same arguments give the same rows. Errors: none; a model without any score has a row
/// without metrics. Source: see these classes; mean ranks after J. Demšar (2006), Statistical comparisons of
/// classifiers over multiple data sets, Journal of Machine Learning Research 7, 1-30. Departures: the best is
/// chosen by the same scores that it is then compared on, which favours finding differences a little.
///
/// @param metric the error that ranks and that the differences are tested in
public record Leaderboard(ForecastMetric metric, List<Row> rows) {
    private static final double EVERYWHERE = 0.95;

    public Leaderboard {
        rows = List.copyOf(rows);
    }

    /// One model.
    ///
    /// @param rank mean place among the models scored on the same series, 1 is best; empty without any score
    /// @param series on how many series it was scored
    /// @param forecasts at how many origins, over all series
    public record Row(
            String model, OptionalDouble rank, int series, int forecasts, MetricValues metrics, Standing standing) {}

    /// @param models the names of the models, in the order of [ScoredSeries#models]
    /// @param overlap how many neighbouring origins overlap, see [RollingOrigin#overlap]
    public static Leaderboard of(List<String> models, List<ScoredSeries> series, int overlap, long seed) {
        for (ScoredSeries one : series) {
            if (one.models().size() != models.size()) {
                throw new IllegalArgumentException("series (" + one.models().size()
                        + " models) must have the scores of all models (" + models.size() + ").");
            }
        }
        ForecastMetric metric = metric(series);
        List<OptionalDouble> ranks = ranks(series, models.size(), metric);
        List<Row> rows = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            int model = m;
            List<OriginScores> own = series.stream()
                    .map(one -> one.models().get(model))
                    .filter(scores -> !scores.isEmpty())
                    .toList();
            rows.add(new Row(
                    models.get(m),
                    ranks.get(m),
                    own.size(),
                    own.stream().mapToInt(OriginScores::count).sum(),
                    MetricValues.mean(own.stream().map(OriginScores::mean).toList()),
                    Standing.UNTESTED));
        }
        int most = rows.stream().mapToInt(Row::forecasts).max().orElse(0);
        Comparator<Integer> bestFirst = Comparator.<Integer, Boolean>comparing(
                        m -> rows.get(m).forecasts() < EVERYWHERE * most)
                .thenComparingDouble(m -> rows.get(m).metrics().of(metric).orElse(Double.POSITIVE_INFINITY));
        List<Integer> order =
                IntStream.range(0, models.size()).boxed().sorted(bestFirst).toList();
        if (most == 0) {
            return new Leaderboard(metric, rows);
        }
        Map<Integer, Standing> standings = standings(order, new Differences(series, metric, overlap, seed));
        return new Leaderboard(
                metric,
                order.stream()
                        .map(m -> standing(rows.get(m), standings.getOrDefault(m, Standing.UNTESTED)))
                        .toList());
    }

    private static Row standing(Row row, Standing standing) {
        return new Row(row.model(), row.rank(), row.series(), row.forecasts(), row.metrics(), standing);
    }

    private static ForecastMetric metric(List<ScoredSeries> series) {
        boolean scaled = series.stream()
                .flatMap(one -> one.models().stream())
                .anyMatch(scores -> scores.mean().of(ForecastMetric.MASE).isPresent());
        return scaled ? ForecastMetric.MASE : ForecastMetric.MAE;
    }

    private static Map<Integer, Standing> standings(List<Integer> order, Differences differences) {
        int best = order.getFirst();
        Map<Integer, LossDifference> tested = new LinkedHashMap<>();
        for (int model : order.subList(1, order.size())) {
            differences.test(model, best).ifPresent(difference -> tested.put(model, difference));
        }
        double[] adjusted = HolmAdjustment.adjusted(
                tested.values().stream().mapToDouble(LossDifference::pValue).toArray());
        Map<Integer, Standing> standings = new LinkedHashMap<>(Map.of(best, Standing.BEST));
        int next = 0;
        for (Map.Entry<Integer, LossDifference> entry : tested.entrySet()) {
            standings.put(entry.getKey(), Standing.of(entry.getValue(), adjusted[next++]));
        }
        return standings;
    }

    private static List<OptionalDouble> ranks(List<ScoredSeries> series, int models, ForecastMetric metric) {
        double[] sums = new double[models];
        int[] counts = new int[models];
        for (ScoredSeries one : series) {
            double[] errors = one.models().stream()
                    .mapToDouble(scores -> error(scores.mean(), metric))
                    .toArray();
            for (int m = 0; m < models; m++) {
                double own = errors[m];
                if (!Double.isNaN(own)) {
                    long better =
                            Arrays.stream(errors).filter(error -> error < own).count();
                    long same =
                            Arrays.stream(errors).filter(error -> error == own).count();
                    sums[m] += better + (same + 1) / 2.0;
                    counts[m]++;
                }
            }
        }
        return IntStream.range(0, models)
                .mapToObj(m -> counts[m] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[m] / counts[m]))
                .toList();
    }

    /// The error that places a model on one series; on a series without MASE that is the MAE.
    private static double error(MetricValues values, ForecastMetric metric) {
        return values.of(metric).orElseGet(() -> values.of(ForecastMetric.MAE).orElse(Double.NaN));
    }

    /// The differences between two models over the series.
    private record Differences(List<ScoredSeries> series, ForecastMetric metric, int overlap, long seed) {
        Optional<LossDifference> test(int model, int best) {
            if (series.size() == 1) {
                return DieboldMariano.test(of(series.getFirst(), model, best), overlap);
            }
            boolean grouped =
                    series.stream().map(ScoredSeries::group).distinct().count() > 1;
            Map<Object, List<Double>> byGroup = new LinkedHashMap<>();
            for (ScoredSeries one : series) {
                Arrays.stream(of(one, model, best))
                        .average()
                        .ifPresent(mean -> byGroup.computeIfAbsent(
                                        grouped ? one.group() : byGroup.size(), group -> new ArrayList<>())
                                .add(mean));
            }
            double[] means = byGroup.values().stream()
                    .mapToDouble(list -> list.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow())
                    .toArray();
            return PairedBootstrap.test(means, seed);
        }

        private double[] of(ScoredSeries one, int model, int best) {
            return one.models().get(model).differences(one.models().get(best), metric);
        }
    }
}
