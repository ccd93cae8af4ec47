package dev.headroom.engine.asset;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetMetric;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.MigrationEffort;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.engine.rightsizing.Words;
import dev.headroom.engine.series.Statistic;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The memory sizes and architectures that a function could have, checked one by one.
///
/// Memory is judged by the most that any call used, because a call that needs more is ended. Less memory must
/// keep the longest calls within 80 % of the timeout even when they take longer in the proportion of the
/// memory.
final class FunctionCandidates {
    private static final double STEP_MB = 64;
    private static final double LEAST_MB = 128;
    private static final double MOST_MB = 10_240;
    private static final double PROCESSOR_MB = 1_769;
    private static final double TIMEOUT_CEILING = 80;
    private static final double SHORT_PERCENT = 95;
    private static final double[] ROOM = {1, 1.25, 1.5, 2};
    private static final double BYTES_PER_MB = 1 << 20;
    private static final double WITHOUT_MEMORY = 0.7;

    private final Asset asset;
    private final double memoryMb;
    private final boolean arm;
    private final FunctionCost cost;
    private final Money month;
    private final SizingPolicy policy;
    private final Optional<Readings> usedMb;
    private final Optional<Readings> longest;

    FunctionCandidates(AssetUsage usage, double memoryMb, FunctionCost cost, Money month, SizingPolicy policy) {
        this.asset = usage.asset();
        this.memoryMb = memoryMb;
        this.arm = FunctionAdvisor.isArm(asset);
        this.cost = cost;
        this.month = month;
        this.policy = policy;
        int days = policy.lookbackDays();
        usedMb = usage.exactly(AssetMetric.USED_MEMORY, Statistic.MAX, days)
                .map(found -> found.mapped(bytes -> bytes / BYTES_PER_MB))
                .or(() -> usage.high(ResourceKind.MEMORY.metric(), days)
                        .map(found -> found.mapped(percent -> percent * memoryMb / 100)))
                .filter(found -> found.days() >= policy.minimumDays());
        longest = usage.exactly(AssetMetric.DURATION, Statistic.MAX, days);
    }

    Advice advice(String from) {
        boolean isShort =
                usedMb.map(used -> 100 * used.max() / memoryMb > SHORT_PERCENT).orElse(false);
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (double room : ROOM) {
            double size = size(room, isShort);
            for (boolean other : new boolean[] {false, true}) {
                add(found, size, arm || other);
                add(found, isShort ? size : memoryMb, arm || other);
            }
        }
        List<Candidate> candidates = List.copyOf(found.values());
        Optional<Candidate> chosen = Candidate.best(candidates, policy, isShort);
        List<Evidence.Refusal> refused = Candidate.refused(candidates, chosen, policy);
        double evidence = Math.min(
                cost.calls().evidence(),
                cost.duration().days() / (cost.duration().days() + 30));
        double confidence =
                usedMb.map(used -> Math.min(evidence, used.evidence())).orElse(evidence * WITHOUT_MEMORY);
        if (chosen.isEmpty()) {
            return new Advice.Keep(
                    asset,
                    from,
                    Optional.of(month),
                    new Evidence(AssetRisk.NONE, confidence, MigrationEffort.LOW, "nothing to do", refused),
                    usageWords() + " Nothing else saves enough.");
        }
        Candidate best = chosen.get();
        return new Advice.Change(
                asset,
                from,
                best.to(),
                best.saving().orElseThrow(),
                isShort,
                new Evidence(best.risk(), confidence, best.effort(), best.effortWords(), refused),
                (isShort ? "It has too little memory. " : "") + usageWords() + " " + best.why());
    }

    /// The memory that the most that was used needs, in steps of 64 MB; the present one when that is not
    /// known.
    private double size(double room, boolean isShort) {
        double need = usedMb.map(used -> used.max()
                        * policy.growthFactor()
                        * room
                        / (policy.ceilings().memoryPercent() / 100))
                .map(mb -> STEP_MB * Math.ceil(mb / STEP_MB - 1e-9))
                .orElse(memoryMb);
        double possible = Math.clamp(need, LEAST_MB, MOST_MB);
        return isShort ? possible : Math.min(possible, memoryMb);
    }

    private void add(Map<String, Candidate> found, double size, boolean onArm) {
        String to = FunctionAdvisor.words(size, onArm);
        if (to.equals(FunctionAdvisor.words(memoryMb, arm))) {
            return;
        }
        double slowdown = memoryMb / size;
        Optional<MonthlySaving> saving = saving(size, onArm, slowdown);
        boolean moves = onArm != arm;
        boolean interpreted = asset.text(AssetFact.RUNTIME)
                .map(runtime -> runtime.startsWith("python") || runtime.startsWith("node"))
                .orElse(false);
        MigrationEffort effort = moves && !interpreted ? MigrationEffort.MEDIUM : MigrationEffort.LOW;
        String effortWords = !moves
                ? "a setting"
                : interpreted ? "a setting, where no library is built for x86_64" : "to be built and tested for arm64";
        found.putIfAbsent(
                to,
                new Candidate(
                        to,
                        saving,
                        effort,
                        effortWords,
                        risk(size, moves, slowdown),
                        against(size, slowdown),
                        why(size, moves, slowdown, saving)));
    }

    /// Between no effect on the duration and one in the proportion of the memory.
    private Optional<MonthlySaving> saving(double size, boolean onArm, double slowdown) {
        Optional<Money> same = cost.month(size, onArm, 1);
        Optional<Money> inverse = cost.month(size, onArm, slowdown);
        return same.flatMap(one -> inverse.map(other -> {
            Money expected = one.plus(other).times(new BigDecimal("0.5"));
            Money first = month.minus(one);
            Money second = month.minus(other);
            boolean ordered = first.compareTo(second) <= 0;
            return new MonthlySaving(month, expected, ordered ? first : second, ordered ? second : first);
        }));
    }

    private AssetRisk risk(double size, boolean moves, double slowdown) {
        AssetRisk risk = moves ? AssetRisk.NONE.with(Dimension.DURATION, 1) : AssetRisk.NONE;
        if (size < memoryMb && usedMb.isPresent()) {
            risk = risk.with(
                    Dimension.MEMORY, usedMb.get(), size, policy.ceilings().memoryPercent());
            risk = risk.with(Dimension.DURATION, slowdown <= 1.25 ? 1 : slowdown <= 2 ? 2 : 3);
        }
        return risk;
    }

    private Optional<String> against(double size, double slowdown) {
        if (size >= memoryMb) {
            return Optional.empty();
        }
        if (usedMb.isEmpty()) {
            return Optional.of("What calls use of the memory is not measured, so it stays.");
        }
        OptionalDouble timeout = asset.number(AssetFact.TIMEOUT_S);
        if (timeout.isEmpty() || longest.isEmpty()) {
            return Optional.of(
                    timeout.isEmpty()
                            ? "The timeout (timeout_s) is not known, so calls must not take longer."
                            : "The longest calls (duration, max) are not measured, so calls must not take longer.");
        }
        double seconds = longest.get().max() / 1_000 * slowdown;
        return seconds <= timeout.getAsDouble() * TIMEOUT_CEILING / 100
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "The longest call could take %.1f s, above %.0f %% of the timeout of %.0f s.",
                        seconds,
                        TIMEOUT_CEILING,
                        timeout.getAsDouble()));
    }

    private String why(double size, boolean moves, double slowdown, Optional<MonthlySaving> saving) {
        StringBuilder words = new StringBuilder();
        if (size < memoryMb) {
            words.append(String.format(
                    Locale.ROOT,
                    "A call then takes between as long as now, %.0f ms, and %.0f ms",
                    cost.duration().mean(),
                    cost.duration().mean() * slowdown));
            words.append(saving.map(found -> ", which saves between " + Words.money(found.most()) + " and "
                            + Words.money(found.least()) + "; the middle is expected.")
                    .orElse("."));
            words.append(size >= PROCESSOR_MB ? " Above 1,769 MB only code with several threads computes faster." : "");
        }
        if (moves) {
            words.append(words.isEmpty() ? "" : " ")
                    .append("arm64 costs a fifth less for the same time; how fast the code is there has to be tried.");
        }
        return words.toString();
    }

    private String usageWords() {
        return String.format(
                        Locale.ROOT,
                        "%,.0f calls a month of %.0f ms on average, by %s.",
                        cost.callsAMonth(),
                        cost.duration().mean(),
                        cost.calls().words())
                + usedMb.map(used -> String.format(
                                Locale.ROOT,
                                " A call used at most %.0f MB, with %s headroom %.0f MB, by %s.",
                                used.max(),
                                Words.percent(policy.headroomPercent()),
                                used.max() * policy.growthFactor(),
                                used.words()))
                        .orElse(" What calls use of the memory is not measured.");
    }
}
