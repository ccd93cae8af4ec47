package dev.headroom.engine.plan;

import dev.headroom.engine.quantity.Money;
import java.util.Objects;

/// Something that can be done to one resource and takes usage off the bill. Of the actions on one resource at
/// most one is done.
///
/// @param resource the id of the resource
/// @param kind such as `resize`, `stop` or `schedule`
/// @param words what is done, such as `m5.2xlarge to m5.xlarge`
/// @param saving what it takes off the on-demand cost of an hour, on average over the week; above 0
/// @param effort points, see [Effort]
/// @param restart whether the resource has to be restarted
/// @param expectedBreaches months of the next twelve with a day above the ceiling that it is expected to
///     bring
/// @param riskGrade 0 (very unlikely to fail) to 4 (near certain)
/// @param confidence how far its evidence carries, 0..1
public record Action(
        String resource,
        String kind,
        String words,
        Money saving,
        Effort effort,
        Restart restart,
        double expectedBreaches,
        int riskGrade,
        double confidence) {
    public Action {
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(restart, "restart");
        if (saving.amount().signum() <= 0) {
            throw new IllegalArgumentException("saving (" + saving + ") must be above 0.");
        }
        if (!(expectedBreaches >= 0) || riskGrade < 0 || riskGrade > 4) {
            throw new IllegalArgumentException("expectedBreaches (" + expectedBreaches
                    + ") must be 0 or more and riskGrade (" + riskGrade + ") in 0..4.");
        }
    }

    double savingHour() {
        return saving.amount().doubleValue();
    }

    /// Whether a resource has to be restarted.
    public enum Restart {
        NEEDED,
        NOT_NEEDED
    }

    /// How much work an action is, in points of our own.
    public enum Effort {
        /// Switched off or on.
        VERY_LOW(1),
        /// Another size of the same family.
        LOW(2),
        /// Another family, to be tested.
        MEDIUM(4),
        /// Another processor architecture, to be built and tested.
        HIGH(8);

        private final int points;

        Effort(int points) {
            this.points = points;
        }

        public int points() {
            return points;
        }
    }
}
