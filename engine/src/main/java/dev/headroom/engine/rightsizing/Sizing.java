package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.series.TimeSeries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Puts the load of one server on other machines: a virtual processor counts as a virtual processor and a GiB
/// as a GiB, so utilization scales with the ratio of the capacities.
final class Sizing {
    private static final double SHORTAGE_PERCENT = 80;
    private static final int YEAR_DAYS = 366;

    private final UsageProfile profile;
    private final InstanceShape present;
    private final SizingPolicy policy;
    private final Map<ResourceKind, Double> loads = new EnumMap<>(ResourceKind.class);
    private final Map<ResourceKind, TimeSeries> daily = new EnumMap<>(ResourceKind.class);
    private final Map<ResourceKind, MonthlyPeaks> peaks = new EnumMap<>(ResourceKind.class);

    Sizing(UsageProfile profile, InstanceShape present, SizingPolicy policy) {
        this.profile = profile;
        this.present = present;
        this.policy = policy;
        profile.statistics().forEach((kind, statistics) -> loads.put(kind, statistics.percentile(policy.percentile())));
        for (ResourceKind kind : profile.statistics().keySet()) {
            profile.daily(kind).filter(days -> days.missing() < days.length()).ifPresent(days -> daily.put(kind, days));
        }
        for (Map.Entry<ResourceKind, TimeSeries> days : daily.entrySet()) {
            MonthlyPeaks.of(days.getValue()).ifPresent(found -> peaks.put(days.getKey(), found));
        }
    }

    UsageProfile profile() {
        return profile;
    }

    InstanceShape present() {
        return present;
    }

    SizingPolicy policy() {
        return policy;
    }

    /// What a reading is multiplied with to become percent of the capacity of a shape; empty when it is not
    /// known.
    OptionalDouble toPercent(ResourceKind kind, InstanceShape shape) {
        return toPercent(kind, present, shape);
    }

    static OptionalDouble toPercent(ResourceKind kind, InstanceShape present, InstanceShape shape) {
        return switch (kind) {
            case CPU -> OptionalDouble.of(present.vcpu() / shape.vcpu());
            case MEMORY -> OptionalDouble.of(present.memoryGib() / shape.memoryGib());
            case DISK_IO -> share(shape.diskMbps());
            case NETWORK -> share(shape.networkMbps());
        };
    }

    /// The percentile of the policy on a shape, in percent; empty when not measured or not comparable.
    OptionalDouble load(ResourceKind kind, InstanceShape shape) {
        Double load = loads.get(kind);
        OptionalDouble factor = toPercent(kind, shape);
        return load == null || factor.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(load * factor.getAsDouble());
    }

    double ceiling(ResourceKind kind) {
        return policy.ceilings().percent(kind);
    }

    /// The resources that are short on the present type: the percentile of the last year, which holds every
    /// quarter end once, is above the shortage limit. Headroom is left aside, and older load that has gone
    /// does not count.
    List<ResourceKind> shortages() {
        return loads.keySet().stream()
                .filter(kind -> lastYear(kind).orElse(0) > shortageLimit(kind))
                .toList();
    }

    /// Above this the risk is high in the risk view too; a ceiling that is higher still goes before it.
    double shortageLimit(ResourceKind kind) {
        return Math.max(SHORTAGE_PERCENT, ceiling(kind));
    }

    /// The percentile of the policy over the last year on the present type, in percent.
    OptionalDouble lastYear(ResourceKind kind) {
        Optional<UsageStatistics> recent = profile.recent(kind, YEAR_DAYS, 0);
        OptionalDouble factor = toPercent(kind, present);
        return recent.isEmpty() || factor.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(recent.get().percentile(policy.percentile()) * factor.getAsDouble());
    }

    /// What is short on a candidate when headroom is asked for, the scarcest resource; empty when it fits.
    Optional<Rejection> shortage(InstanceShape candidate) {
        if (!loads.containsKey(ResourceKind.MEMORY) && candidate.memoryGib() < present.memoryGib()) {
            return Optional.of(new Rejection(
                    candidate,
                    Rejection.Bottleneck.MEMORY,
                    candidate.instanceType() + " has " + Words.gib(candidate.memoryGib())
                            + "; memory is not measured, so it stays at " + Words.gib(present.memoryGib()) + "."));
        }
        ResourceKind scarcest = null;
        double worst = 1;
        for (ResourceKind kind : loads.keySet()) {
            double need = load(kind, candidate).orElse(0) * policy.growthFactor() / ceiling(kind);
            // A need that meets the ceiling to the last bit fits.
            if (need > worst * (1 + 1e-9)) {
                worst = need;
                scarcest = kind;
            }
        }
        return scarcest == null ? Optional.empty() : Optional.of(rejection(candidate, scarcest));
    }

    private Rejection rejection(InstanceShape candidate, ResourceKind kind) {
        double load = load(kind, candidate).orElseThrow();
        StringBuilder words = new StringBuilder(candidate.instanceType())
                .append(": ")
                .append(Words.kind(kind))
                .append(' ')
                .append(Words.percentile(policy.percentile()))
                .append(" would be ")
                .append(Words.percent(load));
        if (policy.headroomPercent() > 0) {
            words.append(", with ")
                    .append(Words.percent(policy.headroomPercent()))
                    .append(" headroom ")
                    .append(Words.percent(load * policy.growthFactor()));
        }
        words.append(", of at most ").append(Words.percent(ceiling(kind)));
        TimeSeries days = daily.get(kind);
        if (days != null) {
            int above = Replay.daysAbove(days, toPercent(kind, candidate).orElseThrow(), ceiling(kind));
            words.append("; ")
                    .append(Words.count(above))
                    .append(" of ")
                    .append(Words.count(days.length() - days.missing()))
                    .append(" days would have been above it");
        }
        return new Rejection(candidate, bottleneck(kind), words.append('.').toString());
    }

    List<UsageChange> usage(InstanceShape chosen) {
        List<UsageChange> changes = new ArrayList<>();
        profile.statistics().forEach((kind, statistics) -> {
            OptionalDouble before = toPercent(kind, present);
            OptionalDouble after = toPercent(kind, chosen);
            if (after.isPresent()) {
                double sizing = statistics.percentile(policy.percentile());
                double p95 = statistics.percentile(95);
                changes.add(new UsageChange(
                        kind,
                        sizing * before.orElse(Double.NaN),
                        sizing * after.getAsDouble(),
                        p95 * before.orElse(Double.NaN),
                        p95 * after.getAsDouble(),
                        ceiling(kind)));
            }
        });
        return changes;
    }

    List<Replay> replays(InstanceShape chosen) {
        List<Replay> replays = new ArrayList<>();
        daily.forEach((kind, days) -> {
            OptionalDouble after = toPercent(kind, chosen);
            if (after.isPresent()) {
                replays.add(Replay.of(
                        kind, days, toPercent(kind, present).orElse(Double.NaN), after.getAsDouble(), ceiling(kind)));
            }
        });
        return replays;
    }

    /// How likely a shape fails: over the months of the history and over those of the forecast paths, the worse
    /// of the two counts.
    SizingRisk risk(InstanceShape chosen) {
        Map<ResourceKind, Integer> grades = new EnumMap<>(ResourceKind.class);
        double worst = 0;
        for (Map.Entry<ResourceKind, MonthlyPeaks> entry : peaks.entrySet()) {
            ResourceKind kind = entry.getKey();
            OptionalDouble factor = toPercent(kind, chosen);
            if (factor.isPresent()) {
                double percent = factor.getAsDouble();
                double past = entry.getValue().expectedBreaches(percent, ceiling(kind));
                double future = profile.forecast(kind)
                        .map(paths -> paths.expectedBreaches(percent, ceiling(kind)))
                        .orElse(0.0);
                worst = Math.max(worst, Math.max(past, future));
                boolean hasBreached = entry.getValue().highest() * percent > ceiling(kind);
                grades.put(kind, SizingRisk.grade(Math.max(past, future), hasBreached));
            }
        }
        for (ResourceKind kind : List.of(ResourceKind.DISK_IO, ResourceKind.NETWORK)) {
            boolean shrinks =
                    bandwidth(kind, chosen).orElse(0) < bandwidth(kind, present).orElse(0);
            if (shrinks && !loads.containsKey(kind)) {
                grades.put(kind, 2);
            }
        }
        return new SizingRisk(grades, worst);
    }

    /// Over how many months of history and days of forecast the risk was counted.
    RiskBasis riskBasis() {
        return new RiskBasis(
                peaks.values().stream().mapToDouble(MonthlyPeaks::months).max().orElse(0),
                peaks.keySet().stream()
                        .flatMap(kind -> profile.forecast(kind).stream())
                        .mapToInt(ForecastPeaks::days)
                        .max()
                        .orElse(0));
    }

    record RiskBasis(double months, int forecastDays) {}

    /// What speaks against a saving that is riskier than the policy takes; empty when it does not.
    Optional<Rejection> tooRisky(InstanceShape candidate) {
        SizingRisk risk = risk(candidate);
        if (risk.level().compareTo(policy.maximumRisk()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                candidate,
                Rejection.Bottleneck.RISK,
                candidate.instanceType() + " fits at " + risk.level().words() + " risk: "
                        + Words.months(risk.expectedBreaches())
                        + " of the next twelve are expected to pass a ceiling; the policy takes at most "
                        + policy.maximumRisk().words() + " risk."));
    }

    /// How far policy or load may move before `shape` no longer fits.
    Optional<FlipPoint> flip(InstanceShape shape) {
        ResourceKind bottleneck = null;
        double room = Double.POSITIVE_INFINITY;
        for (ResourceKind kind : loads.keySet()) {
            double load = load(kind, shape).orElse(0);
            if (load > 0 && ceiling(kind) / load < room) {
                room = ceiling(kind) / load;
                bottleneck = kind;
            }
        }
        return bottleneck == null
                ? Optional.empty()
                : Optional.of(new FlipPoint(bottleneck, 100 * (room - 1), 100 * (room / policy.growthFactor() - 1)));
    }

    private static OptionalDouble bandwidth(ResourceKind kind, InstanceShape shape) {
        return kind == ResourceKind.DISK_IO ? shape.diskMbps() : shape.networkMbps();
    }

    private static OptionalDouble share(OptionalDouble capacity) {
        return capacity.isPresent() ? OptionalDouble.of(100 / capacity.getAsDouble()) : OptionalDouble.empty();
    }

    private static Rejection.Bottleneck bottleneck(ResourceKind kind) {
        return switch (kind) {
            case CPU -> Rejection.Bottleneck.CPU;
            case MEMORY -> Rejection.Bottleneck.MEMORY;
            case DISK_IO -> Rejection.Bottleneck.DISK_IO;
            case NETWORK -> Rejection.Bottleneck.NETWORK;
        };
    }
}
