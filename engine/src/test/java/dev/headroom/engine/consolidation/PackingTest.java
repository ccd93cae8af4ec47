package dev.headroom.engine.consolidation;

import static dev.headroom.engine.consolidation.UnderusedServers.flat;
import static dev.headroom.engine.consolidation.UnderusedServers.server;
import static dev.headroom.engine.consolidation.UnderusedServers.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.consolidation.Packing.Machine;
import dev.headroom.engine.consolidation.Packing.Plan;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.SizingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final SizingPolicy POLICY = SizingPolicy.standard();
    private static final List<InstanceShape> TYPES = List.of(
            shape("m5.large", 2, 8, "0.096"), shape("m5.xlarge", 4, 16, "0.192"), shape("m5.2xlarge", 8, 32, "0.384"));

    @Test
    void fourQuietServersFitOnOneMachine() {
        // Each needs 0.4 processors and 2.4 GiB; 70 / 1.2 = 58 % of 4 processors and 75 % of 16 GiB may be filled.
        Plan plan = plan(List.of(flat("a", 10, 15), flat("b", 10, 15), flat("c", 10, 15), flat("d", 10, 15)), 8);
        assertThat(plan.machines()).hasSize(1);
        Machine machine = plan.machines().getFirst();
        assertThat(machine.shape().instanceType()).isEqualTo("m5.xlarge");
        assertThat(machine.cpuPeakPercent()).isCloseTo(40, within(1e-9));
        assertThat(machine.memoryPeakPercent()).isCloseTo(60, within(1e-9));
        assertThat(plan.month().amount()).isEqualByComparingTo("140.16");
        assertThat(plan.lowerBound()).isLessThanOrEqualTo(plan.month());
    }

    @Test
    void peaksThatDoNotCoincideShareAMachine() {
        Underused even = server("even", 20, day -> day % 2 == 0 ? 50 : 2, day -> 20);
        Underused odd = server("odd", 20, day -> day % 2 == 1 ? 50 : 2, day -> 20);
        assertThat(plan(List.of(even, odd), 8).machines()).hasSize(1);
        Underused alsoEven = server("also-even", 20, day -> day % 2 == 0 ? 50 : 2, day -> 20);
        assertThat(plan(List.of(even, alsoEven), 8, TYPES.subList(0, 2)).machines())
                .as("100 % of 4 processors on even days")
                .hasSize(2);
    }

    @Test
    void noMachineTakesMoreServersThanAllowed() {
        List<Underused> servers = List.of(flat("a", 2, 5), flat("b", 2, 5), flat("c", 2, 5), flat("d", 2, 5));
        assertThat(plan(servers, 2).machines())
                .hasSize(2)
                .allMatch(machine -> machine.servers().size() == 2);
    }

    @Test
    void missingDaysCountAsTheHighestOne() {
        Underused gaps = server("gaps", 20, day -> day == 3 ? 50 : day > 20 ? Double.NaN : 2, day -> 20);
        Underused later = server("later", 20, day -> day > 20 ? 50 : 2, day -> 20);
        assertThat(plan(List.of(gaps, later), 8, TYPES.subList(0, 2)).machines())
                .as("nobody knows that the first one was quiet then")
                .hasSize(2);
    }

    @Test
    void memoryThatIsNotMeasuredIsTakenToBeInUse() {
        Underused unknown = new Underused(
                flat("x", 5, 10).server(),
                shape("m5.xlarge", 4, 16, "0.192"),
                Map.of(
                        ResourceKind.CPU,
                        Objects.requireNonNull(flat("x", 5, 10).daily().get(ResourceKind.CPU))),
                5);
        assertThat(Packing.of(List.of(unknown, unknown), TYPES.subList(0, 2), POLICY, 8))
                .as("16 GiB with headroom fit on no machine of 16 GiB")
                .isEmpty();
    }

    @Test
    void everyDayOfEveryMachineStaysUnderTheCeilingsAndTheBoundIsOne() {
        Random random = new Random(12);
        for (int run = 0; run < 20; run++) {
            List<Underused> servers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                double cpu = 3 + 25 * random.nextDouble();
                double memory = 5 + 40 * random.nextDouble();
                int phase = random.nextInt(7);
                servers.add(server("s" + i, cpu, day -> cpu * (day % 7 == phase ? 1.6 : 1), day -> memory));
            }
            Plan plan = plan(servers, 8);
            assertThat(plan.machines().stream().flatMap(machine -> machine.servers().stream()))
                    .containsExactlyInAnyOrderElementsOf(servers);
            assertThat(plan.lowerBound()).isLessThanOrEqualTo(plan.month());
            for (Machine machine : plan.machines()) {
                for (int day = 0; day < UnderusedServers.DAYS; day++) {
                    double cpu = 0;
                    for (Underused server : machine.servers()) {
                        cpu += 0.04
                                * Objects.requireNonNull(server.daily().get(ResourceKind.CPU))
                                        .value(day);
                    }
                    assertThat(1.2 * cpu / machine.shape().vcpu()).isLessThanOrEqualTo(0.70 + 1e-9);
                }
            }
        }
    }

    private static Plan plan(List<Underused> servers, int most) {
        return plan(servers, most, TYPES);
    }

    private static Plan plan(List<Underused> servers, int most, List<InstanceShape> types) {
        return Packing.of(servers, types, POLICY, most).orElseThrow();
    }
}
