package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.List;
import java.util.Optional;

/// Recommends the class and the kind of storage of databases of Amazon RDS.
///
/// 1. A database to which nobody connects is to be deleted ([IdleFinder]).
/// 2. Without a known class, price or enough CPU readings there is no advice.
/// 3. A database whose CPU or connections are above 80 and 90 %, or that has less than 3 % of its memory
/// left,
///    gets a larger class.
/// 4. Any other gets the cheapest class and storage ([DatabaseCandidates]) that saves enough, or stays.
///
/// A standby in another zone stays one. A pure function: the same arguments give the same advice.
public final class DatabaseAdvisor {
    private DatabaseAdvisor() {}

    public static Advice advise(AssetUsage usage, PriceSheet prices, SizingPolicy policy) {
        Asset asset = usage.asset();
        String engine = engine(asset);
        String from = words(asset);
        List<DatabaseClass> classes = prices.classes(engine, asset.region());
        Optional<DatabaseClass> present =
                classes.stream().filter(one -> one.name().equals(asset.type())).findFirst();
        Optional<DatabaseStorage> storage = DatabaseStorage.of(asset);
        boolean multiAz = asset.flag(AssetFact.MULTI_AZ).orElse(false);
        Optional<Money> month = present.flatMap(one -> one.month(multiAz))
                .map(price -> plus(price, storage.flatMap(under -> under.month(prices, asset.region(), multiAz))));
        Optional<Advice> idle = IdleFinder.database(usage, from, month);
        if (idle.isPresent()) {
            return idle.get();
        }
        if (asset.text(AssetFact.STATE).map("stopped"::equals).orElse(false)) {
            return new Advice.Undecided(asset, from, "It is stopped; only its storage costs.");
        }
        if (present.isEmpty() || month.isEmpty()) {
            return new Advice.Undecided(asset, from, lacking(asset, engine, classes));
        }
        Optional<Readings> cpu = usage.high(ResourceKind.CPU.metric(), policy.lookbackDays());
        if (cpu.isEmpty() || cpu.get().days() < policy.minimumDays()) {
            return new Advice.Undecided(
                    asset, from, "CPU is not measured for " + policy.minimumDays() + " days; that many are needed.");
        }
        DatabaseLoad load = DatabaseLoad.of(usage, present.get(), cpu.get(), policy);
        return new DatabaseCandidates(usage, load, storage, month.get(), prices, policy, multiAz).advice(from);
    }

    static Money plus(Money one, Optional<Money> more) {
        return more.map(one::plus).orElse(one);
    }

    static String engine(Asset asset) {
        String engine = asset.text(AssetFact.ENGINE).orElse("");
        return engine.equals("postgresql") ? "postgres" : engine;
    }

    static String words(Asset asset) {
        return asset.type()
                + DatabaseStorage.of(asset)
                        .map(storage -> ", " + storage.words())
                        .orElse("")
                + (asset.flag(AssetFact.MULTI_AZ).orElse(false) ? ", two zones" : "");
    }

    private static String lacking(Asset asset, String engine, List<DatabaseClass> classes) {
        if (asset.type().isBlank() || engine.isBlank()) {
            return "The inventory does not say " + (engine.isBlank() ? "the engine." : "the class (type).");
        }
        String region = asset.region().isBlank() ? "an unnamed region" : asset.region();
        return classes.isEmpty()
                ? "The price list has no classes for " + engine + " in " + region + "."
                : "The class " + asset.type() + " for " + engine
                        + (classes.stream().anyMatch(one -> one.name().equals(asset.type())) ? " in two zones" : "")
                        + " is not in the price list of " + region + ".";
    }
}
