package dev.headroom.app.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A keyring in memory.
public final class FakeKeyring implements Keyring {
    private final Map<String, String> kept = new HashMap<>();

    @Override
    public Optional<char[]> find(String workspace) {
        return Optional.ofNullable(kept.get(workspace)).map(String::toCharArray);
    }

    @Override
    public void put(String workspace, char[] password) {
        kept.put(workspace, new String(password));
    }

    @Override
    public void forget(String workspace) {
        kept.remove(workspace);
    }
}
