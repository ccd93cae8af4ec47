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
            case SERVICE -> charge.line().service();
            case SUB_ACCOUNT -> charge.line().subAccount();
            case REGION -> charge.line().region();
            case RESOURCE -> charge.line().resource();
            case CATEGORY -> charge.line().category().focusName();
        };
    }
}
