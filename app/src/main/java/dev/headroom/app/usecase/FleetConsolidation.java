package dev.headroom.app.usecase;

import dev.headroom.engine.consolidation.IdleClusters;
import dev.headroom.engine.consolidation.Packing;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The underused servers of a fleet: what they are like, and on which machines they would fit together.
///
/// @param days how many of the last days were looked at
/// @param clusters the group that uses least first
/// @param groups places where sharing machines saves money, the largest saving first
public record FleetConsolidation(
        SizingPolicy policy, Instant asOf, int days, List<IdleClusters.Cluster> clusters, List<Group> groups) {
    public FleetConsolidation {
        clusters = List.copyOf(clusters);
        groups = List.copyOf(groups);
    }

    /// Servers that may share machines, and the proposal for them.
    ///
    /// @param place what they have in common
    /// @param now what they cost a month at list prices
    public record Group(String place, Money now, Packing.Plan plan) {
        public Money saving() {
            return now.minus(plan.month());
        }

        int servers() {
            return plan.machines().stream()
                    .mapToInt(machine -> machine.servers().size())
                    .sum();
        }
    }

    /// How many servers are underused.
    public int servers() {
        return clusters.stream().mapToInt(cluster -> cluster.members().size()).sum();
    }

    /// Such as `26 underused servers in 4 groups; 20 of them fit on 6 machines, saving 1,204 USD a month (no placement
    /// saves more than 1,330)`.
    public String sentence() {
        int packed = groups.stream().mapToInt(Group::servers).sum();
        String first = String.format(
                Locale.ROOT,
                "%d underused %s in %d %s",
                servers(),
                servers() == 1 ? "server" : "servers",
                clusters.size(),
                clusters.size() == 1 ? "group" : "groups");
        if (packed == 0) {
            return servers() == 0 ? "No server is underused" : first + "; sharing machines saves nothing";
        }
        int machines = groups.stream()
                .mapToInt(group -> group.plan().machines().size())
                .sum();
        return String.format(
                Locale.ROOT,
                "%s; %d of them fit on %d %s, saving %s a month (no placement saves more than %s)",
                first,
                packed,
                machines,
                machines == 1 ? "machine" : "machines",
                MoneyWords.sum(groups.stream().map(Group::saving), 0),
                MoneyWords.sum(
                        groups.stream()
                                .map(group -> group.now().minus(group.plan().lowerBound())),
                        0));
    }
}
