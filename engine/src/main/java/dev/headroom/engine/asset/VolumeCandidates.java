package dev.headroom.engine.asset;

import dev.headroom.engine.asset.VolumeShape.Type;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The alternatives to a volume, checked one by one.
///
/// Looked at are gp3 with what the readings need under the policy, gp3 that can do all that the present
/// volume can, the present provisioned type with fewer operations, hard disks (st1, sc1) for what is read and
/// written in large pieces, and a smaller gp3 volume when it is known how much is in use. What is not
/// measured never gets less than it has now.
final class VolumeCandidates {
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final double BYTES_PER_MB = 1e6;
    private static final double BYTES_PER_GIB = 1 << 30;
    private static final double STORAGE_CEILING = 80;
    private static final double SHORTAGE = 80;
    /// How many times the need is looked at, so that a short history finds a size that is safe enough for it.
    private static final double[] ROOM = {1, 1.5, 2, 3};
    private static final double LEAST_DISK_GIB = 125;
    /// The mean operation from which on access counts as sequential.
    private static final double SEQUENTIAL_KIB = 64;
    /// What documented limits alone are worth.
    private static final double BY_DOCUMENT = 0.9;

    private final AssetUsage usage;
    private final Asset asset;
    private final VolumeShape present;
    private final Money month;
    private final PriceSheet prices;
    private final SizingPolicy policy;
    private final Optional<Readings> iops;
    private final Optional<Readings> mibps;
    private final Optional<Readings> usedGib;

    VolumeCandidates(AssetUsage usage, VolumeShape present, Money month, PriceSheet prices, SizingPolicy policy) {
        this.usage = usage;
        this.asset = usage.asset();
        this.present = present;
        this.month = month;
        this.prices = prices;
        this.policy = policy;
        int days = policy.lookbackDays();
        iops = usage.high(AssetMetric.IOPS, days).filter(this::longEnough);
        mibps = usage.high(ResourceKind.DISK_IO.metric(), days)
                .filter(this::longEnough)
                .map(found -> found.mapped(mb -> mb * BYTES_PER_MB / BYTES_PER_MIB));
        usedGib = usage.high(AssetMetric.USED_STORAGE, days).map(found -> found.mapped(b -> b / BYTES_PER_GIB));
    }

    private boolean longEnough(Readings readings) {
        return readings.days() >= policy.minimumDays();
    }

    Advice advice() {
        boolean isShort = isShort(iops, present.iops()) || isShort(mibps, present.mibps());
        List<Candidate> candidates = all();
        Optional<Candidate> chosen = Candidate.best(candidates, policy, isShort);
        List<Evidence.Refusal> refused = Candidate.refused(candidates, chosen, policy);
        if (chosen.isEmpty()) {
            Evidence evidence =
                    new Evidence(AssetRisk.NONE, confidence(), MigrationEffort.LOW, "nothing to do", refused);
            return new Advice.Keep(asset, present.words(), Optional.of(month), evidence, keepReason(isShort, refused));
        }
        Candidate best = chosen.get();
        Evidence evidence = new Evidence(best.risk(), confidence(), best.effort(), best.effortWords(), refused);
        return new Advice.Change(
                asset,
                present.words(),
                best.to(),
                best.saving().orElseThrow(),
                isShort,
                evidence,
                join(isShort ? "It is too small." : "", usageWords(), best.why()));
    }

    private boolean isShort(Optional<Readings> readings, double capacity) {
        return readings.map(found -> 100 * found.percentile(policy.percentile()) / capacity
                        > Math.max(SHORTAGE, policy.ceilings().bandwidthPercent()))
                .orElse(false);
    }

    private List<Candidate> all() {
        Map<String, Candidate> found = new LinkedHashMap<>();
        double size = present.sizeGib();
        for (double room : ROOM) {
            add(found, sized(size, room), MigrationEffort.LOW, "changed while in use", "");
        }
        if (!present.type().isDisk()) {
            add(
                    found,
                    VolumeShape.gp3(size, present.iops(), present.mibps()),
                    MigrationEffort.LOW,
                    "changed while in use",
                    "");
        }
        if (iops.isPresent() && (present.type() == Type.IO1 || present.type() == Type.IO2)) {
            for (double room : ROOM) {
                double fewer = Math.max(100, need(iops, present.iops(), room));
                VolumeShape same =
                        present.type() == Type.IO1 ? VolumeShape.io1(size, fewer) : VolumeShape.io2(size, fewer);
                add(found, same, MigrationEffort.LOW, "changed while in use", "");
            }
        }
        if (!present.type().isDisk() || present.type() == Type.ST1) {
            for (Type type : List.of(Type.ST1, Type.SC1)) {
                add(
                        found,
                        VolumeShape.disk(type, size),
                        MigrationEffort.MEDIUM,
                        "changed while in use, to be tested on a hard disk",
                        "A hard disk is slow for small pieces.");
            }
        }
        for (double room : ROOM) {
            smaller(room)
                    .ifPresent(gib -> add(
                            found,
                            sized(gib, room),
                            MigrationEffort.HIGH,
                            "a new volume and a copy",
                            "A volume cannot shrink: a new one has to be made and the data copied. "
                                    + usedGib.map(used -> "At most " + Words.decimal(used.max())
                                                    + " GiB of it were in use, by " + used.words() + ".")
                                            .orElse("")));
        }
        return List.copyOf(found.values());
    }

    /// gp3 with what the readings need.
    private VolumeShape sized(double gib, double room) {
        return VolumeShape.gp3(gib, need(iops, present.iops(), room), need(mibps, present.mibps(), room));
    }

    /// What the percentile with headroom needs under the ceiling; what there is now when it is not measured.
    private double need(Optional<Readings> readings, double now, double room) {
        return readings.map(found -> found.percentile(policy.percentile())
                        * policy.growthFactor()
                        * room
                        / (policy.ceilings().bandwidthPercent() / 100))
                .map(need -> need > 1_000 ? 100 * Math.ceil(need / 100 - 1e-9) : Math.ceil(need - 1e-9))
                .orElse(now);
    }

    /// The size that what is in use needs; empty when that is not known or not a tenth less.
    private Optional<Double> smaller(double room) {
        return usedGib.map(used ->
                        10 * Math.ceil(used.max() * policy.growthFactor() * room / (STORAGE_CEILING / 100) / 10 - 1e-9))
                .map(gib -> Math.max(10, gib))
                .filter(gib -> gib <= 0.9 * present.sizeGib());
    }

    private void add(
            Map<String, Candidate> found, VolumeShape shape, MigrationEffort effort, String effortWords, String why) {
        if (shape.words().equals(present.words())) {
            return;
        }
        Optional<MonthlySaving> saving = shape.month(prices, asset.region())
                .filter(price -> price.currency().equals(month.currency()))
                .map(price -> MonthlySaving.certain(month, price));
        Candidate candidate =
                new Candidate(shape.words(), saving, effort, effortWords, risk(shape), against(shape), why(shape, why));
        found.putIfAbsent(candidate.to(), candidate);
    }

    private AssetRisk risk(VolumeShape shape) {
        AssetRisk risk = AssetRisk.NONE;
        double ceiling = policy.ceilings().bandwidthPercent();
        if (shape.iops() < present.iops() && iops.isPresent()) {
            risk = risk.with(Dimension.IOPS, iops.get(), shape.iops(), ceiling);
        }
        if (shape.mibps() < present.mibps() && mibps.isPresent()) {
            risk = risk.with(Dimension.THROUGHPUT, mibps.get(), shape.mibps(), ceiling);
        }
        if (shape.sizeGib() < present.sizeGib() && usedGib.isPresent()) {
            risk = risk.with(Dimension.STORAGE, usedGib.get(), shape.sizeGib(), STORAGE_CEILING)
                    .with(Dimension.STORAGE, 1);
        }
        if (shape.type() != present.type()) {
            int slower =
                    shape.type().isDisk() ? 2 : present.type() == Type.IO2 ? 2 : present.type() == Type.IO1 ? 1 : 0;
            risk = slower > 0 ? risk.with(Dimension.LATENCY, slower) : risk;
        }
        return risk;
    }

    /// What rules a shape out, one sentence.
    private Optional<String> against(VolumeShape shape) {
        if (shape.type() == Type.GP3
                && (shape.iops() > VolumeShape.GP3_MOST_IOPS || shape.mibps() > VolumeShape.GP3_MOST_MIBPS)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "It needs %,.0f IOPS and %,.0f MiB/s; gp3 has at most %,.0f and %,.0f.",
                    shape.iops(),
                    shape.mibps(),
                    VolumeShape.GP3_MOST_IOPS,
                    VolumeShape.GP3_MOST_MIBPS));
        }
        if (shape.type() == Type.GP3 && shape.iops() > Math.max(VolumeShape.GP3_FREE_IOPS, 500 * shape.sizeGib())) {
            return Optional.of("gp3 has at most 500 IOPS for each GiB.");
        }
        if (asset.flag(AssetFact.MULTI_ATTACH).orElse(false) && shape.type() != present.type()) {
            return Optional.of("Only provisioned types can be attached to several servers, as this one may be.");
        }
        return shape.type().isDisk() ? againstDisk(shape) : againstLess(shape);
    }

    private Optional<String> againstDisk(VolumeShape shape) {
        if (shape.sizeGib() < LEAST_DISK_GIB) {
            return Optional.of("Hard disk volumes have at least 125 GiB.");
        }
        if (asset.flag(AssetFact.BOOT).orElse(true)) {
            return Optional.of(
                    asset.flag(AssetFact.BOOT).isPresent()
                            ? "No server can start from a hard disk volume."
                            : "Whether a server starts from it (boot) is not known; from a hard disk it cannot.");
        }
        if (iops.isEmpty() || mibps.isEmpty()) {
            return Optional.of("Operations and throughput have to be measured to know that access is sequential.");
        }
        double kib = iops.get().mean() == 0
                ? 0
                : mibps.get().mean() * 1_024 / iops.get().mean();
        if (kib < SEQUENTIAL_KIB) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The mean operation is %.0f KiB; under %.0f access is not sequential.",
                    kib,
                    SEQUENTIAL_KIB));
        }
        return againstLess(shape);
    }

    private Optional<String> againstLess(VolumeShape shape) {
        return less("IOPS", iops, shape.iops(), present.iops())
                .or(() -> less("MiB/s", mibps, shape.mibps(), present.mibps()));
    }

    private Optional<String> less(String unit, Optional<Readings> readings, double capacity, double now) {
        if (readings.isEmpty()) {
            return capacity >= now
                    ? Optional.empty()
                    : Optional.of(String.format(Locale.ROOT, "%s are not measured, so they stay at %,.0f.", unit, now));
        }
        double need = need(readings, now, 1);
        // The need is rounded up to what can be ordered; a disk is what it is.
        double fits = readings.get().percentile(policy.percentile())
                * policy.growthFactor()
                / (policy.ceilings().bandwidthPercent() / 100);
        // What can do as much as now is as good as now, unless that is too little.
        boolean asStrong = capacity >= now && !isShort(readings, now);
        return asStrong || fits <= capacity * (1 + 1e-9)
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%,.0f %s are needed, it has %,.0f.", need, unit, capacity));
    }

    private String why(VolumeShape shape, String more) {
        List<String> words = new ArrayList<>();
        if (shape.type() == Type.GP3 && present.type() != Type.GP3 && shape.sizeGib() == present.sizeGib()) {
            boolean asStrong = shape.iops() >= present.iops() && shape.mibps() >= present.mibps();
            words.add(
                    asStrong
                            ? "gp3 can do at least as much as it can now."
                            : "gp3 with less than now is enough for what was seen.");
        }
        if (present.type() == Type.IO2 && shape.type() != Type.IO2) {
            words.add("io2 fails less often (99.999 % durable against 99.8 %) and answers sooner.");
        }
        if (!more.isEmpty()) {
            words.add(more);
        }
        return String.join(" ", words);
    }

    private String usageWords() {
        List<String> words = new ArrayList<>();
        iops.ifPresent(found -> words.add(need("IOPS", found, present.iops())));
        mibps.ifPresent(found -> words.add(need("MiB/s", found, present.mibps())));
        if (words.isEmpty()) {
            return "Neither operations nor throughput are measured for " + policy.minimumDays()
                    + " days, so nothing may get less.";
        }
        return String.join(" ", words);
    }

    private String need(String unit, Readings found, double capacity) {
        double value = found.percentile(policy.percentile());
        return String.format(
                Locale.ROOT,
                "%s %s of %s is %s, with %s headroom %s of %,.0f.",
                unit,
                Words.percentile(policy.percentile()),
                found.words(),
                Words.decimal(value),
                Words.percent(policy.headroomPercent()),
                Words.decimal(value * policy.growthFactor()),
                capacity);
    }

    private String keepReason(boolean isShort, List<Evidence.Refusal> refused) {
        String verdict = isShort
                ? "It is too small, and nothing known is larger at a known price."
                : refused.isEmpty() ? "Nothing cheaper is known." : "Nothing cheaper fits and saves enough.";
        return join(usageWords(), verdict);
    }

    private static String join(String... sentences) {
        List<String> said = new ArrayList<>(List.of(sentences));
        said.removeIf(String::isEmpty);
        return String.join(" ", said);
    }

    /// By the worse of what is measured; by the documented limits alone when nothing is.
    private double confidence() {
        double measured = Math.min(
                iops.map(Readings::evidence).orElse(1.0),
                mibps.map(Readings::evidence).orElse(1.0));
        return iops.isEmpty() && mibps.isEmpty() ? BY_DOCUMENT : measured;
    }
}
