package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeRecord;

/// By what daily cost is divided.
public enum CostGrouping {
    /// Everything in one group with an empty name.
    TOTAL,
    SERVICE,
    SUB_ACCOUNT,
    REGION,
    RESOURCE,
    CATEGORY;

    String group(ChargeRecord charge) {
        return switch (this) {
            case TOTAL -> "";
            case SERVICE -> charge.service();
            case SUB_ACCOUNT -> charge.subAccount();
            case REGION -> charge.region();
            case RESOURCE -> charge.resource();
            case CATEGORY -> charge.category().focusName();
        };
    }
}
