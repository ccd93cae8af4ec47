package dev.headroom.storage.cache;

import java.util.Map;

/// Where charges come from. Text that the source does not give is empty.
public record ChargePlace(String provider, String account, String service, String resource, Map<String, String> tags) {
    public ChargePlace {
        tags = Map.copyOf(tags);
    }
}
