package dev.headroom.engine.model.intermittent;

/// The smoothing constants of a method for intermittent demand.
///
/// @param size weight of the newest demand in the mean size, in `[0, 1]`
/// @param occurrence weight of the newest interval (Croston, SBA) or of the newest period (TSB) in the mean interval or
///     the probability of demand, in `[0, 1]`
record DemandConstants(double size, double occurrence) {}
