package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.Leaderboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Leaderboards as one table: first over everything, then over each part of a split.
public final class LeaderboardTable extends Table {
    private static final List<ForecastMetric> METRICS = List.of(
            ForecastMetric.RMSE,
            ForecastMetric.MAE,
            ForecastMetric.MAPE,
            ForecastMetric.SMAPE,
            ForecastMetric.MASE,
            ForecastMetric.PINBALL,
            ForecastMetric.WQL,
            ForecastMetric.MSIS,
            ForecastMetric.COVERAGE_80,
            ForecastMetric.COVERAGE_95);

    private final List<Board> boards;

    /// How the scores were cut.
    public enum Split {
        ALL("all", ""),
        ARCHETYPE("archetype", "Archetype"),
        PERIOD("period", "Time of the quarter");

        private final String code;
        private final String words;

        Split(String code, String words) {
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

    /// The leaderboard of one part.
    ///
    /// @param part such as `web`; empty for everything
    /// @param seconds the time of all fits by model
    public record Board(Split split, String part, Leaderboard leaderboard, Map<String, Double> seconds) {
        public Board {
            seconds = Map.copyOf(seconds);
        }
    }

    LeaderboardTable(List<Board> boards) {
        super(header());
        this.boards = List.copyOf(boards);
        for (Board board : boards) {
            for (Leaderboard.Row row : board.leaderboard().rows()) {
                add(cells(board, row));
            }
        }
    }

    public List<Board> boards() {
        return boards;
    }

    /// The rows of one split, as [#rows] gives them.
    public List<Map<String, Object>> rows(Split split) {
        return rows().stream()
                .filter(row -> split.code().equals(row.get("split")))
                .toList();
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("split", "part", "model", "rank", "series", "forecasts"));
        METRICS.forEach(metric -> header.add(metric.code()));
        header.addAll(List.of("seconds", "standing", "p_value"));
        return header;
    }

    private static Object[] cells(Board board, Leaderboard.Row row) {
        List<Object> cells = new ArrayList<>(List.of(
                board.split().code(),
                board.part(),
                row.model(),
                row.rank().orElse(Double.NaN),
                row.series(),
                row.forecasts()));
        METRICS.forEach(metric -> cells.add(row.metrics().of(metric).orElse(Double.NaN)));
        cells.add(board.seconds().getOrDefault(row.model(), Double.NaN));
        cells.add(row.standing().verdict().code());
        cells.add(row.standing().pValue().orElse(Double.NaN));
        return cells.toArray();
    }
}
