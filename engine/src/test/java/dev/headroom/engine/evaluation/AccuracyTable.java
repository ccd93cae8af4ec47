package dev.headroom.engine.evaluation;

import dev.headroom.engine.feature.SeasonalityTest;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.forecast.QuantileForecast;
import dev.headroom.engine.model.FitOutcome;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.model.catalog.PooledCatalog;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// A developer command that prints the accuracy of models on whole groups of series with known ends, as in the tables
/// of `docs/accuracy.md`.
///
/// Arguments: a folder, a model, then group names; none means all. The folder has `groups.csv` with the columns
/// `group`, `h` (horizon), `m_score` (season of the scale and of Naive2) and `m_model` (season told to the model), and
/// by group `GROUP.train.csv.gz` and `GROUP.test.csv.gz` with `series_id,t,value`, `t` counting steps. Missing test
/// values are not scored; series whose scale is 0 are left out. OWA is that of S. Makridakis, E. Spiliotis and
/// V. Assimakopoulos (2020), doi:10.1016/j.ijforecast.2019.04.014; `relGM` is the geometric mean over the series of
/// (MASE + 0.01) / (MASE of Naive2 + 0.01).
public final class AccuracyTable {
    private static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};
    private static final double SMALL = 0.01;
    private static final long SEED = 42;
    private static final List<ForecastMetric> METRICS = List.of(
            ForecastMetric.SMAPE,
            ForecastMetric.MASE,
            ForecastMetric.SCALED_PINBALL,
            ForecastMetric.MSIS,
            ForecastMetric.COVERAGE_80,
            ForecastMetric.COVERAGE_95);

    private AccuracyTable() {}

    private record Group(String name, int horizon, int scoreSeason, int modelSeason) {}

    /// Of one series.
    ///
    /// @param metrics in the order of [#METRICS]
    /// @param observed how many steps were scored
    private record Scores(double[] metrics, double naiveSmape, double naiveMase, int observed) {}

    /// The row of a group; of the three first the geometric mean over groups is printed.
    private record Row(
            double owa, double relative, double pinball, double msis, double coverage80, double coverage95) {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        List<Row> rows = new ArrayList<>();
        System.out.println("| group | series | OWA | relGM | sPL | MSIS | coverage 80 | coverage 95 |");
        for (Group group : groups(folder.resolve("groups.csv"), wanted)) {
            List<Scores> scores = scores(folder, group, arguments[1]);
            Row row = row(scores);
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.3f | %.3f | %.2f | %.3f | %.3f |%n",
                    group.name(),
                    scores.size(),
                    row.owa(),
                    row.relative(),
                    row.pinball(),
                    row.msis(),
                    row.coverage80(),
                    row.coverage95());
        }
        System.out.printf(
                Locale.ROOT,
                "| geometric mean | | %.4f | %.4f | %.4f |%n",
                geometricMean(rows, Row::owa),
                geometricMean(rows, Row::relative),
                geometricMean(rows, Row::pinball));
    }

    private static double geometricMean(List<Row> rows, ToDoubleFunction<Row> column) {
        return Math.exp(rows.stream()
                .mapToDouble(row -> Math.log(column.applyAsDouble(row)))
                .average()
                .orElseThrow());
    }

    private static List<Group> groups(Path file, List<String> wanted) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Group(
                        cells[head.indexOf("group")],
                        Integer.parseInt(cells[head.indexOf("h")]),
                        Integer.parseInt(cells[head.indexOf("m_score")]),
                        Integer.parseInt(cells[head.indexOf("m_model")])))
                .filter(group -> wanted.isEmpty() || wanted.contains(group.name()))
                .toList();
    }

    private static Row row(List<Scores> scores) {
        double[] means = IntStream.range(0, METRICS.size())
                .mapToDouble(i -> scores.stream()
                        .mapToDouble(one -> one.metrics()[i])
                        .average()
                        .orElseThrow())
                .toArray();
        double naiveSmape =
                scores.stream().mapToDouble(Scores::naiveSmape).average().orElseThrow();
        double naiveMase =
                scores.stream().mapToDouble(Scores::naiveMase).average().orElseThrow();
        double relative = scores.stream()
                .mapToDouble(one -> Math.log((one.metrics()[1] + SMALL) / (one.naiveMase() + SMALL)))
                .average()
                .orElseThrow();
        return new Row(
                (means[0] / naiveSmape + means[1] / naiveMase) / 2,
                Math.exp(relative),
                means[2],
                means[3],
                coverage(scores, 4),
                coverage(scores, 5));
    }

    private static double coverage(List<Scores> scores, int metric) {
        return scores.stream()
                        .mapToDouble(one -> one.metrics()[metric] * one.observed())
                        .sum()
                / scores.stream().mapToInt(Scores::observed).sum();
    }

    private static List<Scores> scores(Path folder, Group group, String model) throws IOException {
        Map<String, double[]> known = read(folder.resolve(group.name() + ".train.csv.gz"), Map.of(), 0);
        Map<String, double[]> actual = read(folder.resolve(group.name() + ".test.csv.gz"), known, group.horizon());
        List<TimeSeries> all = known.entrySet().stream()
                .map(entry -> new TimeSeries(
                        new SeriesKey(entry.getKey(), "value", Statistic.MEAN),
                        TimeGrid.ordinal(1, entry.getValue().length),
                        entry.getValue()))
                .toList();
        PooledCatalog catalog = new PooledCatalog(all, new Horizon(group.horizon()), SEED);
        ModelSpec spec = ModelCatalog.parse(model, SeasonLengths.of(group.modelSeason()));
        return all.parallelStream()
                .filter(series -> actual.containsKey(series.key().resource()))
                .map(series -> score(
                        series,
                        new CalibratedFitter(catalog.of(series)).fit(series, spec, SEED),
                        group,
                        Objects.requireNonNull(actual.get(series.key().resource()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Scores> score(TimeSeries series, FitOutcome outcome, Group group, double[] actual) {
        if (!(outcome instanceof FitOutcome.Fitted fitted)) {
            throw new IllegalStateException(series.key().resource() + ": " + outcome);
        }
        double[] training = series.values();
        ScoredForecast scored = new ScoredForecast(
                fitted.model().forecast(new Horizon(group.horizon()), LEVELS), actual, training, group.scoreSeason());
        if (!(scored.naiveScale() > 0)) {
            return Optional.empty();
        }
        double[] metrics =
                METRICS.stream().mapToDouble(metric -> metric.compute(scored)).toArray();
        QuantileForecast naive = new QuantileForecast(
                series.grid().next(group.horizon()),
                naive2(training, group.horizon(), group.scoreSeason()),
                new double[0],
                new double[0][]);
        ScoredForecast baseline = new ScoredForecast(naive, actual, training, group.scoreSeason());
        return Optional.of(
                new Scores(metrics, ForecastMetric.SMAPE.compute(baseline), ForecastMetric.MASE.compute(baseline), (int)
                        Arrays.stream(actual)
                                .filter(value -> !Double.isNaN(value))
                                .count()));
    }

    /// The last value, with the multiplicative season of a classical decomposition where there is one.
    private static double[] naive2(double[] known, int horizon, int season) {
        double[] factors = SeasonalityTest.isSeasonal(known, season) ? seasonFactors(known, season) : new double[] {1};
        int n = known.length;
        double level = known[n - 1] / factors[(n - 1) % factors.length];
        return IntStream.range(n, n + horizon)
                .mapToDouble(t -> level * factors[t % factors.length])
                .toArray();
    }

    private static double[] seasonFactors(double[] known, int season) {
        int half = season / 2;
        double[] factors = new double[season];
        int[] counts = new int[season];
        for (int t = half; t < known.length - half; t++) {
            double trend = 0;
            for (int lag = -half; lag <= half; lag++) {
                boolean end = season % 2 == 0 && Math.abs(lag) == half;
                trend += known[t + lag] * (end ? 0.5 : 1) / season;
            }
            factors[t % season] += known[t] / trend;
            counts[t % season]++;
        }
        for (int phase = 0; phase < season; phase++) {
            factors[phase] /= counts[phase];
        }
        double mean = Arrays.stream(factors).average().orElseThrow();
        double[] scaled = Arrays.stream(factors).map(factor -> factor / mean).toArray();
        return Arrays.stream(scaled).allMatch(factor -> factor > 0 && Double.isFinite(factor))
                ? scaled
                : new double[] {1};
    }

    /// Values by series.
    ///
    /// @param before what lies before the first step; of each of these series there are `steps` values, NaN where
    /// missing. Empty for series that begin at step 1 and have no gaps.
    private static Map<String, double[]> read(Path file, Map<String, double[]> before, int steps) throws IOException {
        Map<String, List<Double>> series = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                int first = before.getOrDefault(cells[0], new double[0]).length;
                List<Double> values =
                        series.computeIfAbsent(cells[0], id -> new ArrayList<>(Collections.nCopies(steps, Double.NaN)));
                int at = Integer.parseInt(cells[1]) - first - 1;
                while (values.size() <= at) {
                    values.add(Double.NaN);
                }
                values.set(at, Double.parseDouble(cells[2]));
            }
        }
        Map<String, double[]> read = new TreeMap<>();
        series.forEach((id, values) ->
                read.put(id, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return read;
    }
}
