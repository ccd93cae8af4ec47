package dev.headroom.app.ui.risk;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.ForecastRequest;
import dev.headroom.engine.capacity.LimitRule;
import java.util.Arrays;

/// The limits that can be chosen.
public enum RiskLimit {
    AT_60(60),
    AT_70(70),
    AT_80(80),
    AT_90(90),
    AT_95(95),
    /// Processors keep the headroom that queueing asks for, everything else the usual limit.
    BY_SIZE(Double.NaN);

    private final double percent;

    RiskLimit(double percent) {
        this.percent = percent;
    }

    LimitRule rule() {
        return this == BY_SIZE
                ? new LimitRule.BySize(ForecastRequest.DEFAULT_LIMIT_PERCENT)
                : new LimitRule.Flat(percent);
    }

    /// The choice that a rule is, or the nearest one.
    static RiskLimit of(LimitRule rule) {
        return switch (rule) {
            case LimitRule.BySize size -> BY_SIZE;
            case LimitRule.Flat(double wanted) ->
                Arrays.stream(values())
                        .filter(limit -> limit.percent >= wanted)
                        .findFirst()
                        .orElse(AT_95);
        };
    }

    /// Such as `80 %` or `the limit of its size`.
    String words(Formats formats) {
        return this == BY_SIZE ? "the limit of its size" : formats.percent(percent, 0);
    }

    /// What the menu says.
    String label(Formats formats) {
        return this == BY_SIZE ? "by size" : formats.percent(percent, 0);
    }

    /// What the choice means.
    String tip() {
        return this == BY_SIZE
                ? "Small machines keep more of their processors free, as queueing asks for: 38 % of 4, 21 % of 16, 11 % of 64"
                : "The same limit for every resource";
    }
}
