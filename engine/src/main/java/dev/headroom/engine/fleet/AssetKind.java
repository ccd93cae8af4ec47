package dev.headroom.engine.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a thing of the inventory is, when it is no server.
public enum AssetKind {
    VOLUME("volume", "volumes"),
    SNAPSHOT("snapshot", "snapshots"),
    DATABASE("database", "databases"),
    FUNCTION("function", "functions"),
    ADDRESS("address", "addresses"),
    LOAD_BALANCER("load-balancer", "load balancers");

    private final String code;
    private final String plural;

    AssetKind(String code, String plural) {
        this.code = code;
        this.plural = plural;
    }

    /// The word of inventory files and tables, such as `load-balancer`.
    public String code() {
        return code;
    }

    /// Several of them in words, such as `load balancers`.
    public String plural() {
        return plural;
    }

    /// The kind of a word; blanks and underscores count as hyphens.
    public static Optional<AssetKind> ofCode(String code) {
        String normal = code.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Arrays.stream(values()).filter(kind -> kind.code.equals(normal)).findFirst();
    }
}
