package dev.headroom.engine.feature;

/// One column of a table of features.
///
/// @param name what the column holds, such as `mean of 7`
/// @param part the part of a forecast that its effect is told under, such as `weekly`
public record FeatureColumn(String name, String part) {}
