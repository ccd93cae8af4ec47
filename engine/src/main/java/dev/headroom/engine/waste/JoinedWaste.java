package dev.headroom.engine.waste;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.Idleness;
import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.AverageMonth;
import dev.headroom.engine.quantity.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Waste that bills show and waste that the inventory shows, each thing once.
///
/// Where both know a thing, the amounts are those of the bill and the words those of the inventory: a volume
/// that hangs on nothing is to be deleted, whatever its type, and all that it costs is saved. Extended
/// support comes on top of the price of an idle database. Volumes of a server without running hours are told
/// by the bill of the server.
public final class JoinedWaste {
    private JoinedWaste() {}

    /// @param bills what bills show
    /// @param idle what the inventory shows; those whose price nobody knows are left out
    /// @param days how many days the amounts are of
    /// @return the largest saving first
    public static List<Waste> of(List<Waste> bills, List<Advice.Remove> idle, int days) {
        List<Waste> all = new ArrayList<>(bills);
        for (Advice.Remove remove : idle) {
            if (isToldByServer(bills, remove.asset())) {
                continue;
            }
            Optional<Waste> known = bills.stream()
                    .filter(waste -> isSame(waste.resource(), remove.asset().id()))
                    .findFirst();
            Optional<Waste> found = known.isPresent()
                    ? Optional.of(both(known.get(), remove, days))
                    : remove.cost().map(month -> alone(remove, part(month, days), days));
            known.ifPresent(all::remove);
            found.ifPresent(all::add);
        }
        all.sort(Comparator.comparing((Waste waste) -> waste.saving().amount())
                .reversed()
                .thenComparing(Waste::resource));
        return all;
    }

    /// True when a resource of a bill, maybe in the long form, is the one of the inventory.
    public static boolean isSame(String billed, String id) {
        return billed.equals(id)
                || billed.startsWith("arn:") && (billed.endsWith("/" + id) || billed.endsWith(":" + id))
                || id.startsWith("arn:") && (id.endsWith("/" + billed) || id.endsWith(":" + billed));
    }

    private static boolean isToldByServer(List<Waste> bills, Asset asset) {
        String server = asset.text(AssetFact.ATTACHED_TO).orElse("");
        return asset.kind() == AssetKind.VOLUME
                && bills.stream()
                        .anyMatch(waste -> waste.kind() == WasteKind.STORAGE_WITHOUT_SERVER
                                && (isSame(waste.resource(), asset.id())
                                        || !server.isEmpty() && isSame(waste.resource(), server)));
    }

    private static Waste both(Waste bill, Advice.Remove remove, int days) {
        Money cost = bill.cost();
        if (bill.kind() == WasteKind.EXTENDED_SUPPORT) {
            cost = remove.cost()
                    .map(month -> part(month, days))
                    .filter(more -> more.currency().equals(bill.cost().currency()))
                    .map(bill.cost()::plus)
                    .orElse(bill.cost());
        }
        return new Waste(
                kind(remove.idleness()),
                bill.account(),
                bill.region(),
                bill.service(),
                bill.resource(),
                cost,
                cost,
                bill.days(),
                Waste.Source.BOTH,
                remove.reason());
    }

    private static Waste alone(Advice.Remove remove, Money cost, int days) {
        Asset asset = remove.asset();
        return new Waste(
                kind(remove.idleness()),
                asset.account(),
                asset.region(),
                service(asset.kind()),
                asset.id(),
                cost,
                cost,
                days,
                Waste.Source.INVENTORY,
                remove.reason());
    }

    private static Money part(Money month, int days) {
        return AverageMonth.toDays(month, days).rounded(2);
    }

    /// What idleness is called among waste.
    public static WasteKind kind(Idleness idleness) {
        return switch (idleness) {
            case UNATTACHED_VOLUME -> WasteKind.UNATTACHED_VOLUME;
            case IDLE_VOLUME -> WasteKind.IDLE_VOLUME;
            case ORPHANED_SNAPSHOT -> WasteKind.ORPHANED_SNAPSHOT;
            case IDLE_DATABASE -> WasteKind.IDLE_DATABASE;
            case UNUSED_FUNCTION -> WasteKind.UNUSED_FUNCTION;
            case IDLE_ADDRESS -> WasteKind.IDLE_ADDRESS;
            case IDLE_LOAD_BALANCER -> WasteKind.IDLE_LOAD_BALANCER;
        };
    }

    private static String service(AssetKind kind) {
        return switch (kind) {
            case VOLUME, SNAPSHOT -> "Amazon Elastic Block Store";
            case DATABASE -> "Amazon Relational Database Service";
            case FUNCTION -> "AWS Lambda";
            case ADDRESS -> "Amazon Virtual Private Cloud";
            case LOAD_BALANCER -> "Elastic Load Balancing";
        };
    }
}
