package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.scenario.CostPart;
import dev.headroom.engine.scenario.EventScope;
import dev.headroom.engine.scenario.ScopeMembers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What lies inside the scope of an event, by inventory and bills.
public final class ScenarioScopes implements ScopeMembers {
    private final ScopeIndex index;
    private final Map<String, Server> servers = new HashMap<>();

    ScenarioScopes(ScopeIndex index, Collection<Server> servers) {
        this.index = index;
        servers.forEach(server -> this.servers.put(server.id(), server));
    }

    @Override
    public boolean server(EventScope scope, String resource) {
        Server server = servers.get(resource);
        return server != null && index.covers(of(scope), server);
    }

    @Override
    public boolean cost(EventScope scope, CostPart part) {
        return (scope.provider().isEmpty() || scope.provider().equals(part.provider()))
                && (scope.account().isEmpty() || scope.account().equals(part.account()))
                && (scope.service().isEmpty() || scope.service().equals(part.service()))
                && (scope.resource().isEmpty() || scope.resource().equals(part.resource()))
                && (scope.tagKey().isEmpty()
                        || scope.tagValue().equals(part.tags().get(scope.tagKey())));
    }

    /// The scope of an event as one of the workspace. A tag is narrower than a service, so it counts where both are
    /// given.
    public static Scope of(EventScope scope) {
        Scope.Slice slice = new Scope.Slice.All();
        if (!scope.tagKey().isEmpty()) {
            slice = new Scope.Slice.Tag(scope.tagKey(), scope.tagValue());
        } else if (!scope.service().isEmpty()) {
            slice = new Scope.Slice.Service(scope.service());
        }
        return new Scope(scope.provider(), scope.account(), slice, scope.resource());
    }

    /// A scope of the workspace as that of an event.
    public static EventScope of(Scope scope) {
        return switch (scope.slice()) {
            case Scope.Slice.All() -> new EventScope(scope.provider(), scope.account(), "", "", "", scope.resource());
            case Scope.Slice.Service(String name) ->
                new EventScope(scope.provider(), scope.account(), name, "", "", scope.resource());
            case Scope.Slice.Tag(String key, String value) ->
                new EventScope(scope.provider(), scope.account(), "", key, value, scope.resource());
        };
    }
}
