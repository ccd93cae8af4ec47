package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;

/// The utilization of one resource on the present and on the chosen type, in percent of their capacities. NaN
/// where the bandwidth of a type is not known.
///
/// @param sizingBeforePercent the percentile of the policy on the present type
/// @param sizingAfterPercent the same readings on the chosen type
/// @param p95BeforePercent the 95th percentile of the readings on the present type
/// @param p95AfterPercent the same on the chosen type
/// @param ceilingPercent the ceiling of the policy
public record UsageChange(
        ResourceKind kind,
        double sizingBeforePercent,
        double sizingAfterPercent,
        double p95BeforePercent,
        double p95AfterPercent,
        double ceilingPercent) {}
