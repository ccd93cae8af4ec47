package dev.headroom.app.usecase;

import dev.headroom.engine.evaluation.Standing;

/// One row of a leaderboard: how a model did on rolling origins of a series. NaN = could not be computed.
///
/// @param mase mean absolute scaled error
/// @param rmse root mean squared error, in the unit of the series
/// @param coverage80 share of actual values inside the 80 % interval, 0..1
/// @param origins how many origins were scored
/// @param seconds time for all fits of this row
/// @param standing whether the difference to the best is more than chance
public record ModelScore(
        String model, double mase, double rmse, double coverage80, int origins, double seconds, Standing standing) {}
