package dev.headroom.engine.model.ensemble;

import java.util.OptionalDouble;

/// What one component contributes to a combination.
///
/// @param weight its share of the combination, in `[0, 1]`
/// @param meanAbsoluteError its mean absolute error at the inner origins, in units of the series; empty
///     without origins
/// @param relativeError that error over the one of the seasonal naive forecast; empty without origins or when
///     the seasonal naive forecast made no error
public record ComponentShare(
        Component component, double weight, OptionalDouble meanAbsoluteError, OptionalDouble relativeError) {}
