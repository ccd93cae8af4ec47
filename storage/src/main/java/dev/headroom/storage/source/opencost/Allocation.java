package dev.headroom.storage.source.opencost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a workload cost over one window. Text that the source does not give is empty.
///
/// @param name what OpenCost calls it: the values by which it aggregated, or a name such as `__idle__`
/// @param costs by component, with their adjustments; what the source does not give is not in it
/// @param total what the source says that all components add up to
record Allocation(
        String name,
        Workload workload,
        Map<String, String> labels,
        Instant start,
        Instant end,
        Map<Component, BigDecimal> costs,
        Map<Component, BigDecimal> quantities,
        Optional<BigDecimal> total) {
    /// OpenCost rounds each amount to five decimals, so that ten of them may miss their total by this.
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    /// Where the workload runs.
    record Workload(
            String cluster,
            String namespace,
            String controllerKind,
            String controller,
            String pod,
            String container,
            String node) {
        String path() {
            return String.join(
                    "/",
                    Stream.of(namespace, controller, pod, container)
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
    }

    Allocation {
        labels = Map.copyOf(labels);
        costs = Collections.unmodifiableMap(new EnumMap<>(costs));
        quantities = Collections.unmodifiableMap(new EnumMap<>(quantities));
    }

    /// The components that cost something, with [Component#OTHER] where they do not add up to the total; one of
    /// amount 0 when nothing costs anything.
    Map<Component, BigDecimal> charged() {
        EnumMap<Component, BigDecimal> charged = new EnumMap<>(Component.class);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Component, BigDecimal> cost : costs.entrySet()) {
            sum = sum.add(cost.getValue());
            if (cost.getValue().signum() != 0) {
                charged.put(cost.getKey(), cost.getValue());
            }
        }
        BigDecimal rest = total.orElse(sum).subtract(sum);
        if (rest.abs().compareTo(ROUNDING) > 0) {
            charged.put(Component.OTHER, rest);
        }
        if (charged.isEmpty()) {
            charged.put(Component.CPU, BigDecimal.ZERO);
        }
        return charged;
    }

    /// Cost that no workload used: `idle` (capacity that nobody asked for), `unmounted` (volumes that no pod mounts)
    /// or `unallocated` (what has no value of the aggregated property); empty for a workload.
    Optional<String> special() {
        String all = (name + "/" + workload.namespace() + "/" + workload.controller() + "/" + workload.pod())
                .toLowerCase(Locale.ROOT);
        return Stream.of("idle", "unmounted", "unallocated")
                .filter(word -> all.contains("__" + word + "__"))
                .findFirst();
    }
}
