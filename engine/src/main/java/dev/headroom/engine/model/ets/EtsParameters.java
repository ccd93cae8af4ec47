package dev.headroom.engine.model.ets;

/// The parameters and initial states of one form.
///
/// @param alpha smoothing of the level, in (0, 1)
/// @param beta smoothing of the trend, in (0, alpha); 0 without a trend
/// @param gamma smoothing of the season, in (0, 1 - alpha); 0 without a season
/// @param phi damping of the trend; 1 when it is not damped
/// @param level the level before the first observation
/// @param slope the trend before the first observation; 0 without one
/// @param seasonal the seasonal states by phase of the first season; empty without a season
record EtsParameters(
        double alpha, double beta, double gamma, double phi, double level, double slope, double[] seasonal) {}
