package dev.headroom.engine.schedule;

/// When an hour of the week counts as unused, and which stretches of such hours are worth a schedule.
///
/// @param idleCpuPercent an hour is quiet when its CPU reading is at most this, over 0 to 100
/// @param idleNetworkMbps and its network reading, where there is one, at most this; not negative
/// @param idleNetworkShare or at most this share of the p95 of its network readings, because a server that runs
///     chatters a little even when nobody uses it; 0 to below 1
/// @param repeat the share of the weeks in which an hour of the week has to be quiet, over 0.5 to 1
/// @param minimumBlockHours shorter stretches are left running; 1 to 168
/// @param minimumWeeks with fewer observed weeks there is no advice; positive
/// @param leadHours how many hours before it is used again a server is started; 0 to 24
public record SchedulePolicy(
        double idleCpuPercent,
        double idleNetworkMbps,
        double idleNetworkShare,
        double repeat,
        int minimumBlockHours,
        int minimumWeeks,
        int leadHours) {
    public SchedulePolicy {
        if (!(idleCpuPercent > 0 && idleCpuPercent <= 100)) {
            throw new IllegalArgumentException("idleCpuPercent (" + idleCpuPercent + ") must lie in (0, 100].");
        }
        if (!(idleNetworkMbps >= 0)) {
            throw new IllegalArgumentException("idleNetworkMbps (" + idleNetworkMbps + ") must be 0 or more.");
        }
        if (!(idleNetworkShare >= 0 && idleNetworkShare < 1)) {
            throw new IllegalArgumentException("idleNetworkShare (" + idleNetworkShare + ") must lie in [0, 1).");
        }
        if (!(repeat > 0.5 && repeat <= 1)) {
            throw new IllegalArgumentException("repeat (" + repeat + ") must lie in (0.5, 1].");
        }
        if (minimumBlockHours < 1 || minimumBlockHours > WeekHours.COUNT) {
            throw new IllegalArgumentException("minimumBlockHours (" + minimumBlockHours + ") must be 1 to 168.");
        }
        if (minimumWeeks < 1) {
            throw new IllegalArgumentException("minimumWeeks (" + minimumWeeks + ") must be positive.");
        }
        if (leadHours < 0 || leadHours > 24) {
            throw new IllegalArgumentException("leadHours (" + leadHours + ") must be 0 to 24.");
        }
    }

    /// 5 % CPU, 0.1 Mbit/s or a tenth of the usual network load, four weeks in five, four hours at least, eight weeks,
    /// started an hour early.
    public static SchedulePolicy usual() {
        return new SchedulePolicy(5, 0.1, 0.1, 0.8, 4, 8, 1);
    }
}
