package dev.headroom.engine.rightsizing;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.CommitmentCover.FamilyChange;
import dev.headroom.engine.rightsizing.Recommendation.Cause;
import dev.headroom.engine.rightsizing.Recommendation.Keep;
import dev.headroom.engine.rightsizing.Recommendation.Resize;
import dev.headroom.engine.rightsizing.Recommendation.Stop;
import dev.headroom.engine.rightsizing.Recommendation.Undecided;
import dev.headroom.engine.series.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Recommends the instance type for a server from what it used.
///
/// 1. Without a known type, a known price or enough readings there is no recommendation.
/// 2. A server whose processor stayed below 5 % and whose network carried less than 0.1 Mbit/s for the
///    last 35 days (so that a month end is always among them) can be stopped.
/// 3. A server whose percentile over the last year is above 80 %, or above a ceiling that is higher, is short
///    of that resource and gets a bigger type, if need be at extra cost.
/// 4. Any other server gets the cheapest type that fits with headroom and saves enough, or keeps its own.
///
/// A pure function: the same arguments give the same recommendation.
public final class Rightsizer {
    private static final double IDLE_CPU_PERCENT = 5;
    private static final double IDLE_NETWORK_MBPS = 0.1;
    private static final int IDLE_DAYS = 35;

    private Rightsizer() {}

    /// Recommends without knowing about commitments, so that no net saving is stated.
    public static Recommendation recommend(
            Server server, Map<ResourceKind, TimeSeries> series, ShapeCatalog catalog, SizingPolicy policy) {
        return recommend(server, series, catalog, policy, CommitmentCover.unknown());
    }

    /// @param series hourly or daily readings, best with statistic p95, in the unit of the resource; NaN =
    ///     missing. CPU is needed; without memory the memory of the server stays as it is
    /// @param catalog types and prices, with the region of the server
    /// @param cover what an existing commitment pays of the server
    public static Recommendation recommend(
            Server server,
            Map<ResourceKind, TimeSeries> series,
            ShapeCatalog catalog,
            SizingPolicy policy,
            CommitmentCover cover) {
        return recommend(server, UsageProfile.of(server, series, policy.lookbackDays()), catalog, policy, cover);
    }

    /// The same from a profile that was built before, so that other parameters of the policy can be tried
    /// quickly.
    public static Recommendation recommend(
            Server server, UsageProfile profile, ShapeCatalog catalog, SizingPolicy policy, CommitmentCover cover) {
        Optional<InstanceShape> known = server.instanceType().flatMap(type -> catalog.find(type, server.region()));
        if (known.isEmpty()) {
            return new Undecided(server, known, Cause.UNKNOWN_TYPE, unknownType(server));
        }
        InstanceShape present = known.get();
        Optional<Money> month = present.onDemandMonth();
        if (month.isEmpty()) {
            return new Undecided(
                    server,
                    known,
                    Cause.UNKNOWN_PRICE,
                    "The price of " + present.instanceType() + " in " + present.region() + " is not known.");
        }
        Optional<UsageStatistics> cpu = profile.of(ResourceKind.CPU);
        if (cpu.isEmpty()) {
            return new Undecided(server, known, Cause.NO_CPU_READINGS, noReadings(profile));
        }
        if (cpu.get().days() < policy.minimumDays()) {
            return new Undecided(server, known, Cause.SHORT_HISTORY, tooShort(profile, cpu.get(), policy));
        }
        Run run = new Run(server, new Sizing(profile, present, policy), month.get(), catalog, cover);
        return run.idle().orElseGet(run::size);
    }

    private static String unknownType(Server server) {
        return server.instanceType().isEmpty()
                ? "The inventory names no instance type."
                : "The instance type " + server.instanceType().get() + " is not in the price list of "
                        + (server.region().isBlank() ? "an unnamed region" : server.region()) + ".";
    }

    private static String noReadings(UsageProfile profile) {
        return "There are no CPU readings in the window"
                + (profile.resizedAt().isPresent() ? " since the last resize." : ".");
    }

    private static String tooShort(UsageProfile profile, UsageStatistics cpu, SizingPolicy policy) {
        String since = profile.resizedAt()
                .map(resized -> " since the resize on " + Words.day(cpu, resized))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "Only %.1f days of CPU readings%s; %d are needed.",
                cpu.days(),
                since,
                policy.minimumDays());
    }

    /// One server on its way to a recommendation.
    private static final class Run {
        private final Server server;
        private final Sizing sizing;
        private final Money month;
        private final ShapeCatalog catalog;
        private final CommitmentCover cover;
        private final Reasoning reasoning;

        Run(Server server, Sizing sizing, Money month, ShapeCatalog catalog, CommitmentCover cover) {
            this.server = server;
            this.sizing = sizing;
            this.month = month;
            this.catalog = catalog;
            this.cover = cover;
            this.reasoning = new Reasoning(sizing);
        }

        Optional<Recommendation> idle() {
            int minimum = Math.min(IDLE_DAYS, sizing.policy().minimumDays());
            Optional<UsageStatistics> cpu = sizing.profile().recent(ResourceKind.CPU, IDLE_DAYS, minimum);
            Optional<UsageStatistics> network = sizing.profile().recent(ResourceKind.NETWORK, IDLE_DAYS, minimum);
            if (cpu.isEmpty() || network.isEmpty() || cpu.get().max() >= IDLE_CPU_PERCENT) {
                return Optional.empty();
            }
            double busiest = network.get().max();
            if (busiest >= IDLE_NETWORK_MBPS) {
                return Optional.empty();
            }
            String words = String.format(Locale.ROOT, "the network carried at most %.3f Mbit/s", busiest);
            return Optional.of(stop(reasoning.stop(cpu.get(), words)));
        }

        private Recommendation stop(String reason) {
            Money nothing = Money.zero(month.currency());
            SavingEstimate saving =
                    new SavingEstimate(month, nothing, cover.stranded(month, nothing, FamilyChange.SAME_FAMILY));
            boolean production = server.environment().toLowerCase(Locale.ROOT).startsWith("prod");
            InstanceShape present = sizing.present();
            Assessment evidence = new Assessment(
                    sizing.profile(),
                    sizing.usage(present),
                    sizing.replays(present),
                    new SizingRisk(Map.of(ResourceKind.CPU, production ? 2 : 0), 0),
                    confidence(),
                    reason,
                    List.of(),
                    Optional.empty());
            return new Stop(server, present, saving, evidence);
        }

        Recommendation size() {
            Candidates candidates = new Candidates(sizing, month, catalog, cover);
            List<ResourceKind> shortages = sizing.shortages();
            Optional<InstanceShape> chosen = shortages.isEmpty() ? candidates.cheaper() : candidates.roomier();
            if (chosen.isPresent()) {
                return resize(chosen.get(), shortages, candidates.rejections(chosen.get()));
            }
            if (shortages.isEmpty()) {
                return keep(candidates.rejections(sizing.present()));
            }
            ResourceKind first = shortages.getFirst();
            return new Undecided(
                    server,
                    Optional.of(sizing.present()),
                    Cause.NOTHING_FITS,
                    Words.sentence(Words.kind(first)) + " "
                            + Words.percentile(sizing.policy().percentile()) + " of the last year is "
                            + Words.percent(sizing.lastYear(first).orElseThrow()) + " of "
                            + sizing.present().instanceType() + ", and no known type in "
                            + sizing.present().region() + " is large enough.");
        }

        private Recommendation keep(List<Rejection> rejections) {
            InstanceShape present = sizing.present();
            List<Replay> replays = sizing.replays(present);
            return new Keep(
                    server,
                    present,
                    new Assessment(
                            sizing.profile(),
                            sizing.usage(present),
                            replays,
                            sizing.risk(present),
                            confidence(),
                            reasoning.keep(replays, rejections),
                            rejections,
                            sizing.flip(present)));
        }

        private Recommendation resize(InstanceShape chosen, List<ResourceKind> shortages, List<Rejection> rejections) {
            Money next = chosen.onDemandMonth().orElseThrow();
            FamilyChange change = chosen.family().equals(sizing.present().family())
                    ? FamilyChange.SAME_FAMILY
                    : FamilyChange.OTHER_FAMILY;
            List<UsageChange> usage = sizing.usage(chosen);
            List<Replay> replays = sizing.replays(chosen);
            return new Resize(
                    server,
                    sizing.present(),
                    chosen,
                    shortages,
                    new SavingEstimate(month, next, cover.stranded(month, next, change)),
                    new Assessment(
                            sizing.profile(),
                            usage,
                            replays,
                            sizing.risk(chosen),
                            confidence(),
                            reasoning.resize(chosen, usage, replays),
                            rejections,
                            sizing.flip(chosen)));
        }

        private double confidence() {
            return Confidence.of(sizing.profile());
        }
    }
}
