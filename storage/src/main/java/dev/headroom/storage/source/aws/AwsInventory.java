package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/// Reads the inventory of one account and region, page by page.
///
/// The time from which a server has its type is that of its last start, because a type changes only while it
/// is stopped; what it had before is not told.
public final class AwsInventory {
    private static final int PAGE = 500;

    private final AwsClients clients;
    private final Region at;
    private final Ec2Client ec2;
    private final AwsEntries entries;
    private final Asking asking;

    AwsInventory(AwsClients clients, String account, String region, Asking asking) {
        this.clients = clients;
        this.at = Region.of(region);
        this.ec2 = clients.ec2(at);
        this.entries = new AwsEntries(account, region);
        this.asking = asking;
    }

    public List<Asset> databases() throws AwsFailureException {
        return new AwsDatabases(clients.rds(at), entries, asking).read();
    }

    public List<AwsFunctions.Told> functions() throws AwsFailureException {
        return new AwsFunctions(clients.lambda(at), entries, asking).read();
    }

    public List<Asset> balancers() throws AwsFailureException {
        return new AwsBalancers(clients.balancers(at), entries, asking).read();
    }

    /// All that are not terminated.
    public List<Server> servers() throws AwsFailureException {
        return asking.asked(
                AwsAction.INSTANCES.iam(),
                () -> ec2.describeInstancesPaginator(ask -> ask.maxResults(PAGE)).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .filter(instance ->
                                instance.state() == null || instance.state().name() != InstanceStateName.TERMINATED)
                        .map(this::server)
                        .toList());
    }

    public List<Asset> volumes() throws AwsFailureException {
        return asking.asked(
                AwsAction.VOLUMES.iam(),
                () -> ec2.describeVolumesPaginator(ask -> ask.maxResults(PAGE)).volumes().stream()
                        .map(this::volume)
                        .toList());
    }

    /// Those of the account itself.
    public List<Asset> snapshots() throws AwsFailureException {
        return asking.asked(
                AwsAction.SNAPSHOTS.iam(),
                () -> ec2.describeSnapshotsPaginator(ask -> ask.maxResults(PAGE).ownerIds("self")).snapshots().stream()
                        .map(this::snapshot)
                        .toList());
    }

    public List<Asset> addresses() throws AwsFailureException {
        return asking.asked(
                AwsAction.ADDRESSES.iam(),
                () -> ec2.describeAddresses().addresses().stream()
                        .map(this::address)
                        .toList());
    }

    private Server server(Instance instance) {
        Map<String, String> tags = tags(instance.tags());
        Instant started = instance.launchTime() == null ? Instant.EPOCH : instance.launchTime();
        return new Server(
                instance.instanceId(),
                AwsEntries.name(tags, instance.instanceId()),
                AwsEntries.PROVIDER,
                entries.account(),
                entries.region(),
                AwsEntries.environment(tags),
                AwsEntries.archetype(tags),
                instance.instanceTypeAsString() == null
                        ? List.of()
                        : List.of(new InstanceSpan(started, instance.instanceTypeAsString())),
                tags);
    }

    private Asset volume(Volume volume) {
        EnumMap<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
        put(facts, AssetFact.SIZE_GIB, volume.size());
        put(facts, AssetFact.IOPS, volume.iops());
        put(facts, AssetFact.THROUGHPUT_MIBPS, volume.throughput());
        put(facts, AssetFact.STATE, volume.stateAsString());
        put(facts, AssetFact.CREATED, volume.createTime());
        put(facts, AssetFact.MULTI_ATTACH, volume.multiAttachEnabled());
        Optional<VolumeAttachment> attached = volume.attachments().stream().findFirst();
        put(
                facts,
                AssetFact.ATTACHED_TO,
                attached.map(VolumeAttachment::instanceId).orElse(""));
        attached.map(VolumeAttachment::device).ifPresent(device -> put(facts, AssetFact.BOOT, isRoot(device)));
        return asset(volume.volumeId(), AssetKind.VOLUME, volume.volumeTypeAsString(), facts, volume.tags());
    }

    /// By the names that machine images give to the device that a server starts from.
    private static boolean isRoot(String device) {
        return device.equals("/dev/sda1") || device.equals("/dev/xvda");
    }

    private Asset snapshot(Snapshot snapshot) {
        EnumMap<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
        put(facts, AssetFact.SIZE_GIB, snapshot.volumeSize());
        put(facts, AssetFact.SOURCE, snapshot.volumeId());
        put(facts, AssetFact.CREATED, snapshot.startTime());
        return asset(snapshot.snapshotId(), AssetKind.SNAPSHOT, "", facts, snapshot.tags());
    }

    private Asset address(Address address) {
        EnumMap<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
        String held = address.associationId() == null ? "" : address.associationId();
        put(
                facts,
                AssetFact.ATTACHED_TO,
                address.instanceId() == null || address.instanceId().isEmpty() ? held : address.instanceId());
        String id = address.allocationId() == null ? address.publicIp() : address.allocationId();
        return asset(id, AssetKind.ADDRESS, "", facts, address.tags());
    }

    private Asset asset(
            String id, AssetKind kind, @Nullable String type, Map<AssetFact, String> facts, List<Tag> given) {
        return entries.asset(id, kind, id, type, facts, tags(given));
    }

    private static void put(EnumMap<AssetFact, String> facts, AssetFact fact, @Nullable Object value) {
        AwsEntries.put(facts, fact, value);
    }

    private static Map<String, String> tags(List<Tag> given) {
        return AwsEntries.tags(given, Tag::key, Tag::value);
    }
}
