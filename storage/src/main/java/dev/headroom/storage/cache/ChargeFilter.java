package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import java.util.Map;
import java.util.Set;

/// Which charges to add up. An empty text or an empty set takes all.
///
/// @param account the sub account
/// @param tags a charge must carry all of them with these contents
public record ChargeFilter(
        String provider,
        String account,
        String service,
        String resource,
        Map<String, String> tags,
        Set<ChargeCategory> categories) {
    public ChargeFilter {
        tags = Map.copyOf(tags);
        categories = Set.copyOf(categories);
    }

    /// All charges of these categories.
    public static ChargeFilter of(Set<ChargeCategory> categories) {
        return new ChargeFilter("", "", "", "", Map.of(), categories);
    }

    /// True when nothing but the category decides, so that the sums by day are enough.
    boolean onlyCategories() {
        return provider.isEmpty() && account.isEmpty() && service.isEmpty() && resource.isEmpty() && tags.isEmpty();
    }

    boolean takes(ChargeCategory category) {
        return categories.isEmpty() || categories.contains(category);
    }

    boolean takes(Map<String, String> chargeTags) {
        return chargeTags.entrySet().containsAll(tags.entrySet());
    }
}
