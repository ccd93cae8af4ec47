package dev.headroom.engine.schedule;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SavingEstimate;
import java.util.Optional;

/// Whether a server should be switched off at regular hours.
public sealed interface ScheduleAdvice {
    Server server();

    /// In words, with window, statistic and numbers.
    String reason();

    /// What the server costs a month, running all the time, at list prices; empty when it is not known.
    Optional<Money> month();

    /// Switch it off.
    ///
    /// @param month empty when the price is not known; then the saving is not known either
    /// @param saving of the machine alone: its storage goes on costing
    /// @param use how often each hour of the week was used
    /// @param quietShare the share of the off hours, looking back, that nobody used, 0..1
    /// @param usedHours in how many of the observed off hours somebody did
    /// @param observedHours how many were observed
    /// @param weeks observed weeks
    /// @param confidence 0..1: grows with the weeks and falls with the hours that were used
    record Off(
            Server server,
            WeeklySchedule schedule,
            Optional<Money> month,
            Optional<SavingEstimate> saving,
            WeekUse use,
            double quietShare,
            int usedHours,
            int observedHours,
            int weeks,
            double confidence,
            String reason)
            implements ScheduleAdvice {}

    /// Leave it on.
    record On(Server server, Cause cause, Optional<Money> month, String reason) implements ScheduleAdvice {}

    /// Why a server is left on.
    enum Cause {
        /// It is of production, or its environment is not known.
        PRODUCTION,
        /// No hourly readings of its processor are kept.
        NO_READINGS,
        /// They cover too few weeks.
        SHORT_HISTORY,
        /// It is unused in every hour of the week: to be stopped for good rather than scheduled.
        ALWAYS_QUIET,
        /// No stretch of hours is unused for long enough.
        NO_PATTERN
    }
}
