package dev.headroom.app.cli;

import dev.headroom.app.usecase.LeaderboardTable;
import dev.headroom.engine.evaluation.ForecastMetric;
import dev.headroom.engine.evaluation.Leaderboard;
import dev.headroom.engine.evaluation.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Leaderboards as lines of fixed-width text.
final class LeaderboardText {
    private static final List<ForecastMetric> METRICS = List.of(
            ForecastMetric.RMSE,
            ForecastMetric.MAE,
            ForecastMetric.MAPE,
            ForecastMetric.SMAPE,
            ForecastMetric.MASE,
            ForecastMetric.PINBALL,
            ForecastMetric.WQL,
            ForecastMetric.MSIS);
    private static final String UNKNOWN = "-";

    private LeaderboardText() {}

    static List<String> lines(LeaderboardTable table) {
        List<String> lines = new ArrayList<>();
        for (LeaderboardTable.Board board : table.boards()) {
            if (board.leaderboard().rows().stream().anyMatch(row -> row.forecasts() > 0)) {
                if (board.split() != LeaderboardTable.Split.ALL) {
                    lines.add("");
                    lines.add(board.split().words() + ": " + board.part());
                }
                lines.addAll(board(board));
            }
        }
        if (!lines.isEmpty()) {
            lines.add("");
            lines.add("As good as the best: no difference could be shown at p < " + Standing.LEVEL
                    + " (p is adjusted for the number of models).");
        }
        return lines;
    }

    private static List<String> board(LeaderboardTable.Board board) {
        List<String> lines = new ArrayList<>();
        int width = board.leaderboard().rows().stream()
                .mapToInt(row -> row.model().length())
                .max()
                .orElse(0);
        StringBuilder head = new StringBuilder(left("model", width)).append(right("rank", 6));
        METRICS.forEach(metric -> head.append(right(metric.code(), 9)));
        head.append(right("80 %", 7)).append(right("95 %", 7)).append(right("sec.", 8));
        lines.add(head.append("  difference to the best").toString());
        for (Leaderboard.Row row : board.leaderboard().rows()) {
            StringBuilder line = new StringBuilder(left(row.model(), width)).append(right(number(row.rank()), 6));
            METRICS.forEach(metric -> line.append(right(number(row.metrics().of(metric)), 9)));
            line.append(right(percent(row.metrics().of(ForecastMetric.COVERAGE_80)), 7));
            line.append(right(percent(row.metrics().of(ForecastMetric.COVERAGE_95)), 7));
            Double seconds = board.seconds().get(row.model());
            line.append(right(seconds == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", seconds), 8));
            lines.add(line.append("  ").append(words(row.standing())).toString());
        }
        return lines;
    }

    static String words(Standing standing) {
        String words = standing.verdict().words();
        OptionalDouble p = standing.pValue();
        if (p.isEmpty()) {
            return words;
        }
        return words
                + (p.getAsDouble() < 0.001
                        ? " (p < 0.001)"
                        : String.format(Locale.ROOT, " (p = %.3f)", p.getAsDouble()));
    }

    /// About four digits that matter.
    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        double size = Math.abs(value.getAsDouble());
        if (size >= 1e7) {
            return String.format(Locale.ROOT, "%.2e", value.getAsDouble());
        }
        int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble());
    }

    private static String percent(OptionalDouble share) {
        return share.isEmpty() ? UNKNOWN : String.format(Locale.ROOT, "%.0f %%", 100 * share.getAsDouble());
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }
}
