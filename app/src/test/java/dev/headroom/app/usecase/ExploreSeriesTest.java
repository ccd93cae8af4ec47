package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.quantity.ResourceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers with eight weeks of hours: one busy on Monday mornings, one that follows the other's memory.
class ExploreSeriesTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private OpenWorkspace workspace;

    @BeforeEach
    void importHours() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_mean,memory_mean\n");
        for (int hour = 0; hour < 8 * 168; hour++) {
            int load = hour % 168 == 9 ? 90 : 20 + hour / 168 + hour / 24 % 7;
            for (String server : List.of("web-1", "web-2")) {
                rows.append(MONDAY.plus(hour, ChronoUnit.HOURS))
                        .append(',')
                        .append(server)
                        .append(',')
                        .append(load)
                        .append(',')
                        .append(100 - load)
                        .append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("cpu.csv"), rows);
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
        new ImportData(workspace, CLOCK).run(List.of(file), Progress.NONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theHoursOfTheWeekComeFromTheReadings() throws Exception {
        SeriesHistory history = new ExploreSeries(workspace, Shapes.shipped())
                .run(new ExploreSeries.Request("web-1", ResourceKind.CPU));

        assertThat(history.seasons().hour(DayOfWeek.MONDAY, 9).mean()).isEqualTo(90);
        assertThat(history.seasons().hour(DayOfWeek.MONDAY, 9).count()).isEqualTo(8);
        assertThat(history.seasons().weekdays()).hasSize(7);
        assertThat(history.distribution().count()).isEqualTo(56);
        assertThat(history.decomposition().orElseThrow().seasons()).hasSize(1);
    }

    @Test
    void theResourcesOfAServerAreCorrelated() throws Exception {
        SeriesHistory history = new ExploreSeries(workspace, Shapes.shipped())
                .run(new ExploreSeries.Request("web-1", ResourceKind.MEMORY));

        assertThat(history.correlation().series()).containsExactly("CPU", "Memory");
        assertThat(history.correlation().pair(0, 1).observations()).isEqualTo(56);
    }

    @Test
    void namesAreServersOrServersWithAMetric() throws Exception {
        ExploreSeries explore = new ExploreSeries(workspace, Shapes.shipped());

        assertThat(explore.find(List.of("web-2/memory", "web-1")))
                .extracting(ExploreSeries.Request::name)
                .containsExactly("web-1/cpu", "web-1/memory", "web-2/memory");
        assertThatThrownBy(() -> explore.find(List.of("web-3"))).hasMessageContaining("web-3");
    }

    @Test
    void aResourceWithoutDaysSaysSo() {
        assertThatThrownBy(() -> new ExploreSeries(workspace, Shapes.shipped())
                        .run(new ExploreSeries.Request("web-1", ResourceKind.NETWORK)))
                .isInstanceOfSatisfying(UseCaseException.class, e -> {
                    assertThat(e.code()).isEqualTo("HR-3070");
                    assertThat(e).hasMessageContaining("Network of web-1");
                });
    }

    @Test
    void theFleetHasItsArchetypesAndTheirMeans() throws Exception {
        FleetExploration fleet = new ExploreFleet(workspace, Shapes.shipped()).run(ResourceKind.CPU, Progress.NONE);

        assertThat(fleet.members()).hasSize(2);
        assertThat(fleet.archetypes()).singleElement().satisfies(group -> {
            assertThat(group.group()).isEqualTo(FleetExploration.NO_ARCHETYPE);
            assertThat(group.members()).isEqualTo(2);
            assertThat(group.middle().mean())
                    .isEqualTo(fleet.members().getFirst().figures().mean());
        });
        assertThat(Objects.requireNonNull(fleet.archetypeMeans().get(FleetExploration.NO_ARCHETYPE))
                        .values())
                .containsExactly(fleet.members().getFirst().recent().values());
        assertThat(fleet.within(server -> server.id().equals("web-2")).members())
                .hasSize(1);
    }

    @Test
    void readingTheFleetCanBeStopped() {
        Progress stopped = new Progress() {
            @Override
            public void report(String what, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> new ExploreFleet(workspace, Shapes.shipped()).run(ResourceKind.CPU, stopped))
                .isInstanceOfSatisfying(
                        UseCaseException.class, e -> assertThat(e.kind()).isEqualTo(UseCaseException.Kind.CANCELLED));
    }
}
