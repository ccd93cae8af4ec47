package dev.headroom.storage.pull;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.DocumentSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.aws.AwsFailureException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The inventory of a place: its servers, and what there is beside them.
final class InventoryPart implements PullPart {
    private final Place place;
    private final List<Server> servers;
    private final Function<String, List<InstanceSpan>> before;
    private final List<Reading> readings;

    /// Reads one kind of entry.
    interface Reading {
        List<Asset> read() throws AwsFailureException;

        /// True when reading asks for nothing any more.
        default boolean isRead() {
            return false;
        }
    }

    /// @param servers as they are now, read already
    /// @param before the instance types that are kept of a server
    /// @param readings what else is read, one kind each
    InventoryPart(
            Place place, List<Server> servers, Function<String, List<InstanceSpan>> before, List<Reading> readings) {
        this.place = place;
        this.servers = servers;
        this.before = before;
        this.readings = readings;
    }

    @Override
    public PullTopic topic() {
        return PullTopic.INVENTORY;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Expected expected() {
        long open = readings.stream().filter(reading -> !reading.isRead()).count();
        return Expected.NOTHING.plus(new Expected(open, 0, 0, BigDecimal.ZERO));
    }

    @Override
    public void run(PullDesk desk) throws SourceException, InterruptedException {
        List<Asset> assets = new ArrayList<>();
        for (Reading reading : readings) {
            int calls = reading.isRead() ? 0 : 1;
            try {
                assets.addAll(reading.read());
            } catch (AwsFailureException denied) {
                desk.missing(topic(), place, denied);
            }
            desk.answered(place.path("inventory"), calls);
        }
        desk.keep(place.path("inventory"), SourceFormat.INVENTORY, List.of(), sink -> put(assets, sink));
    }

    private List<String> put(List<Asset> assets, DocumentSink sink) throws SourceException {
        for (Server server : servers) {
            long entry = sink.entry();
            for (Server row : rows(server)) {
                sink.server(entry, row);
            }
        }
        for (Asset asset : assets) {
            sink.asset(sink.entry(), asset);
        }
        return List.of();
    }

    /// A server once for each span of its type: what was kept of it, and what it is now where that is
    /// another.
    private List<Server> rows(Server now) {
        List<InstanceSpan> spans = new ArrayList<>(before.apply(now.id()));
        for (InstanceSpan span : now.spans()) {
            boolean resized = spans.isEmpty() || !spans.getLast().instanceType().equals(span.instanceType());
            if (resized
                    && (spans.isEmpty() || span.from().isAfter(spans.getLast().from()))) {
                spans.add(span);
            }
        }
        return List.of(new Server(
                now.id(),
                now.name(),
                now.provider(),
                now.account(),
                now.region(),
                now.environment(),
                now.archetype(),
                spans,
                now.tags()));
    }
}
