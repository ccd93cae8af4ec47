package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeLine;

/// By what daily cost is divided.
public enum CostGrouping {
    /// Everything in one group with an empty name.
    TOTAL,
    SERVICE,
    SUB_ACCOUNT,
    REGION,
    CATEGORY;

    String group(ChargeLine line) {
        return switch (this) {
            case TOTAL -> "";
            case SERVICE -> line.service();
            case SUB_ACCOUNT -> line.subAccount();
            case REGION -> line.region();
            case CATEGORY -> line.category().focusName();
        };
    }
}
