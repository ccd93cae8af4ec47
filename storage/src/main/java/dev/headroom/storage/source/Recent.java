package dev.headroom.storage.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was found out about texts that recur, such as the hours of a bill; a bounded number of them.
public final class Recent<V> {
    private static final int MOST = 4096;
    private final Map<String, V> known = new HashMap<>();

    public Optional<V> of(String text) {
        return Optional.ofNullable(known.get(text));
    }

    public void add(String text, V value) {
        if (known.size() == MOST) {
            known.clear();
        }
        known.put(text, value);
    }
}
