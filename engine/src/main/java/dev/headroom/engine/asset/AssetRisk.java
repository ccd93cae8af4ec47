package dev.headroom.engine.asset;

import dev.headroom.engine.rightsizing.MonthlyPeaks;
import dev.headroom.engine.rightsizing.SizingRisk;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How likely a change fails, by what can fail: 0 (very unlikely) to 4 (near certain), on the scale of
/// [SizingRisk].
public record AssetRisk(Map<Dimension, Integer> grades) {
    /// Nothing gets smaller.
    public static final AssetRisk NONE = new AssetRisk(Map.of());

    public AssetRisk {
        EnumMap<Dimension, Integer> sorted = new EnumMap<>(Dimension.class);
        sorted.putAll(grades);
        grades = Collections.unmodifiableMap(sorted);
        grades.forEach((dimension, grade) -> {
            if (grade < 0 || grade > 4) {
                throw new IllegalArgumentException("grades (" + dimension + "=" + grade + ") must lie in 0..4.");
            }
        });
    }

    /// The same with a grade that is at least this.
    AssetRisk with(Dimension dimension, int grade) {
        EnumMap<Dimension, Integer> more = new EnumMap<>(Dimension.class);
        more.putAll(grades);
        more.merge(dimension, grade, Math::max);
        return new AssetRisk(more);
    }

    /// The same with the grade of readings on a capacity: by how many of twelve months are expected to pass
    /// the ceiling, and at least 2 where only means are known.
    AssetRisk with(Dimension dimension, Readings readings, double capacity, double ceilingPercent) {
        int grade = readings.peaks()
                .map(peaks -> grade(peaks, 100 / capacity, ceilingPercent))
                .orElse(2);
        return with(dimension, readings.hidesPeaks() ? Math.max(2, grade) : grade);
    }

    private static int grade(MonthlyPeaks peaks, double factor, double ceilingPercent) {
        return SizingRisk.grade(
                peaks.expectedBreaches(factor, ceilingPercent), peaks.highest() * factor > ceilingPercent);
    }

    /// The worst grade, 0..4.
    public int maximum() {
        return grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public SizingRisk.Level level() {
        return switch (maximum()) {
            case 0, 1 -> SizingRisk.Level.LOW;
            case 2 -> SizingRisk.Level.MEDIUM;
            default -> SizingRisk.Level.HIGH;
        };
    }

    /// Such as `IOPS 1, throughput 0`; empty when nothing gets smaller.
    public String words() {
        return grades.entrySet().stream()
                .map(grade -> grade.getKey().words() + " " + grade.getValue())
                .collect(Collectors.joining(", "));
    }
}
