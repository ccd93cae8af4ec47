package dev.headroom.engine.consolidation;

import static dev.headroom.engine.consolidation.UnderusedServers.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.consolidation.IdleClusters.Cluster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdleClustersTest {
    @Test
    void serversThatAreAlikeShareAGroupWithAReadableName() {
        List<Underused> servers = invented();
        List<Cluster> clusters = IdleClusters.of(servers, 1);
        assertThat(clusters)
                .extracting(Cluster::name)
                .containsExactly(
                        "Nearly idle, steady", "Low use, quiet at weekends", "Moderate use, in bursts, memory in use");
        for (Cluster cluster : clusters) {
            assertThat(cluster.members())
                    .extracting(member -> member.server().id().charAt(0))
                    .as(cluster.name())
                    .containsOnly(cluster.members().getFirst().server().id().charAt(0))
                    .hasSize(8);
        }
        assertThat(clusters.getFirst().words()).matches("CPU 2\\.\\d %, memory 1\\d %");
    }

    @Test
    void orderAndEarlierRunsDoNotChangeTheGroups() {
        List<Underused> servers = invented();
        List<Cluster> first = IdleClusters.of(servers, 1);
        List<Underused> shuffled = new ArrayList<>(servers);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(IdleClusters.of(servers, 1)).isEqualTo(first);
        assertThat(IdleClusters.of(shuffled, 1)).isEqualTo(first);
    }

    @Test
    void serversWithoutStructureAreOneGroup() {
        Random random = new Random(9);
        List<Underused> servers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double cpu = 8 + random.nextGaussian() / 2;
            double memory = 30 + random.nextGaussian();
            double noise = random.nextGaussian() / 50;
            servers.add(server("s" + i, cpu, day -> cpu * (1.5 + noise), day -> memory));
        }
        assertThat(IdleClusters.of(servers, 1).size()).isLessThanOrEqualTo(2);
        assertThat(IdleClusters.of(List.of(), 1)).isEmpty();
        assertThat(IdleClusters.of(servers.subList(0, 1), 1)).hasSize(1);
        assertThat(IdleClusters.of(Collections.nCopies(5, servers.getFirst()), 1))
                .hasSize(1);
    }

    private static List<Underused> invented() {
        Random random = new Random(5);
        List<Underused> servers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double little = random.nextDouble();
            servers.add(server("a" + i, 2 + little / 2, day -> 3 + little, day -> 12 + 4 * little));
            servers.add(server("b" + i, 9 + little, day -> day % 7 < 5 ? 15 + little : 1, day -> 30 + little));
            servers.add(server("c" + i, 16 + little, day -> 55 + little, day -> 60 + 4 * little));
        }
        return servers;
    }
}
