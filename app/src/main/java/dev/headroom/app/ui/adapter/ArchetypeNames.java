package dev.headroom.app.ui.adapter;

import dev.headroom.app.usecase.Words;
import dev.headroom.engine.fleet.Server;

/// The words for the archetypes of servers.
public final class ArchetypeNames {
    private ArchetypeNames() {}

    /// `devtest` becomes "Dev and test"; an unknown archetype says so; other names are kept.
    public static String of(Server server) {
        return of(server.archetype());
    }

    /// The words for the name that the inventory gives.
    public static String of(String archetype) {
        return switch (archetype) {
            case "" -> "Unknown archetype";
            case "web", "database", "batch", "cache", "analytics" -> Words.capital(archetype);
            case "devtest" -> "Dev and test";
            case "api" -> "API";
            default -> archetype;
        };
    }
}
