package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.Leaderboard;
import dev.headroom.engine.evaluation.MetricValues;
import dev.headroom.engine.evaluation.OriginScores;
import dev.headroom.engine.evaluation.ScoredSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Scores models at rolling origins of the series of a file, or of the daily p95 series of a workspace, and ranks them.
public final class BacktestModels {
    private static final String QUARTER_END_WEEKS = "quarter-end weeks";
    private static final String OTHER_WEEKS = "other weeks";
    private static final String UNKNOWN = "unknown";

    private final Threads threads;

    /// Uses all processors.
    public BacktestModels() {
        this(Threads.all());
    }

    public BacktestModels(Threads threads) {
        this.threads = threads;
    }

    /// @throws UseCaseException of kind INPUT when no series can be read
    public BacktestReport ofFile(Path input, BacktestRequest request, Progress progress) throws UseCaseException {
        return run(BacktestSeries.ofFile(input, request, threads), request, progress);
    }

    /// @throws UseCaseException of kind NO_DATA when the workspace holds no utilization
    public BacktestReport ofWorkspace(OpenWorkspace workspace, BacktestRequest request, Progress progress)
            throws UseCaseException {
        return run(BacktestSeries.ofWorkspace(workspace), request, progress);
    }

    private BacktestReport run(BacktestSeries series, BacktestRequest request, Progress progress)
            throws UseCaseException {
        Results results = new Results();
        List<List<ScoredModels.Scored>> scored = new ArrayList<>();
        List<Problem> unscored = new ArrayList<>();
        ScoredModels.run(
                threads,
                series.subjects(),
                request,
                models -> {
                    models.forEach(results::add);
                    scored.add(models);
                    if (models.stream().allMatch(model -> model.all().isEmpty())) {
                        unscored.add(BacktestSeries.tooShort(models.getFirst().subject(), request));
                    }
                },
                progress);
        return new BacktestReport(
                results,
                new LeaderboardTable(boards(scored, request)),
                series.subjects().size(),
                unscored,
                series.rejects());
    }

    private static List<LeaderboardTable.Board> boards(
            List<List<ScoredModels.Scored>> scored, BacktestRequest request) {
        List<LeaderboardTable.Board> boards = new ArrayList<>();
        boards.add(board(LeaderboardTable.Split.ALL, "", scored, ScoredModels.Scored::all, request));
        TreeSet<String> archetypes = scored.stream()
                .map(models -> models.getFirst().subject().archetype())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!archetypes.equals(new TreeSet<>(List.of("")))) {
            for (String archetype : archetypes) {
                List<List<ScoredModels.Scored>> some = scored.stream()
                        .filter(models ->
                                models.getFirst().subject().archetype().equals(archetype))
                        .toList();
                String part = archetype.isEmpty() ? UNKNOWN : archetype;
                boards.add(board(LeaderboardTable.Split.ARCHETYPE, part, some, ScoredModels.Scored::all, request));
            }
        }
        LeaderboardTable.Board ends = board(
                LeaderboardTable.Split.PERIOD, QUARTER_END_WEEKS, scored, ScoredModels.Scored::quarterEnds, request);
        LeaderboardTable.Board others =
                board(LeaderboardTable.Split.PERIOD, OTHER_WEEKS, scored, ScoredModels.Scored::otherDays, request);
        boolean both = List.of(ends, others).stream()
                .allMatch(board -> board.leaderboard().rows().stream().anyMatch(row -> row.forecasts() > 0));
        if (both) {
            boards.addAll(List.of(ends, others));
        }
        return boards;
    }

    private static LeaderboardTable.Board board(
            LeaderboardTable.Split split,
            String part,
            List<List<ScoredModels.Scored>> scored,
            Function<ScoredModels.Scored, OriginScores> scores,
            BacktestRequest request) {
        List<ScoredSeries> series = scored.stream()
                .map(models -> new ScoredSeries(
                        models.getFirst().subject().group(),
                        models.stream().map(scores).toList()))
                .filter(one -> one.models().stream().anyMatch(model -> !model.isEmpty()))
                .toList();
        int overlap = scored.stream()
                .mapToInt(models ->
                        request.origins(models.getFirst().subject().series()).overlap())
                .max()
                .orElse(1);
        Map<String, Double> seconds = new HashMap<>();
        if (split != LeaderboardTable.Split.PERIOD) {
            IntStream.range(0, request.models().size())
                    .forEach(m -> seconds.put(
                            request.models().get(m),
                            scored.stream()
                                    .mapToDouble(models -> models.get(m).seconds())
                                    .sum()));
        }
        return new LeaderboardTable.Board(
                split, part, Leaderboard.of(request.models(), series, overlap, request.seed()), seconds);
    }

    /// One row a series and model: the means over the origins; empty where a metric is not defined.
    private static final class Results extends Table {
        private static final List<ForecastMetric> METRICS = List.of(
                ForecastMetric.RMSE,
                ForecastMetric.MAE,
                ForecastMetric.MAPE,
                ForecastMetric.SMAPE,
                ForecastMetric.MASE,
                ForecastMetric.PINBALL,
                ForecastMetric.COVERAGE_80,
                ForecastMetric.COVERAGE_95,
                ForecastMetric.WQL,
                ForecastMetric.MSIS);

        Results() {
            super(header());
        }

        private static List<String> header() {
            List<String> header = new ArrayList<>(List.of("series_id", "model", "origins"));
            METRICS.forEach(metric -> header.add(metric.code()));
            return header;
        }

        void add(ScoredModels.Scored scored) {
            List<Object> row = new ArrayList<>(List.of(
                    scored.subject().name(), scored.model(), scored.all().count()));
            MetricValues means = scored.all().mean();
            METRICS.forEach(metric -> row.add(means.of(metric).orElse(Double.NaN)));
            add(row.toArray());
        }
    }
}
