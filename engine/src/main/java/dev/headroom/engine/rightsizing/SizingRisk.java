package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How likely the chosen type fails to carry the load.
///
/// | grade | expected months with a day above the ceiling, in twelve |
/// |---|---|
/// | 0 | under 0.03 |
/// | 1 | under 0.12, which is one month in a hundred |
/// | 2 | under 1; also any day of the history above the ceiling, and bandwidth that shrinks unmeasured |
/// | 3 | under 4 |
/// | 4 | 4 and more |
///
/// @param grades by resource, 0 (very unlikely) to 4 (near certain)
/// @param expectedBreaches months of the next twelve in which the ceiling is expected to be passed, of the
///     worst resource
public record SizingRisk(Map<ResourceKind, Integer> grades, double expectedBreaches) {
    public SizingRisk {
        EnumMap<ResourceKind, Integer> copy = new EnumMap<>(ResourceKind.class);
        copy.putAll(grades);
        grades = Collections.unmodifiableMap(copy);
        for (Map.Entry<ResourceKind, Integer> grade : grades.entrySet()) {
            if (grade.getValue() < 0 || grade.getValue() > 4) {
                throw new IllegalArgumentException(
                        "grades (" + grade.getKey() + "=" + grade.getValue() + ") must lie in 0..4.");
            }
        }
        if (!(expectedBreaches >= 0)) {
            throw new IllegalArgumentException("expectedBreaches (" + expectedBreaches + ") must be 0 or more.");
        }
    }

    /// The worst grade of all resources, 0..4.
    public int maximum() {
        return grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public Level level() {
        return switch (maximum()) {
            case 0, 1 -> Level.LOW;
            case 2 -> Level.MEDIUM;
            default -> Level.HIGH;
        };
    }

    /// The grade of what is expected.
    ///
    /// @param expectedBreaches months of twelve
    /// @param hasBreached whether the history was above the ceiling already
    public static int grade(double expectedBreaches, boolean hasBreached) {
        int grade = expectedBreaches < 0.03
                ? 0
                : expectedBreaches < 0.12 ? 1 : expectedBreaches < 1 ? 2 : expectedBreaches < 4 ? 3 : 4;
        return hasBreached ? Math.max(2, grade) : grade;
    }

    /// The risk in one word.
    public enum Level {
        LOW("low"),
        MEDIUM("medium"),
        HIGH("high");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
