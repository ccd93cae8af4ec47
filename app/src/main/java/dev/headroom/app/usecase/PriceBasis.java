package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.rightsizing.PriceOrigin;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.engine.rightsizing.ShapeCatalog;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the prices of a result come from: one entry an origin, with the regions for which it was used.
///
/// @param regions by origin
/// @param sources in words, by resource
public record PriceBasis(SortedMap<PriceOrigin, SortedSet<String>> regions, Map<String, String> sources) {
    public PriceBasis {
        SortedMap<PriceOrigin, SortedSet<String>> copy = new TreeMap<>();
        regions.forEach((origin, of) -> copy.put(origin, Collections.unmodifiableSortedSet(new TreeSet<>(of))));
        regions = Collections.unmodifiableSortedMap(copy);
        sources = Map.copyOf(sources);
    }

    /// All of it from the list inside the product.
    ///
    /// @param date the day of that list
    public static PriceBasis shipped(LocalDate date) {
        return new PriceBasis(new TreeMap<>(Map.of(new PriceOrigin(Shapes.SHIPPED, date), new TreeSet<>())), Map.of());
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
        return regions.isEmpty() ? shipped(Shapes.priceDate()) : new PriceBasis(regions, Map.of());
    }

    /// The same with the source of each server: that of its type, and of the one that is recommended where that is
    /// from another list.
    static PriceBasis ofSizes(ShapeCatalog shapes, Collection<Recommendation> recommendations) {
        Map<String, String> sources = new HashMap<>();
        for (Recommendation one : recommendations) {
            String words = Stream.of(one.from(), one.to())
                    .flatMap(Optional::stream)
                    .flatMap(shape -> shapes.origin(shape.instanceType(), shape.region()).stream())
                    .map(origin -> source(origin, one.server().region()))
                    .distinct()
                    .collect(Collectors.joining(" and "));
            if (!words.isEmpty()) {
                sources.put(one.server().id(), words);
            }
        }
        List<Server> servers =
                recommendations.stream().map(Recommendation::server).toList();
        return new PriceBasis(of(shapes, servers).regions(), sources);
    }

    /// Such as `AWS Price List eu-central-1 2026-11-20` or `shipped list 2026-07-20`.
    static String source(PriceOrigin origin, String region) {
        return origin.source().equals(Shapes.SHIPPED)
                ? origin.source() + " list " + origin.date()
                : String.join(" ", origin.source(), region, origin.date().toString());
    }

    /// Where the prices of a resource come from, such as `shipped list 2026-07-20`; empty when it has none.
    public Optional<String> source(String resource) {
        return Optional.ofNullable(sources.get(resource));
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
