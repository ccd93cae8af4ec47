package dev.headroom.engine.rightsizing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The evidence behind a recommendation.
///
/// @param profile the readings that were used
/// @param usage utilization before and after, one entry a measured resource that can be compared
/// @param replays the whole window day by day on the chosen type, one entry a measured resource with daily
///     values
/// @param risk how likely the chosen type fails
/// @param confidence how far the evidence carries, 0..1: grows with the length and completeness of the
///     history, falls when a resource is not measured or the processor was at its limit
/// @param reason the reasoning in words, with window and statistic
/// @param rejections the cheaper types that were not chosen; those of the same family first
/// @param flip what would change the verdict; empty when nothing measured is ever used and
///     for advice to stop, which hangs on idleness alone
public record Assessment(
        UsageProfile profile,
        List<UsageChange> usage,
        List<Replay> replays,
        SizingRisk risk,
        double confidence,
        String reason,
        List<Rejection> rejections,
        Optional<FlipPoint> flip) {
    public Assessment {
        Objects.requireNonNull(profile, "profile");
        usage = List.copyOf(usage);
        replays = List.copyOf(replays);
        rejections = List.copyOf(rejections);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence (" + confidence + ") must lie in [0, 1].");
        }
    }
}
