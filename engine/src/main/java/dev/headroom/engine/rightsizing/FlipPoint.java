package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;

/// How far policy or load may move before the chosen type no longer fits. Negative values say by how much it
/// does not fit now.
///
/// @param bottleneck the resource that gives way first
/// @param largestHeadroomPercent the largest headroom at which the type still fits the present load
/// @param largestGrowthPercent the largest growth of the load at which it still fits with the headroom of the
///     policy
public record FlipPoint(ResourceKind bottleneck, double largestHeadroomPercent, double largestGrowthPercent) {}
