package dev.headroom.app.cli;

import dev.headroom.engine.fleet.AssetKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What `rightsize --kind` can be about.
enum AdviceKinds {
    SERVERS(EnumSet.noneOf(AssetKind.class)),
    DATABASES(EnumSet.of(AssetKind.DATABASE)),
    VOLUMES(EnumSet.of(AssetKind.VOLUME)),
    FUNCTIONS(EnumSet.of(AssetKind.FUNCTION)),
    ALL(EnumSet.allOf(AssetKind.class));

    private final Set<AssetKind> assets;

    AdviceKinds(Set<AssetKind> assets) {
        this.assets = Set.copyOf(assets);
    }

    static Optional<AdviceKinds> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /// All of them, such as in `servers, databases`.
    static String words() {
        return Arrays.stream(values()).map(AdviceKinds::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<AssetKind> assets() {
        return assets;
    }

    /// In words, for when there are none of them.
    String assetWords() {
        return this == ALL ? "servers and nothing else" : word();
    }
}
