package dev.headroom.storage.source.opencost;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeLine;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.ImportOptions.Allocations;
import dev.headroom.storage.source.RowIdentity;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes charges of allocations: one for each component of each allocation, of the provider [#PROVIDER], with the
/// cluster as its account, the component as its usage type and namespace, controller, pod and labels as tags.
///
/// **Cost is not counted twice.** OpenCost invoices nothing. It divides the cost of nodes, volumes and load balancers
/// that a provider bills, at list prices or, after reconciliation, at those of the bill; so the same money is on that
/// bill, if the workspace holds it. Therefore, as in the split cost allocation of AWS, whose rows have an unblended
/// cost of 0:
///
/// - *Billed* is 0: sums over bills, and their reconciliation with an invoice, do not change.
/// - *Effective*, *list* and *contracted* are the allocated amount, the only one that there is, and each charge has a
///   counterpart of the negative amount in the account [#COUNTERPART] of the same provider. Costs by cluster,
///   namespace, controller, pod and label are the allocated ones; the provider as a whole and all totals that
///   include it are as if it were not there.
///
/// Where nobody bills the machines ([Allocations#OWN_COST]) the amount is the cost on every basis, billed too, and
/// there are no counterparts.
final class AllocationCharges {
    static final String PROVIDER = "Kubernetes";
    static final String SERVICE = "Kubernetes";
    static final String COUNTERPART = "on the provider's bill";
    private final RowIdentity.Hasher hasher = new RowIdentity.Hasher(List.of(
            "name",
            "workload",
            "cluster",
            "node",
            "labels",
            "start",
            "end",
            "component",
            "part",
            "amount",
            "currency"));

    private final CurrencyCode currency;
    private final Allocations mode;
    private final SortedMap<String, BigDecimal> specials = new TreeMap<>();
    private BigDecimal allocated = BigDecimal.ZERO;
    private boolean manyDays;

    AllocationCharges(CurrencyCode currency, Allocations mode) {
        this.currency = currency;
        this.mode = mode;
    }

    void put(long entry, Allocation allocation, RowSink sink) {
        manyDays |= Duration.between(allocation.start(), allocation.end()).compareTo(Duration.ofHours(25)) > 0;
        allocation.charged().forEach((component, amount) -> {
            allocated = allocated.add(amount);
            allocation.special().ifPresent(special -> specials.merge(special, amount, BigDecimal::add));
            ChargeLine line = line(allocation, component);
            Optional<BigDecimal> quantity =
                    Optional.ofNullable(allocation.quantities().get(component));
            if (mode == Allocations.OWN_COST) {
                charge(entry, allocation, component, line, amount, amount, quantity, sink);
            } else {
                charge(entry, allocation, component, line, BigDecimal.ZERO, amount, quantity, sink);
                ChargeLine other = ChargeLine.of(ChargeCategory.ADJUSTMENT, currency)
                        .provider(PROVIDER)
                        .billingAccount(allocation.workload().cluster())
                        .subAccount(COUNTERPART)
                        .service(SERVICE)
                        .serviceCategory("Compute")
                        .usageType(component.label())
                        .description(
                                "Cost of " + allocation.workload().cluster() + " that is on the bill of its provider")
                        .build();
                charge(entry, allocation, component, other, BigDecimal.ZERO, amount.negate(), Optional.empty(), sink);
            }
        });
    }

    private void charge(
            long entry,
            Allocation allocation,
            Component component,
            ChargeLine line,
            BigDecimal billed,
            BigDecimal amount,
            Optional<BigDecimal> quantity,
            RowSink sink) {
        Optional<BigDecimal> known = Optional.of(amount);
        sink.charge(
                entry,
                new ChargeRecord(
                        line,
                        allocation.start(),
                        allocation.end(),
                        ChargeRecord.monthOf(allocation.start()),
                        new ChargeRecord.Amounts(billed, known, known, known),
                        quantity),
                identity(entry, allocation, component, line, billed, amount));
    }

    private RowIdentity identity(
            long entry,
            Allocation allocation,
            Component component,
            ChargeLine line,
            BigDecimal billed,
            BigDecimal amount) {
        return hasher.of(new SourceRow(
                entry,
                allocation.name(),
                allocation.workload().path(),
                allocation.workload().cluster(),
                allocation.workload().node(),
                new TreeMap<>(allocation.labels()).toString(),
                allocation.start().toString(),
                allocation.end().toString(),
                component.label(),
                line.category().focusName() + " " + billed.stripTrailingZeros().toPlainString(),
                amount.stripTrailingZeros().toPlainString(),
                currency.value()));
    }

    private ChargeLine line(Allocation allocation, Component component) {
        Allocation.Workload workload = allocation.workload();
        String path = workload.path();
        return ChargeLine.of(ChargeCategory.USAGE, currency)
                .provider(PROVIDER)
                .billingAccount(workload.cluster())
                .subAccount(workload.cluster())
                .service(SERVICE)
                .serviceCategory("Compute")
                .resource(path.isEmpty() ? allocation.name() : path)
                .usageType(component.label())
                .description(allocation.special().map(AllocationCharges::words).orElse("Cost of a workload"))
                .unit(component.unit())
                .tags(tags(allocation))
                .build();
    }

    private static String words(String special) {
        return switch (special) {
            case "idle" -> "Idle: capacity of the cluster that no workload asked for";
            case "unmounted" -> "Unmounted: volumes that no pod mounts";
            default -> "Unallocated: cost without a value of what was aggregated by";
        };
    }

    /// A label whose name is taken by a tag of our own is kept as `label:NAME`.
    private static Map<String, String> tags(Allocation allocation) {
        Allocation.Workload workload = allocation.workload();
        Map<String, String> tags = new LinkedHashMap<>();
        tag(tags, "allocation", allocation.special().orElse("workload"));
        tag(tags, "namespace", workload.namespace());
        tag(tags, "controller_kind", workload.controllerKind());
        tag(tags, "controller", workload.controller());
        tag(tags, "pod", workload.pod());
        tag(tags, "container", workload.container());
        tag(tags, "node", workload.node());
        allocation.labels().forEach((name, value) -> tag(tags, tags.containsKey(name) ? "label:" + name : name, value));
        return tags;
    }

    private static void tag(Map<String, String> tags, String name, String value) {
        if (!value.isEmpty()) {
            tags.put(name, value);
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        StringBuilder parts = new StringBuilder();
        specials.forEach((special, amount) -> parts.append(parts.isEmpty() ? ", of which " : ", ")
                .append(plain(amount))
                .append(' ')
                .append(special));
        notes.add("Allocates " + plain(allocated) + " " + currency + " to workloads" + parts + "; "
                + (mode == Allocations.OWN_COST
                        ? "it counts as billed, because no provider bills it."
                        : "the provider of the machines bills it, so it is billed 0 here and adds nothing to totals"
                                + " (--own-cost if nobody bills it)."));
        if (manyDays) {
            notes.add("Some windows are longer than a day, and their cost stands on their first day; ask OpenCost for"
                    + " step=1d to see it by day.");
        }
        return notes;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
