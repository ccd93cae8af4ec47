package dev.headroom.app.ui.risk;

import dev.headroom.app.ui.adapter.ArchetypeNames;
import dev.headroom.engine.fleet.Server;
import java.util.Collection;
import java.util.Comparator;
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
            case ARCHETYPE -> ArchetypeNames.of(server);
            case ACCOUNT -> server.account().isEmpty() ? "Unknown account" : server.account();
            case TAG ->
                tag.isEmpty() || !server.tags().containsKey(tag)
                        ? "Untagged"
                        : tag + " " + server.tags().get(tag);
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
