package dev.headroom.engine.model;

import java.time.Instant;
import java.util.Objects;

/// How the trend of an additive model grows.
public sealed interface Growth {
    /// A straight line that may bend at change points.
    record Linear() implements Growth {}

    /// One level throughout.
    record Flat() implements Growth {}

    /// From a floor towards a capacity, fastest half way between.
    record Logistic(Bound floor, Bound capacity) implements Growth {}

    /// A bound of logistic growth, in the unit of the series.
    sealed interface Bound {
        /// NaN where it is not known.
        double at(Instant instant);
    }

    /// The same bound at all times.
    record Always(double value) implements Bound {
        public Always {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("bound (" + value + ") must be finite.");
            }
        }

        @Override
        public double at(Instant instant) {
            return value;
        }
    }

    /// A bound that changes, known as far as the forecast reaches.
    record ByStep(KnownColumn column) implements Bound {
        public ByStep {
            Objects.requireNonNull(column, "column");
        }

        @Override
        public double at(Instant instant) {
            return column.at(instant);
        }
    }
}
