package dev.headroom.engine.rightsizing;

import java.util.Map;
import java.util.OptionalDouble;

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

    private BurstCredits() {}

    /// Empty for a family or size whose baseline is not known.
    static OptionalDouble baselinePercent(InstanceShape shape) {
        Double baseline = switch (shape.family()) {
            case "t3", "t3a", "t4g" -> BASELINE_PERCENT.get(shape.size());
            default -> null;
        };
        return baseline == null ? OptionalDouble.empty() : OptionalDouble.of(baseline);
    }
}
