package dev.headroom.engine.consolidation;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Puts servers together on few machines so that on every day of the window the sum of their daily p95, with the
/// headroom of the policy, stays under its ceilings.
///
/// For each of the types that would be cheapest if servers could be cut into pieces, servers are placed largest
/// first, each on the first machine with room; then each machine is replaced by the cheapest type that still
/// holds its servers. The cheapest result is kept, and stated beside a lower bound: no placement costs less than
/// the scarcest resource at its cheapest price.
///
/// Source: D. S. Johnson (1973), Near-optimal bin packing algorithms (first fit decreasing). Departures: loads are
/// vectors over days and resources; the size of a server is its largest share of the machine.
public final class Packing {
    private static final int TYPES_TRIED = 8;

    private Packing() {}

    /// One machine of a proposal.
    ///
    /// @param cpuPeakPercent the highest day of the processor in percent of the machine
    /// @param memoryPeakPercent the same of the memory
    public record Machine(
            InstanceShape shape, List<Underused> servers, double cpuPeakPercent, double memoryPeakPercent) {
        public Machine {
            servers = List.copyOf(servers);
        }
    }

    /// @param month what the machines cost a month
    /// @param lowerBound no placement under these rules costs less
    public record Plan(List<Machine> machines, Money month, Money lowerBound) {
        public Plan {
            machines = List.copyOf(machines);
        }
    }

    /// @param servers at least one, all observed over the same days
    /// @param types machines that may be used, with prices in one currency
    /// @param mostServers on one machine, so that its failure takes no more with it; positive
    /// @return empty when some server fits on no machine
    public static Optional<Plan> of(
            List<Underused> servers, List<InstanceShape> types, SizingPolicy policy, int mostServers) {
        List<Item> items = servers.stream()
                .map(server -> new Item(server, DayLoad.of(server)))
                .toList();
        DayLoad total = DayLoad.none(
                items.stream().mapToInt(item -> item.load().days()).max().orElse(0));
        items.forEach(item -> total.add(item.load()));
        List<InstanceShape> priced =
                types.stream().filter(type -> type.onDemandMonth().isPresent()).toList();
        return priced.stream()
                .filter(type -> items.stream()
                        .allMatch(item ->
                                item.load().fitsWith(DayLoad.none(item.load().days()), type, policy)))
                .sorted(Comparator.comparingDouble(type -> fractionalCost(total, type, policy)))
                .limit(TYPES_TRIED)
                .map(type -> machines(firstFit(items, type, policy, mostServers), priced, policy))
                .min(Comparator.comparing(Packing::month).thenComparing(List::size))
                .map(machines -> new Plan(machines, month(machines), lowerBound(total, priced, policy)));
    }

    private record Item(Underused server, DayLoad load) {}

    private static final class Bin {
        private final List<Item> items = new ArrayList<>();
        private final DayLoad load;

        Bin(int days) {
            load = DayLoad.none(days);
        }

        void add(Item item) {
            items.add(item);
            load.add(item.load());
        }
    }

    private static List<Bin> firstFit(List<Item> items, InstanceShape type, SizingPolicy policy, int mostServers) {
        List<Item> sorted = items.stream()
                .sorted(Comparator.comparingDouble((Item item) -> -share(item.load(), type, policy))
                        .thenComparing(item -> item.server().server().id()))
                .toList();
        List<Bin> bins = new ArrayList<>();
        for (Item item : sorted) {
            Bin chosen = bins.stream()
                    .filter(bin -> bin.items.size() < mostServers && bin.load.fitsWith(item.load(), type, policy))
                    .findFirst()
                    .orElseGet(() -> {
                        Bin fresh = new Bin(item.load().days());
                        bins.add(fresh);
                        return fresh;
                    });
            chosen.add(item);
        }
        return bins;
    }

    private static List<Machine> machines(List<Bin> bins, List<InstanceShape> types, SizingPolicy policy) {
        return bins.stream()
                .map(bin -> {
                    InstanceShape shape = types.stream()
                            .filter(type -> bin.load.fitsWith(DayLoad.none(bin.load.days()), type, policy))
                            .min(Comparator.comparing((InstanceShape type) ->
                                            type.onDemandMonth().orElseThrow())
                                    .thenComparing(InstanceShape::instanceType))
                            .orElseThrow();
                    return new Machine(
                            shape,
                            bin.items.stream().map(Item::server).toList(),
                            100 * bin.load.peak(ResourceKind.CPU) / shape.vcpu(),
                            100 * bin.load.peak(ResourceKind.MEMORY) / shape.memoryGib());
                })
                .toList();
    }

    private static Money month(List<Machine> machines) {
        return machines.stream()
                .map(machine -> machine.shape().onDemandMonth().orElseThrow())
                .reduce(Money::plus)
                .orElseThrow();
    }

    /// The cost of so many pieces of machines of a type as the scarcest resource needs.
    private static double fractionalCost(DayLoad load, InstanceShape type, SizingPolicy policy) {
        return share(load, type, policy)
                * type.onDemandMonth().orElseThrow().amount().doubleValue();
    }

    /// How many machines of a type a load fills, by its scarcest resource.
    private static double share(DayLoad load, InstanceShape type, SizingPolicy policy) {
        double share = 0;
        for (ResourceKind kind : ResourceKind.values()) {
            OptionalDouble capacity = DayLoad.capacity(kind, type);
            if (capacity.isPresent()) {
                share = Math.max(share, load.peak(kind) / DayLoad.usable(kind, capacity.getAsDouble(), policy));
            }
        }
        return share;
    }

    private static Money lowerBound(DayLoad total, List<InstanceShape> types, SizingPolicy policy) {
        double bound = 0;
        for (ResourceKind kind : List.of(ResourceKind.CPU, ResourceKind.MEMORY)) {
            double cheapest = types.stream()
                    .mapToDouble(
                            type -> type.onDemandMonth().orElseThrow().amount().doubleValue()
                                    / DayLoad.usable(
                                            kind, DayLoad.capacity(kind, type).orElseThrow(), policy))
                    .min()
                    .orElse(0);
            bound = Math.max(bound, cheapest * total.peak(kind));
        }
        Money first = types.getFirst().onDemandMonth().orElseThrow();
        double smallest = types.stream()
                .mapToDouble(type -> type.onDemandMonth().orElseThrow().amount().doubleValue())
                .min()
                .orElse(0);
        return new Money(BigDecimal.valueOf(Math.max(bound, smallest)), first.currency());
    }
}
