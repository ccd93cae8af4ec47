package dev.headroom.engine.asset;

import dev.headroom.engine.quantity.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// List prices of services by region, and the classes of databases. What is not in it is not known, and never
/// guessed.
///
/// @param prices by region
public record PriceSheet(Map<String, Map<PriceItem, Money>> prices, List<DatabaseClass> databases) {
    public PriceSheet {
        prices = Map.copyOf(prices);
        databases = List.copyOf(databases);
    }

    public Optional<Money> find(String region, PriceItem item) {
        return Optional.ofNullable(prices.getOrDefault(region, Map.of()).get(item));
    }

    /// The classes of an engine in a region, in the order of the list.
    List<DatabaseClass> classes(String engine, String region) {
        return databases.stream()
                .filter(one -> one.engine().equals(engine) && one.region().equals(region))
                .toList();
    }
}
