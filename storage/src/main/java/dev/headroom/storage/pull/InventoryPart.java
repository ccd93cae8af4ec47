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
    private static final String NAME = "inventory";

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
    public void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException {
        List<Asset> assets = new ArrayList<>();
        desk.each(this, readings, reading -> {
            int calls = reading.isRead() ? 0 : 1;
            assets.addAll(desk.asked(reading::read));
            desk.answered(place.path(NAME), calls);
        });
        desk.keep(place.path(NAME), SourceFormat.INVENTORY, List.of(), sink -> put(assets, sink));
    }

    private List<String> put(List<Asset> assets, DocumentSink sink) throws SourceException {
        for (Server server : servers) {
            sink.server(sink.entry(), withHistory(server));
        }
        for (Asset asset : assets) {
            sink.asset(sink.entry(), asset);
        }
        return List.of();
    }

    /// A server with the types that it had: those that are kept of it, and the one of now where that is another.
    private Server withHistory(Server now) {
        List<InstanceSpan> spans = new ArrayList<>(before.apply(now.id()));
        for (InstanceSpan span : now.spans()) {
            if (spans.isEmpty() || isResized(spans.getLast(), span)) {
                spans.add(span);
            }
        }
        return new Server(
                now.id(),
                now.name(),
                now.provider(),
                now.account(),
                now.region(),
                now.environment(),
                now.archetype(),
                spans,
                now.tags());
    }

    private static boolean isResized(InstanceSpan before, InstanceSpan after) {
        return !before.instanceType().equals(after.instanceType())
                && after.from().isAfter(before.from());
    }
}
