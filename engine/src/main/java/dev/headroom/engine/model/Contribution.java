package dev.headroom.engine.model;

import java.util.Objects;

/// What one part of a model adds to its values, in the unit of the series.
///
/// @param name the part in words, such as `trend` or `weekly`
/// @param values one value a step; the parts of a model add up to its point forecast
public record Contribution(String name, double[] values) {
    public Contribution {
        Objects.requireNonNull(name, "name");
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
