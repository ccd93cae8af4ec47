package dev.headroom.storage.pull;

import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsInventory;
import dev.headroom.storage.source.aws.AwsMetrics;
import dev.headroom.storage.source.aws.MetricWanted;
import dev.headroom.storage.source.aws.ServerMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Looks what there is at a place. It does not touch the workspace, so several places can be looked at at
/// once.
final class PlaceLook implements Callable<PlaceLook.Seen> {
    private final Place place;
    private final AwsConnection connection;
    private final Set<PullTopic> topics;
    private final List<PullReport.Missing> missing = new ArrayList<>();

    PlaceLook(Place place, AwsConnection connection, Set<PullTopic> topics) {
        this.place = place;
        this.connection = connection;
        this.topics = topics;
    }

    /// What there is at a place.
    ///
    /// @param resources empty when they are not wanted, or may not be looked at
    record Seen(
            Place place, AwsConnection connection, Optional<Resources> resources, List<PullReport.Missing> missing) {}

    /// Servers and what is beside them, with the metrics that are wanted of all of it.
    record Resources(List<Server> servers, PlaceAssets assets, List<MetricWanted> wanted) {}

    /// @throws AwsFailureException when the login does not work
    @Override
    public Seen call() throws AwsFailureException {
        boolean ofResources = topics.contains(PullTopic.INVENTORY) || topics.contains(PullTopic.USAGE);
        Optional<Resources> resources = ofResources ? resources() : Optional.empty();
        return new Seen(place, connection, resources, List.copyOf(missing));
    }

    private Optional<Resources> resources() throws AwsFailureException {
        AwsInventory inventory = connection.inventory(place.account(), place.region());
        PlaceAssets assets = new PlaceAssets(inventory);
        List<Server> servers = List.of();
        try {
            servers = inventory.servers();
        } catch (AwsFailureException failure) {
            note(failure, PullTopic.INVENTORY);
            if (failure.reason() != AwsFailureException.Reason.DENIED || !assets.isOpen()) {
                return Optional.empty();
            }
        }
        List<MetricWanted> wanted = topics.contains(PullTopic.USAGE) ? wanted(servers, assets) : List.of();
        return Optional.of(new Resources(servers, assets, wanted));
    }

    private List<MetricWanted> wanted(List<Server> servers, PlaceAssets assets) throws AwsFailureException {
        AwsMetrics metrics = connection.metrics(place.account(), place.region());
        List<AwsMetrics.MetricName> names = new ArrayList<>();
        try {
            for (String name : servers.isEmpty() ? List.<String>of() : ServerMetrics.MEMORY) {
                names.addAll(metrics.names(ServerMetrics.AGENT, name));
            }
        } catch (AwsFailureException failure) {
            note(failure, PullTopic.USAGE);
        }
        Map<String, List<AwsMetrics.MetricName>> memory = ServerMetrics.byServer(names);
        List<MetricWanted> wanted = new ArrayList<>();
        for (Server server : servers) {
            wanted.addAll(ServerMetrics.of(server.id(), memory.getOrDefault(server.id(), List.of())));
        }
        wanted.addAll(assets.wanted(place, metrics, failure -> note(failure, PullTopic.USAGE)));
        return wanted;
    }

    private void note(AwsFailureException failure, PullTopic topic) throws AwsFailureException {
        missing.add(PullReport.Missing.of(failure, topic, place));
    }
}
