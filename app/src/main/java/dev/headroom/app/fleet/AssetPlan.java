package dev.headroom.app.fleet;

import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// One thing of the generated inventory that is no server: what it is, what is planted, and how much of what
/// it uses.
final class AssetPlan {
    private final String id;
    private final AssetKind kind;
    private final Account account;
    private final String type;
    private final String planted;
    private final Map<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
    private final Map<String, Double> levels = new LinkedHashMap<>();

    /// @param planted what is to be found of it, one word
    AssetPlan(String id, AssetKind kind, Account account, String type, String planted) {
        this.id = id;
        this.kind = kind;
        this.account = account;
        this.type = type;
        this.planted = planted;
    }

    AssetPlan with(AssetFact fact, String text) {
        facts.put(fact, text);
        return this;
    }

    /// @param column one of [AssetTables#METRICS]
    /// @param level the usual value; 0 for one that is always 0
    AssetPlan using(String column, double level) {
        levels.put(column, level);
        return this;
    }

    String id() {
        return id;
    }

    AssetKind kind() {
        return kind;
    }

    Account account() {
        return account;
    }

    String type() {
        return type;
    }

    String planted() {
        return planted;
    }

    String fact(AssetFact fact) {
        return facts.getOrDefault(fact, "");
    }

    /// The usual value of a column; NaN when it is not measured.
    double level(String column) {
        return levels.getOrDefault(column, Double.NaN);
    }

    boolean isMeasured() {
        return !levels.isEmpty();
    }
}
