package dev.headroom.engine.scenario;

/// Tells what lies inside the scope of an event.
public interface ScopeMembers {
    boolean server(EventScope scope, String resource);

    boolean cost(EventScope scope, CostPart part);
}
