package dev.headroom.storage.source.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

class AwsInventoryTest {
    private static final Instant STARTED = Instant.parse("2026-03-01T08:00:00Z");

    private final Properties before = new Properties();

    @BeforeEach
    void remember() {
        before.putAll(System.getProperties());
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void everyPageOfServersIsRead() throws Exception {
        try (LoopbackAws aws = new LoopbackAws()
                        .on(
                                "ec2",
                                "DescribeInstances",
                                DescribeInstancesRequest::builder,
                                (DescribeInstancesRequest request, Call call) -> {
                                    boolean first = request.nextToken() == null;
                                    return DescribeInstancesResponse.builder()
                                            .reservations(Reservation.builder()
                                                    .instances(
                                                            instance(first ? "i-1" : "i-2", "running"),
                                                            instance(first ? "i-8" : "i-9", "terminated"))
                                                    .build())
                                            .nextToken(first ? "2" : null)
                                            .build();
                                });
                AwsClients client = client(aws.endpoint())) {
            List<Server> servers = inventory(client, "111122223333").servers();
            assertThat(servers).extracting(Server::id).containsExactly("i-1", "i-2");
            Server server = servers.getFirst();
            assertThat(server.name()).isEqualTo("web 1");
            assertThat(server.environment()).isEqualTo("prod");
            assertThat(server.archetype()).isEqualTo("web");
            assertThat(server.account()).isEqualTo("111122223333");
            assertThat(server.instanceType()).contains("m6a.large");
            assertThat(server.spans().getFirst().from()).isEqualTo(STARTED);
        }
    }

    @Test
    void volumesAndAddressesSayWhatTheyHangOn() throws Exception {
        try (LoopbackAws aws = new LoopbackAws()
                        .on(
                                "ec2",
                                "DescribeVolumes",
                                DescribeVolumesRequest::builder,
                                (DescribeVolumesRequest request, Call call) -> DescribeVolumesResponse.builder()
                                        .volumes(
                                                Volume.builder()
                                                        .volumeId("vol-1")
                                                        .volumeType("gp3")
                                                        .size(100)
                                                        .iops(3000)
                                                        .throughput(125)
                                                        .state("in-use")
                                                        .multiAttachEnabled(false)
                                                        .attachments(VolumeAttachment.builder()
                                                                .instanceId("i-1")
                                                                .device("/dev/xvda")
                                                                .build())
                                                        .build(),
                                                Volume.builder()
                                                        .volumeId("vol-2")
                                                        .volumeType("gp2")
                                                        .size(8)
                                                        .state("available")
                                                        .build())
                                        .build())
                        .on(
                                "ec2",
                                "DescribeAddresses",
                                DescribeAddressesRequest::builder,
                                (DescribeAddressesRequest request, Call call) -> DescribeAddressesResponse.builder()
                                        .addresses(Address.builder()
                                                .allocationId("eipalloc-1")
                                                .build())
                                        .build());
                AwsClients client = client(aws.endpoint())) {
            AwsInventory inventory = inventory(client, "1");
            List<Asset> volumes = inventory.volumes();
            assertThat(volumes.getFirst().unattached()).contains(false);
            assertThat(volumes.getFirst().flag(AssetFact.BOOT)).contains(true);
            assertThat(volumes.getFirst().number(AssetFact.THROUGHPUT_MIBPS)).hasValue(125);
            assertThat(volumes.getLast().unattached()).contains(true);
            assertThat(volumes.getLast().flag(AssetFact.BOOT)).isEmpty();
            assertThat(inventory.addresses().getFirst().unattached()).contains(true);
        }
    }

    private static AwsInventory inventory(AwsClients client, String account) {
        return new AwsInventory(client, account, "eu-central-1", new Asking(AwsLogin.usual(), account, new Breaker()));
    }

    private static Instance instance(String id, String state) {
        return Instance.builder()
                .instanceId(id)
                .instanceType("m6a.large")
                .launchTime(STARTED)
                .state(told -> told.name(state))
                .tags(tag("Name", "web 1"), tag("Env", "prod"), tag("role", "web"))
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static AwsClients client(URI endpoint) {
        System.setProperty("aws.endpointUrl", endpoint.toString());
        return new AwsClients(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")), new CallMeter());
    }
}
