package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    private static final String PROVIDER = "AWS";
    private static final int PAGE = 500;
    private static final List<String> ENVIRONMENT = List.of("environment", "env", "stage");
    private static final List<String> ARCHETYPE = List.of("archetype", "role", "component");

    private final Ec2Client ec2;
    private final String account;
    private final String region;
    private final Asking asking;

    AwsInventory(Ec2Client ec2, String account, String region, Asking asking) {
        this.ec2 = ec2;
        this.account = account;
        this.region = region;
        this.asking = asking;
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
                tags.getOrDefault("Name", instance.instanceId()),
                PROVIDER,
                account,
                region,
                tag(tags, ENVIRONMENT),
                tag(tags, ARCHETYPE),
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
        Map<String, String> tags = tags(given);
        return new Asset(
                id,
                kind,
                tags.getOrDefault("Name", id),
                PROVIDER,
                account,
                region,
                tag(tags, ENVIRONMENT),
                type == null ? "" : type,
                facts,
                tags);
    }

    private static void put(EnumMap<AssetFact, String> facts, AssetFact fact, @Nullable Object value) {
        if (value != null) {
            facts.put(fact, value.toString());
        }
    }

    private static Map<String, String> tags(List<Tag> given) {
        Map<String, String> tags = new TreeMap<>();
        given.forEach(tag -> tags.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return tags;
    }

    /// The value of the first of the names that a tag has, in any case.
    private static String tag(Map<String, String> tags, List<String> names) {
        for (String name : names) {
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                if (tag.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                    return tag.getValue();
                }
            }
        }
        return "";
    }
}
