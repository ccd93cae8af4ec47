package dev.headroom.engine.plan;

import java.time.LocalDate;
import java.util.List;

/// Days on which nothing may be restarted.
///
/// @param from the first day
/// @param to the day after the last one
public record Freeze(LocalDate from, LocalDate to) {
    public Freeze {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from (" + from + ") must be before to (" + to + ").");
        }
    }

    /// The first day from `start` on that no freeze covers.
    static LocalDate firstFree(LocalDate start, List<Freeze> freezes) {
        LocalDate day = start;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Freeze freeze : freezes) {
                if (!day.isBefore(freeze.from) && day.isBefore(freeze.to)) {
                    day = freeze.to;
                    moved = true;
                }
            }
        }
        return day;
    }
}
