package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// When an instance type counts as big enough: this percentile of the readings, grown by the headroom, must
/// stay at or below the ceiling of every resource.
///
/// Headroom is room for growth under the ceiling: 20 % headroom means that the load may grow by 20 % before
/// the ceiling is reached. This is stricter than tools that take the headroom from the full capacity.
///
/// @param percentile percentile of the readings in the window, 50..100
/// @param headroomPercent growth that must still fit, 0..200
/// @param lookbackDays how far back readings count; [#ALL_HISTORY_DAYS] for everything that is kept
/// @param ceilings the highest acceptable utilization
/// @param minimumChangePercent a saving below this share of the present cost is not worth a change, 0..100
/// @param minimumDays fewer observed days than this allow no recommendation; positive
/// @param maximumRisk a saving at a higher risk than this is not advised
/// @param anyArchitecture also types of another processor architecture are looked at; a virtual processor
///     counts as
///     one on each
public record SizingPolicy(
        double percentile,
        double headroomPercent,
        int lookbackDays,
        Ceilings ceilings,
        double minimumChangePercent,
        int minimumDays,
        SizingRisk.Level maximumRisk,
        boolean anyArchitecture) {
    /// Longer than any history: a hundred years.
    public static final int ALL_HISTORY_DAYS = 36_525;

    private static final double USUAL_MINIMUM_CHANGE = 10;
    private static final int USUAL_MINIMUM_DAYS = 14;

    public SizingPolicy {
        requireBetween("percentile", percentile, 50, 100);
        requireBetween("headroomPercent", headroomPercent, 0, 200);
        requireBetween("minimumChangePercent", minimumChangePercent, 0, 100);
        Objects.requireNonNull(ceilings, "ceilings");
        Objects.requireNonNull(maximumRisk, "maximumRisk");
        if (lookbackDays < 1 || minimumDays < 1) {
            throw new IllegalArgumentException(
                    "lookbackDays (" + lookbackDays + ") and minimumDays (" + minimumDays + ") must be positive.");
        }
    }

    /// The usual ceilings, a minimum change of 10 %, at least 14 days and at most medium risk.
    public SizingPolicy(double percentile, double headroomPercent, int lookbackDays) {
        this(
                percentile,
                headroomPercent,
                lookbackDays,
                Ceilings.USUAL,
                USUAL_MINIMUM_CHANGE,
                USUAL_MINIMUM_DAYS,
                SizingRisk.Level.MEDIUM,
                false);
    }

    /// P90 without headroom at any risk: takes every saving that the ceilings allow.
    public static SizingPolicy maximumSavings() {
        return new SizingPolicy(90, 0, ALL_HISTORY_DAYS).withMaximumRisk(SizingRisk.Level.HIGH);
    }

    /// P95 with 30 % headroom.
    public static SizingPolicy balanced() {
        return new SizingPolicy(95, 30, ALL_HISTORY_DAYS);
    }

    /// P99.5 with 20 % headroom over all kept history: what Headroom uses unless told otherwise. The high
    /// percentile and the long window are chosen so that quarter ends and yearly peaks, which are rare, size
    /// the machine.
    public static SizingPolicy standard() {
        return new SizingPolicy(99.5, 20, ALL_HISTORY_DAYS);
    }

    /// P99.5 with 30 % headroom at low risk.
    public static SizingPolicy maximumPerformance() {
        return new SizingPolicy(99.5, 30, ALL_HISTORY_DAYS).withMaximumRisk(SizingRisk.Level.LOW);
    }

    /// The named policies, from the cheapest to the safest.
    public static Map<String, SizingPolicy> presets() {
        Map<String, SizingPolicy> presets = new LinkedHashMap<>();
        presets.put("savings", maximumSavings());
        presets.put("balanced", balanced());
        presets.put("default", standard());
        presets.put("performance", maximumPerformance());
        return Collections.unmodifiableMap(presets);
    }

    public SizingPolicy withPercentile(double value) {
        return new SizingPolicy(
                value,
                headroomPercent,
                lookbackDays,
                ceilings,
                minimumChangePercent,
                minimumDays,
                maximumRisk,
                anyArchitecture);
    }

    public SizingPolicy withHeadroomPercent(double value) {
        return new SizingPolicy(
                percentile,
                value,
                lookbackDays,
                ceilings,
                minimumChangePercent,
                minimumDays,
                maximumRisk,
                anyArchitecture);
    }

    public SizingPolicy withLookbackDays(int value) {
        return new SizingPolicy(
                percentile,
                headroomPercent,
                value,
                ceilings,
                minimumChangePercent,
                minimumDays,
                maximumRisk,
                anyArchitecture);
    }

    public SizingPolicy withCeilings(Ceilings value) {
        return new SizingPolicy(
                percentile,
                headroomPercent,
                lookbackDays,
                value,
                minimumChangePercent,
                minimumDays,
                maximumRisk,
                anyArchitecture);
    }

    public SizingPolicy withMaximumRisk(SizingRisk.Level value) {
        return new SizingPolicy(
                percentile,
                headroomPercent,
                lookbackDays,
                ceilings,
                minimumChangePercent,
                minimumDays,
                value,
                anyArchitecture);
    }

    public SizingPolicy withAnyArchitecture(boolean value) {
        return new SizingPolicy(
                percentile,
                headroomPercent,
                lookbackDays,
                ceilings,
                minimumChangePercent,
                minimumDays,
                maximumRisk,
                value);
    }

    /// What the load is multiplied with before it is compared with a ceiling.
    public double growthFactor() {
        return 1 + headroomPercent / 100;
    }

    /// The highest acceptable utilization, each in percent of the capacity, over 0 and up to 100.
    ///
    /// @param bandwidthPercent for disk I/O and network, compared when the bandwidth of the type is known
    public record Ceilings(double cpuPercent, double memoryPercent, double bandwidthPercent) {
        /// 70 % CPU, 90 % memory, 80 % bandwidth.
        public static final Ceilings USUAL = new Ceilings(70, 90, 80);

        public Ceilings {
            requireBetween("cpuPercent", cpuPercent, 1, 100);
            requireBetween("memoryPercent", memoryPercent, 1, 100);
            requireBetween("bandwidthPercent", bandwidthPercent, 1, 100);
        }

        public double percent(ResourceKind kind) {
            return switch (kind) {
                case CPU -> cpuPercent;
                case MEMORY -> memoryPercent;
                case DISK_IO, NETWORK -> bandwidthPercent;
            };
        }
    }

    private static void requireBetween(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " (" + value + ") must lie in [" + low + ", " + high + "].");
        }
    }
}
