package dev.headroom.engine.model;

/// What came out of a fit. An expected obstacle is an outcome, not an exception.
public sealed interface FitOutcome {
    record Fitted(FittedModel model) implements FitOutcome {}

    /// The series has too few observations for the specification.
    record TooShort(int observations, int needed) implements FitOutcome {}

    /// All observations are equal and the family cannot be fitted to a constant.
    record Constant(double value) implements FitOutcome {}

    /// The optimiser found no usable parameters.
    record NotConverged(String reason) implements FitOutcome {}
}
