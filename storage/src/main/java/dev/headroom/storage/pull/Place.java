package dev.headroom.storage.pull;

import java.nio.file.Path;

/// An account and a region of it.
public record Place(String account, String region) implements Comparable<Place> {
    /// As messages and the ledger name it, such as `111122223333/eu-central-1`.
    public String name() {
        return account + "/" + region;
    }

    /// The name of what is pulled from here, as it stands in the list of imports.
    Path path(String what) {
        return Path.of("aws", account, region, what);
    }

    @Override
    public int compareTo(Place other) {
        return name().compareTo(other.name());
    }
}
