package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The classes and kinds of storage that a database could have, checked one by one.
///
/// Looked at are all classes of the price list for its engine and region that are not of an older generation, nor, in
/// other families, of one that the provider counts as past; burstable ones for burstable ones only. Another
/// processor architecture is looked at, too, because nothing has to be built for it; it counts as medium effort.
/// Storage is looked at on gp3, where the operations that were seen fit. Bandwidth of the classes is not in the list
/// and not compared.
final class DatabaseCandidates {
    private static final double CONNECTION_CEILING = 80;
    private static final double SHORT_CPU = 80;
    private static final double SHORT_MEMORY = 97;
    private static final double SHORT_CONNECTIONS = 90;
    private static final double WITHOUT_MEMORY = 0.7;

    private final Asset asset;
    private final DatabaseLoad load;
    private final DatabaseClass present;
    private final Optional<DatabaseStorage> storage;
    private final Money month;
    private final PriceSheet prices;
    private final SizingPolicy policy;
    private final boolean multiAz;

    DatabaseCandidates(
            AssetUsage usage,
            DatabaseLoad load,
            Optional<DatabaseStorage> storage,
            Money month,
            PriceSheet prices,
            SizingPolicy policy,
            boolean multiAz) {
        this.asset = usage.asset();
        this.load = load;
        this.present = load.present();
        this.storage = storage;
        this.month = month;
        this.prices = prices;
        this.policy = policy;
        this.multiAz = multiAz;
    }

    Advice advice(String from) {
        boolean isShort = isShort();
        List<Candidate> candidates = all();
        Optional<Candidate> chosen = Candidate.best(candidates, policy, isShort);
        List<Evidence.Refusal> refused = Candidate.refused(candidates, chosen, policy);
        double confidence = Math.min(
                load.cpu().evidence(),
                load.memory().map(Readings::evidence).orElse(load.cpu().evidence() * WITHOUT_MEMORY));
        if (chosen.isEmpty()) {
            String verdict = isShort ? "It is too small, and no larger class is in the list." : "Nothing cheaper fits.";
            return new Advice.Keep(
                    asset,
                    from,
                    Optional.of(month),
                    new Evidence(AssetRisk.NONE, confidence, MigrationEffort.LOW, "nothing to do", refused),
                    usageWords() + " " + verdict + freeStorage());
        }
        Candidate best = chosen.get();
        return new Advice.Change(
                asset,
                from,
                best.to(),
                best.saving().orElseThrow(),
                isShort,
                new Evidence(best.risk(), confidence, best.effort(), best.effortWords(), refused),
                (isShort ? "It is too small. " : "")
                        + usageWords()
                        + (best.why().isEmpty() ? "" : " " + best.why())
                        + (best.to().contains("gp2") ? freeStorage() : ""));
    }

    private boolean isShort() {
        double percentile = policy.percentile();
        OptionalDouble most = load.connectionCapacity(present);
        boolean connections = most.isPresent()
                && load.connections()
                        .map(found -> 100 * found.max() / most.getAsDouble() > SHORT_CONNECTIONS)
                        .orElse(false);
        return connections
                || load.cpu().percentile(percentile)
                        > Math.max(SHORT_CPU, policy.ceilings().cpuPercent())
                || load.memory()
                        .map(found -> found.percentile(percentile) > SHORT_MEMORY)
                        .orElse(false);
    }

    private List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        for (DatabaseClass one : prices.classes(present.engine(), present.region())) {
            boolean past = one.generation() < present.generation() || !one.currentGeneration();
            boolean older = past && !one.family().equals(present.family());
            if (older || one.burstable() && !present.burstable()) {
                continue;
            }
            for (Optional<DatabaseStorage> under : storages()) {
                if (!one.equals(present) || !under.equals(storage)) {
                    all.add(candidate(one, under));
                }
            }
        }
        return all;
    }

    /// The present storage, and gp3 where that can do what is needed.
    private List<Optional<DatabaseStorage>> storages() {
        List<Optional<DatabaseStorage>> storages = new ArrayList<>();
        storages.add(storage);
        storage.filter(now -> !now.type().equals("gp3"))
                .flatMap(now -> now.gp3(Math.min(now.iops(), needIops().orElse(now.iops()))))
                .ifPresent(gp3 -> storages.add(Optional.of(gp3)));
        return storages;
    }

    private Optional<Double> needIops() {
        return load.iops()
                .map(found -> found.percentile(policy.percentile())
                        * policy.growthFactor()
                        / (policy.ceilings().bandwidthPercent() / 100));
    }

    private Candidate candidate(DatabaseClass one, Optional<DatabaseStorage> under) {
        Optional<Money> storageMonth = under.flatMap(found -> found.month(prices, asset.region(), multiAz));
        boolean priced = under.isEmpty() || storageMonth.isPresent();
        Optional<MonthlySaving> saving = one.month(multiAz)
                .filter(_ -> priced)
                .map(price -> MonthlySaving.certain(month, DatabaseAdvisor.plus(price, storageMonth)));
        boolean armMove = !one.architecture().equals(present.architecture());
        boolean otherLine = !one.line().equals(present.line());
        MigrationEffort effort = armMove || otherLine ? MigrationEffort.MEDIUM : MigrationEffort.LOW;
        String effortWords = one.equals(present)
                ? "changed while it runs"
                : (multiAz ? "a failover of a minute" : "an outage of minutes")
                        + (armMove ? ", to be tested on the other processors" : otherLine ? ", to be tested" : "");
        String to = one.name() + under.map(found -> ", " + found.words()).orElse("") + (multiAz ? ", two zones" : "");
        return new Candidate(to, saving, effort, effortWords, risk(one, under), against(one), why(one, armMove, under));
    }

    private AssetRisk risk(DatabaseClass one, Optional<DatabaseStorage> under) {
        AssetRisk risk = AssetRisk.NONE;
        if (one.vcpu() < present.vcpu()) {
            risk = risk.with(
                            Dimension.CPU,
                            load.cpu(),
                            load.cpuCapacity(one),
                            policy.ceilings().cpuPercent())
                    .with(Dimension.THROUGHPUT, 1);
        }
        if (one.memoryGib() < present.memoryGib() && load.memory().isPresent()) {
            risk = risk.with(
                            Dimension.MEMORY,
                            load.memory().get(),
                            load.memoryCapacity(one),
                            policy.ceilings().memoryPercent())
                    .with(Dimension.MEMORY, load.isPostgres() ? 2 : 1);
        }
        OptionalDouble most = load.connectionCapacity(one);
        if (one.memoryGib() < present.memoryGib()
                && most.isPresent()
                && load.connections().isPresent()) {
            risk = risk.with(Dimension.CONNECTIONS, load.connections().get(), most.getAsDouble(), CONNECTION_CEILING);
        }
        if (!one.architecture().equals(present.architecture())) {
            risk = risk.with(Dimension.CPU, 1);
        }
        if (!under.equals(storage) && storage.isPresent() && under.isPresent()) {
            risk = load.iops().isPresent() && under.get().iops() < storage.get().iops()
                    ? risk.with(
                            Dimension.IOPS,
                            load.iops().get(),
                            under.get().iops(),
                            policy.ceilings().bandwidthPercent())
                    : risk;
            risk = storage.get().type().equals("io1") ? risk.with(Dimension.LATENCY, 1) : risk;
        }
        return risk;
    }

    /// What rules a class out, one sentence.
    private Optional<String> against(DatabaseClass one) {
        if (load.memory().isEmpty() && one.memoryGib() < present.memoryGib()) {
            return Optional.of(String.format(
                    Locale.ROOT, "Memory is not measured, so it stays at %.0f GiB.", present.memoryGib()));
        }
        double percentile = policy.percentile();
        double growth = policy.growthFactor();
        double cpu = 100 * load.cpu().percentile(percentile) / load.cpuCapacity(one) * growth;
        OptionalDouble baseline = load.baseline(one);
        double ceiling = Math.min(
                policy.ceilings().cpuPercent(),
                baseline.orElse(policy.ceilings().cpuPercent()));
        // What has as much as now is as good as now, unless that is too little.
        boolean asStrong = one.vcpu() >= present.vcpu() && baseline.isEmpty() && !isShort();
        if (!asStrong && cpu > ceiling * (1 + 1e-9)) {
            return Optional.of("CPU " + Words.percentile(percentile) + " with headroom would be " + Words.percent(cpu)
                    + ", of at most " + Words.percent(ceiling)
                    + (baseline.isPresent() && baseline.getAsDouble() == ceiling
                            ? " that a burstable class has for ever."
                            : "."));
        }
        double memory = load.memory()
                .map(found -> 100 * found.percentile(percentile) / load.memoryCapacity(one) * growth)
                .orElse(0.0);
        if (one.memoryGib() < present.memoryGib() && memory > policy.ceilings().memoryPercent() * (1 + 1e-9)) {
            return Optional.of("Memory " + Words.percentile(percentile) + " with headroom would be "
                    + Words.percent(memory) + ", of at most "
                    + Words.percent(policy.ceilings().memoryPercent()) + ".");
        }
        OptionalDouble most = load.connectionCapacity(one);
        double connections = load.connections().map(Readings::max).orElse(0.0) * growth;
        if (most.isPresent() && connections > most.getAsDouble() * CONNECTION_CEILING / 100) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "It takes %,.0f connections by its usual parameters, and up to %,.0f are needed.",
                    most.getAsDouble(),
                    connections));
        }
        return Optional.empty();
    }

    private String why(DatabaseClass one, boolean armMove, Optional<DatabaseStorage> under) {
        List<String> words = new ArrayList<>();
        if (armMove) {
            words.add("The other processors need nothing built, but a version of the engine that runs on them.");
        } else if (one.generation() > present.generation()) {
            words.add("A newer class needs a version of the engine that runs on it.");
        }
        if (one.memoryGib() < present.memoryGib()) {
            words.add("With less memory the database may read more from its storage.");
        }
        if (one.vcpu() < present.vcpu()) {
            words.add("Bandwidth of the classes is not compared.");
        }
        if (!under.equals(storage)) {
            words.add(
                    storage.map(now -> now.type().equals("gp2")).orElse(false)
                            ? "gp3 costs what gp2 costs and can always do what gp2 does in bursts."
                            : "gp3 can do the operations that were seen.");
        }
        return String.join(" ", words);
    }

    private String freeStorage() {
        return storage.map(now -> now.type().equals("gp2")).orElse(false)
                ? " Storage on gp3 would cost the same and can always do what gp2 does in bursts."
                : "";
    }

    private String usageWords() {
        double percentile = policy.percentile();
        String cpu = "CPU " + Words.percentile(percentile) + " of "
                + load.cpu().words() + " is " + Words.percent(load.cpu().percentile(percentile)) + ", with "
                + Words.percent(policy.headroomPercent()) + " headroom "
                + Words.percent(load.cpu().percentile(percentile) * policy.growthFactor()) + ".";
        String memory = load.memory()
                .map(found -> " Memory in use " + Words.percentile(percentile) + " is "
                        + Words.percent(found.percentile(percentile)) + ".")
                .orElse(" Memory is not measured.");
        String connections = load.connections()
                .map(found -> " At most " + Words.count(Math.round(found.max())) + " connections.")
                .orElse("");
        return cpu + memory + connections;
    }
}
