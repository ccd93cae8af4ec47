package dev.headroom.storage.pull;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFunctions;
import dev.headroom.storage.source.aws.AwsInventory;
import dev.headroom.storage.source.aws.AwsMetrics;
import dev.headroom.storage.source.aws.MetricWanted;
import dev.headroom.storage.source.aws.ServiceMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a place has beside servers: each kind is asked for once, for the inventory and for what is measured
/// of it.
final class PlaceAssets {
    private final Once<Asset> volumes;
    private final Once<Asset> snapshots;
    private final Once<Asset> addresses;
    private final Once<Asset> databases;
    private final Once<AwsFunctions.Told> functions;
    private final Once<Asset> balancers;

    PlaceAssets(AwsInventory inventory) {
        volumes = new Once<>(inventory::volumes);
        snapshots = new Once<>(inventory::snapshots);
        addresses = new Once<>(inventory::addresses);
        databases = new Once<>(inventory::databases);
        functions = new Once<>(inventory::functions);
        balancers = new Once<>(inventory::balancers);
    }

    /// Hears of what could not be asked for, and may end everything.
    interface Denied {
        void note(AwsFailureException failure) throws AwsFailureException;
    }

    /// True when the place may be looked at, as far as one of its kinds tells.
    boolean isOpen() {
        try {
            volumes.read();
            return true;
        } catch (AwsFailureException denied) {
            return false;
        }
    }

    List<InventoryPart.Reading> readings() {
        return List.of(
                reading(volumes, Function.identity()),
                reading(snapshots, Function.identity()),
                reading(addresses, Function.identity()),
                reading(databases, Function.identity()),
                reading(functions, AwsFunctions.Told::asset),
                reading(balancers, Function.identity()));
    }

    private static <T> InventoryPart.Reading reading(Once<T> once, Function<T, Asset> asset) {
        return new InventoryPart.Reading() {
            @Override
            public List<Asset> read() throws AwsFailureException {
                return once.read().stream().map(asset).toList();
            }

            @Override
            public boolean isRead() {
                return once.isRead();
            }
        };
    }

    /// The metrics of what there is. A kind that cannot be asked for is noted and left out.
    List<MetricWanted> wanted(Place place, AwsMetrics metrics, Denied denied) throws AwsFailureException {
        List<MetricWanted> wanted = new ArrayList<>();
        read(volumes, denied).forEach(one -> wanted.addAll(ServiceMetrics.volume(one)));
        read(databases, denied).forEach(one -> wanted.addAll(ServiceMetrics.database(one)));
        List<AwsFunctions.Told> called = read(functions, denied);
        if (!called.isEmpty()) {
            List<AwsMetrics.MetricName> memory =
                    read(new Once<>(() -> metrics.names(ServiceMetrics.INSIGHTS, ServiceMetrics.USED_MEMORY)), denied);
            called.forEach(one -> wanted.addAll(ServiceMetrics.function(one, memory)));
        }
        read(balancers, denied).forEach(one -> wanted.addAll(ServiceMetrics.balancer(one)));
        read(new Once<>(() -> metrics.names(ServiceMetrics.CONTAINERS, ServiceMetrics.CPU)), denied)
                .forEach(name -> wanted.addAll(ServiceMetrics.service(name, place.account(), place.region())));
        return wanted;
    }

    private static <T> List<T> read(Once<T> once, Denied denied) throws AwsFailureException {
        try {
            return once.read();
        } catch (AwsFailureException failure) {
            denied.note(failure);
            return List.of();
        }
    }
}
