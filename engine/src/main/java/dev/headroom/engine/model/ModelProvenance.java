package dev.headroom.engine.model;

import java.util.Map;

/// Where a fitted model comes from: enough to fit it again and get the same numbers.
///
/// @param dataHash SHA-256 of grid and values, hexadecimal
/// @param parameters the fitted parameters by name, in a stable order
public record ModelProvenance(ModelSpec spec, long seed, String dataHash, Map<String, Double> parameters) {
    public ModelProvenance {
        parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    }
}
