package dev.headroom.app.usecase;

import java.util.List;

/// What a backtest found.
///
/// @param results one row a series and model
/// @param leaderboard one row a model: over all series, by archetype, and by time of the quarter
/// @param series how many series there were
/// @param unscored series on which no model could be scored, each with its reason
public record BacktestReport(
        Table results, LeaderboardTable leaderboard, int series, List<Problem> unscored, List<Reject> rejects) {
    public BacktestReport {
        unscored = List.copyOf(unscored);
        rejects = List.copyOf(rejects);
    }
}
