package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.rightsizing.PriceOrigin;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where the prices of a result come from: one entry an origin, with the regions for which it was used.
///
/// @param regions by origin
public record PriceBasis(SortedMap<PriceOrigin, SortedSet<String>> regions) {
    public PriceBasis {
        SortedMap<PriceOrigin, SortedSet<String>> copy = new TreeMap<>();
        regions.forEach((origin, of) -> copy.put(origin, Collections.unmodifiableSortedSet(new TreeSet<>(of))));
        regions = Collections.unmodifiableSortedMap(copy);
    }

    /// All of it from the list inside the product.
    ///
    /// @param date the day of that list
    public static PriceBasis shipped(LocalDate date) {
        return new PriceBasis(new TreeMap<>(Map.of(new PriceOrigin(Shapes.SHIPPED, date), new TreeSet<>())));
    }

    /// The origins of the prices of some servers; those of servers that are not in the catalog do not count.
    static PriceBasis of(ShapeCatalog shapes, Collection<Server> servers) {
        SortedMap<PriceOrigin, SortedSet<String>> regions = new TreeMap<>();
        for (Server server : servers) {
            server.instanceType()
                    .flatMap(type -> shapes.origin(type, server.region()))
                    .ifPresent(origin -> regions.computeIfAbsent(origin, _ -> new TreeSet<>())
                            .add(server.region()));
        }
        return regions.isEmpty() ? shipped(Shapes.priceDate()) : new PriceBasis(regions);
    }

    /// Such as `list prices of 2026-07-20`, or with where they are from when not all are those of the product:
    /// `list prices of 2026-11-20 (AWS Price List, us-east-1)`.
    ///
    /// @param day writes a day
    public String words(Function<LocalDate, String> day) {
        boolean plain = regions.size() == 1 && regions.firstKey().source().equals(Shapes.SHIPPED);
        return "list prices of "
                + regions.entrySet().stream()
                        .map(entry -> day.apply(entry.getKey().date())
                                + (plain
                                        ? ""
                                        : " (" + entry.getKey().source() + ", " + String.join(" ", entry.getValue())
                                                + ")"))
                        .collect(Collectors.joining(" and "));
    }
}
