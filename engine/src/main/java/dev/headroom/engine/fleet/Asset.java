package dev.headroom.engine.fleet;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// One entry of the inventory that is no server: a volume, a snapshot, a database, a function, an address or
/// a load balancer. Text that the source does not give is empty.
///
/// @param id the resource id, as in [dev.headroom.engine.series.SeriesKey#resource] and on bills
/// @param name the display name; the id when there is no other
/// @param type the volume type, database class or kind of load balancer
/// @param facts what else is known, each in its [AssetFact#normal] form
public record Asset(
        String id,
        AssetKind kind,
        String name,
        String provider,
        String account,
        String region,
        String environment,
        String type,
        Map<AssetFact, String> facts,
        Map<String, String> tags) {
    public Asset {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id (" + id + ") must be named.");
        }
        Objects.requireNonNull(kind, "kind");
        EnumMap<AssetFact, String> sorted = new EnumMap<>(AssetFact.class);
        facts.forEach((fact, text) -> sorted.put(fact, fact.normal(text)));
        facts = Collections.unmodifiableMap(sorted);
        tags = Map.copyOf(tags);
    }

    /// What is known of a fact; empty text where the inventory says that there is nothing.
    public Optional<String> text(AssetFact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    public OptionalDouble number(AssetFact fact) {
        return text(fact)
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElse(OptionalDouble.empty());
    }

    public Optional<Boolean> flag(AssetFact fact) {
        return text(fact).map(Boolean::parseBoolean);
    }

    public Optional<Instant> time(AssetFact fact) {
        return text(fact).map(Instant::parse);
    }

    /// True when the inventory says that it hangs on nothing, false when it names what it hangs on, empty
    /// when it says neither.
    public Optional<Boolean> unattached() {
        return text(AssetFact.ATTACHED_TO).map(String::isEmpty);
    }
}
