package dev.headroom.app.ui.risk;

import dev.headroom.engine.fleet.Server;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// By what the rows of the heatmap are grouped.
public enum Grouping {
    ARCHETYPE("Archetype"),
    ACCOUNT("Account"),
    TAG("Tag");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The group of a server; what the inventory does not say is grouped as unknown.
    ///
    /// @param tag the key of the tag to group by
    String of(Server server, String tag) {
        return switch (this) {
            case ARCHETYPE -> named(server.archetype());
            case ACCOUNT -> server.account().isEmpty() ? "Unknown account" : server.account();
            case TAG ->
                tag.isEmpty() || !server.tags().containsKey(tag)
                        ? "Untagged"
                        : tag + " " + server.tags().get(tag);
        };
    }

    private static String named(String archetype) {
        return switch (archetype) {
            case "" -> "Unknown archetype";
            case "web", "database", "batch", "cache", "analytics" ->
                archetype.substring(0, 1).toUpperCase(Locale.ROOT) + archetype.substring(1);
            case "devtest" -> "Dev and test";
            case "api" -> "API";
            default -> archetype;
        };
    }

    /// The tag key that most servers carry, the first in the alphabet among equals; empty when there is no tag.
    static String usualTag(Collection<Server> servers) {
        Map<String, Long> counts = servers.stream()
                .flatMap(server -> server.tags().keySet().stream())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        return counts.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
