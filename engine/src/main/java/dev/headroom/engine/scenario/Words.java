package dev.headroom.engine.scenario;

import java.util.Collection;
import java.util.List;

/// The words of notes.
final class Words {
    private static final int NAMED = 3;

    private Words() {}

    /// A few by name, the others by number.
    static String some(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        if (sorted.size() <= NAMED) {
            return String.join(", ", sorted);
        }
        return String.join(", ", sorted.subList(0, NAMED)) + " and " + (sorted.size() - NAMED) + " more";
    }
}
