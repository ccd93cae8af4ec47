package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the entries of the inventory of one account and region.
record AwsEntries(String account, String region) {
    static final String PROVIDER = "AWS";
    private static final List<String> ENVIRONMENT = List.of("environment", "env", "stage");
    private static final List<String> ARCHETYPE = List.of("archetype", "role", "component");
    private static final String NAME = "Name";

    /// @param name where no tag says another one
    /// @param type as AWS names it; null when it has none
    Asset asset(
            String id,
            AssetKind kind,
            String name,
            @Nullable String type,
            Map<AssetFact, String> facts,
            Map<String, String> tags) {
        return new Asset(
                id,
                kind,
                name(tags, name),
                PROVIDER,
                account,
                region,
                environment(tags),
                type == null ? "" : type,
                facts,
                tags);
    }

    /// Notes a fact that AWS tells; what it does not tell, and a number that no such fact can have (AWS says
    /// 0 for what does not apply), is left out.
    static void put(EnumMap<AssetFact, String> facts, AssetFact fact, @Nullable Object value) {
        if (value == null) {
            return;
        }
        try {
            facts.put(fact, fact.normal(value.toString()));
        } catch (IllegalArgumentException doesNotApply) {
            facts.remove(fact);
        }
    }

    static <T> Map<String, String> tags(List<T> given, Function<T, String> key, Function<T, @Nullable String> value) {
        Map<String, String> tags = new TreeMap<>();
        for (T one : given) {
            String text = value.apply(one);
            tags.put(key.apply(one), text == null ? "" : text);
        }
        return tags;
    }

    static String name(Map<String, String> tags, String otherwise) {
        return tags.getOrDefault(NAME, otherwise);
    }

    static String environment(Map<String, String> tags) {
        return tag(tags, ENVIRONMENT);
    }

    static String archetype(Map<String, String> tags) {
        return tag(tags, ARCHETYPE);
    }

    /// The value of the first of the names that a tag has, in any case.
    private static String tag(Map<String, String> tags, List<String> names) {
        for (String name : names) {
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                if (tag.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                    return tag.getValue();
                }
            }
        }
        return "";
    }
}
