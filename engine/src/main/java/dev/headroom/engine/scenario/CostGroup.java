package dev.headroom.engine.scenario;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Parts of the cost that the same events change in the same way: what they have of the total, and what the events have
/// made of it day by day.
final class CostGroup {
    private static final int HOURS = 24;

    /// The server whose machine it is; empty for none.
    final String server;

    private final double[] rate;
    private final double[] usage;
    private final double[] metered;
    private final double[] kept;
    private final boolean[] @Nullable [] on;
    private double computeShare;
    private double meteredShare;
    private double keptShare;
    private double coveredShare;

    CostGroup(String server, int days) {
        this.server = server;
        this.rate = ones(days);
        this.usage = ones(days);
        this.metered = ones(days);
        this.kept = ones(days);
        this.on = new boolean[days][];
    }

    private static double[] ones(int days) {
        double[] values = new double[days];
        Arrays.fill(values, 1);
        return values;
    }

    void add(CostPart part) {
        computeShare += part.compute();
        meteredShare += part.metered();
        keptShare += part.kept();
        coveredShare += part.covered();
    }

    double coveredShare() {
        return coveredShare;
    }

    /// The load grows by a factor; `following` is how much of all cost goes with it, NaN for what is metered.
    void load(int day, double by, double following) {
        if (Double.isNaN(following)) {
            metered[day] *= by;
        } else {
            double share = 1 + (by - 1) * following;
            metered[day] *= share;
            usage[day] *= share;
            kept[day] *= share;
        }
    }

    void price(int day, double by) {
        rate[day] *= by;
        metered[day] *= by;
        kept[day] *= by;
    }

    void machineRate(int day, double by) {
        rate[day] *= by;
    }

    /// The rate as a multiple of that at the beginning, whatever it was before.
    void setMachineRate(int day, double multiple) {
        rate[day] = multiple;
    }

    /// What is left on in each hour of a UTC day.
    void leaveOn(int day, boolean[] hours) {
        boolean[] both = hours.clone();
        boolean[] before = on[day];
        boolean any = false;
        for (int hour = 0; hour < HOURS; hour++) {
            both[hour] &= before == null || before[hour];
            any |= both[hour];
        }
        on[day] = both;
        if (!any) {
            metered[day] = 0;
        }
    }

    void end(int day) {
        usage[day] = 0;
        metered[day] = 0;
        kept[day] = 0;
    }

    boolean hasHours(int day) {
        return on[day] != null;
    }

    /// The cost of the machine in an hour of a day, as a share of the total of a day.
    double hourly(int day, int hour) {
        boolean[] hours = on[day];
        return hours == null || hours[hour] ? computeShare * rate[day] * usage[day] / HOURS : 0;
    }

    /// What a change makes of the machine in an hour of a day; exactly 0 where nothing changed.
    double hourlyChange(int day, int hour) {
        boolean[] hours = on[day];
        return hours == null || hours[hour]
                ? computeShare * (rate[day] * usage[day] - 1) / HOURS
                : -computeShare / HOURS;
    }

    /// What a change makes of everything else; exactly 0 where nothing changed.
    double otherChange(int day) {
        return meteredShare * (metered[day] - 1) + keptShare * (kept[day] - 1);
    }

    /// What is metered on a day, as a share of the total of a day.
    double meteredNow(int day) {
        return meteredShare * metered[day];
    }

    double allNow(int day) {
        return meteredShare * metered[day] + computeShare * rate[day] * usage[day] + keptShare * kept[day];
    }
}
