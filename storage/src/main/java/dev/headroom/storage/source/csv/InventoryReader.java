package dev.headroom.storage.source.csv;

import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.RowSink;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.SourceRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads inventory rows:
/// `resource,name,provider,account,region,environment,archetype,instance_type,from,tags`, one row for each
/// server and instance type over time; tags are `key=value;key=value`. Only `resource` and `instance_type`
/// are required as columns. A row without `from` begins in 1970: the type has always been that.
///
/// With a column `kind`, rows may be about something else than servers ([AssetRow]); `instance_type` may then
/// be called `type`.
public final class InventoryReader implements RowReader {
    private final Columns columns;
    private final TimestampReader timestamps;
    private final int resource;
    private final int name;
    private final int provider;
    private final int account;
    private final int region;
    private final int environment;
    private final int archetype;
    private final int instanceType;
    private final int from;
    private final int tags;
    private final AssetRow assets;

    private InventoryReader(Columns columns) throws SourceException {
        this.columns = columns;
        resource = columns.require("resource");
        assets = new AssetRow(columns);
        instanceType = columns.has("kind") ? columns.find("instance_type", "type") : columns.require("instance_type");
        name = columns.find("name");
        provider = columns.find("provider");
        account = columns.find("account");
        region = columns.find("region");
        environment = columns.find("environment");
        archetype = columns.find("archetype");
        from = columns.find("from");
        tags = columns.find("tags");
        timestamps = TimestampReader.utc(columns.name(from));
    }

    /// True when the header names servers and their instance types, or things and their kinds, and no time of
    /// a reading.
    public static boolean recognises(List<String> header) {
        Columns columns = Columns.inAnyCase(header);
        return columns.has("resource")
                && (columns.has("instance_type") || columns.has("kind"))
                && !columns.has("timestamp");
    }

    public static InventoryReader of(List<String> header) throws SourceException {
        return new InventoryReader(Columns.inAnyCase(header));
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.INVENTORY;
    }

    @Override
    public List<String> recognised() {
        return columns.used();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void read(SourceRow row, RowSink sink) throws RowRefusedException {
        String id = row.text(resource);
        if (id.isEmpty() || id.length() > UtilizationReader.LONGEST_NAME) {
            throw new RowRefusedException(columns.name(resource), id, "A resource name is required.");
        }
        AssetRow.Told told = new AssetRow.Told(
                id,
                row.text(name).isEmpty() ? id : row.text(name),
                row.text(provider),
                row.text(account),
                row.text(region),
                row.text(environment),
                tags(row));
        Optional<AssetKind> kind = assets.kind(row);
        if (kind.isPresent()) {
            sink.asset(row.line(), assets.read(row, kind.get(), told));
            return;
        }
        String type = row.text(instanceType);
        String since = row.text(from);
        Instant start = since.isEmpty() ? Instant.EPOCH : timestamps.read(since).at();
        List<InstanceSpan> spans = type.isEmpty() ? List.of() : List.of(new InstanceSpan(start, type));
        Server server = new Server(
                id,
                told.name(),
                told.provider(),
                told.account(),
                told.region(),
                told.environment(),
                row.text(archetype),
                spans,
                told.tags());
        sink.server(row.line(), server);
    }

    private Map<String, String> tags(SourceRow row) throws RowRefusedException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : row.text(tags).split(";")) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new RowRefusedException(
                            columns.name(tags), row.text(tags), "Tags are written key=value;key=value.");
                }
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return pairs;
    }
}
