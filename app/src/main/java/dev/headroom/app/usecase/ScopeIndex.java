package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The providers, accounts, services, tags and resources of a workspace, from its inventory and its bills: what a scope
/// can be narrowed to, and which servers lie inside one.
public final class ScopeIndex {
    /// A resource, or the charges of a service without one.
    ///
    /// @param resource the id; empty for charges without one
    record Place(String provider, String account, String service, String resource, Map<String, String> tags) {}

    private final List<Place> places;
    private final Map<String, Set<String>> services = new HashMap<>();

    ScopeIndex(Collection<Server> servers, Collection<Place> billed) {
        List<Place> all = new ArrayList<>(billed);
        servers.forEach(
                server -> all.add(new Place(server.provider(), server.account(), "", server.id(), server.tags())));
        places = List.copyOf(all);
        for (Place place : billed) {
            if (!place.resource().isEmpty()) {
                services.computeIfAbsent(place.resource(), _ -> new HashSet<>()).add(place.service());
            }
        }
    }

    /// An index in which nothing is known, for the time until it is read.
    public static ScopeIndex empty() {
        return new ScopeIndex(List.of(), List.of());
    }

    /// An index of an inventory without bills.
    public static ScopeIndex of(Collection<Server> servers) {
        return new ScopeIndex(servers, List.of());
    }

    public List<String> providers() {
        return distinct(Scope.ALL, Place::provider);
    }

    /// The accounts of the scope's provider.
    public List<String> accounts(Scope scope) {
        return distinct(Scope.ALL.withProvider(scope.provider()), Place::account);
    }

    /// The services in the bills of the scope's provider and account.
    public List<String> services(Scope scope) {
        return distinct(scope.withSlice(new Scope.Slice.All()), Place::service);
    }

    /// The tags of the scope's provider and account, by key and content.
    public List<Scope.Slice.Tag> tags(Scope scope) {
        Set<List<String>> found = new HashSet<>();
        inside(scope.withSlice(new Scope.Slice.All()))
                .forEach(place -> place.tags().forEach((key, value) -> found.add(List.of(key, value))));
        return found.stream()
                .map(tag -> new Scope.Slice.Tag(tag.getFirst(), tag.getLast()))
                .sorted(Comparator.comparing(Scope.Slice.Tag::key).thenComparing(Scope.Slice.Tag::value))
                .toList();
    }

    /// The resources of the scope without regard to the one that it names.
    public List<String> resources(Scope scope) {
        return distinct(scope.withResource(""), Place::resource);
    }

    private List<String> distinct(Scope scope, Function<Place, String> part) {
        Set<String> found = new TreeSet<>();
        inside(scope).stream().map(part).filter(text -> !text.isEmpty()).forEach(found::add);
        return List.copyOf(found);
    }

    private List<Place> inside(Scope scope) {
        return places.stream()
                .filter(place -> covers(scope, place.provider(), place.account(), place.resource(), place.tags()))
                .filter(place -> !place.resource().isEmpty() || inService(scope, place))
                .toList();
    }

    /// Charges without a resource have their service only here.
    private static boolean inService(Scope scope, Place place) {
        return !(scope.slice() instanceof Scope.Slice.Service(String name)) || name.equals(place.service());
    }

    /// True when a server lies inside a scope. Whether it belongs to a service is told by its charges.
    public boolean covers(Scope scope, Server server) {
        return covers(scope, server.provider(), server.account(), server.id(), server.tags());
    }

    private boolean covers(Scope scope, String provider, String account, String resource, Map<String, String> tags) {
        return (scope.provider().isEmpty() || scope.provider().equals(provider))
                && (scope.account().isEmpty() || scope.account().equals(account))
                && (scope.resource().isEmpty() || scope.resource().equals(resource))
                && switch (scope.slice()) {
                    case Scope.Slice.All() -> true;
                    case Scope.Slice.Service(String name) ->
                        resource.isEmpty()
                                || services.getOrDefault(resource, Set.of()).contains(name);
                    case Scope.Slice.Tag(String key, String value) -> Objects.equals(tags.get(key), value);
                };
    }
}
