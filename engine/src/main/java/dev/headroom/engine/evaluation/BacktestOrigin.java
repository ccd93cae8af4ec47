package dev.headroom.engine.evaluation;

import dev.headroom.engine.model.FitOutcome;

/// What a model did at one origin of a backtest.
public sealed interface BacktestOrigin {
    /// The number of points before the origin.
    int trainingLength();

    record Scored(int trainingLength, ScoredForecast scored) implements BacktestOrigin {}

    /// No model came out of the fit.
    ///
    /// @param outcome why; never [FitOutcome.Fitted]
    record Unfitted(int trainingLength, FitOutcome outcome) implements BacktestOrigin {}
}
