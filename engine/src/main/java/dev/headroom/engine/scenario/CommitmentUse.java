package dev.headroom.engine.scenario;

/// How a new commitment is used within the futures.
///
/// @param paid what it costs in the days looked at, in the currency of the cost
/// @param unused how much of that pays for nothing
/// @param unusedProbability the share of the futures in which some of it does, 0..1
public record CommitmentUse(Event event, double paid, Spread unused, double unusedProbability) {}
