package dev.headroom.engine.rightsizing;

import dev.headroom.engine.series.TimeSeries;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// The processor share at which a burstable type of the AWS families t3, t3a and t4g neither earns nor spends
/// credits: the published baseline of each size, in percent of all its processors.
final class BurstCredits {
    private static final Map<String, Double> BASELINE_PERCENT = Map.of(
            "nano", 5.0,
            "micro", 10.0,
            "small", 20.0,
            "medium", 20.0,
            "large", 30.0,
            "xlarge", 40.0,
            "2xlarge", 40.0);

    private static final double MOST_HOURS = 24;

    private BurstCredits() {}

    /// On how many days a machine would run out of credits: it earns its baseline every hour, spends what it uses,
    /// keeps at most what it earns in a day, and starts with that.
    ///
    /// @param cpu readings of any step up to a day; missing ones leave the credits as they are
    /// @param toPercent what turns a reading into percent of the machine
    static int daysWithout(TimeSeries cpu, double toPercent, double baselinePercent) {
        double hours = cpu.grid().step().typicalLength().toMinutes() / 60.0;
        double most = MOST_HOURS * baselinePercent;
        double credits = most;
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < cpu.length(); i++) {
            if (!Double.isNaN(cpu.value(i))) {
                credits = Math.min(most, credits + hours * (baselinePercent - cpu.value(i) * toPercent));
                if (credits < -1e-9) {
                    days.add(LocalDate.ofInstant(cpu.grid().at(i), cpu.grid().zone()));
                    credits = 0;
                }
            }
        }
        return days.size();
    }

    /// Empty for a family or size whose baseline is not known.
    static OptionalDouble baselinePercent(InstanceShape shape) {
        Double baseline = switch (shape.family()) {
            case "t3", "t3a", "t4g" -> BASELINE_PERCENT.get(shape.size());
            default -> null;
        };
        return baseline == null ? OptionalDouble.empty() : OptionalDouble.of(baseline);
    }
}
