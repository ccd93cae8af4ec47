package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.anomaly.Direction;
import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.EpisodeKind;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.anomaly.Urgency;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchAnomaliesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    @TempDir
    Path folder;

    private List<FoundAnomaly> watch(OpenWorkspace workspace) throws UseCaseException {
        return new WatchAnomalies(workspace)
                .run(WatchAnomalies.Request.usual(), Progress.NONE)
                .found();
    }

    private static List<FoundAnomaly> since(List<FoundAnomaly> found, LocalDate day) {
        return found.stream()
                .filter(anomaly -> !anomaly.startDay().isBefore(day))
                .toList();
    }

    @Test
    void aQuarterMoreOfOneServiceIsAlertedOnTheDayItArrives() throws Exception {
        WatchedBill bill = new WatchedBill().times(1.25, "S3", "prod", DAY, DAY).times(1.25, "S3", "dev", DAY, DAY);
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            bill.importTo(workspace, folder, DAY.minusDays(1));
            assertThat(since(watch(workspace), DAY.minusDays(3))).isEmpty();
            bill.importTo(workspace, folder, DAY);

            FoundAnomaly found = since(watch(workspace), DAY).getFirst();

            assertThat(found.subject().title()).isEqualTo("S3");
            assertThat(found.startDay()).isEqualTo(DAY);
            assertThat(found.episode().kind()).isEqualTo(EpisodeKind.SPIKE);
            assertThat(found.episode().direction()).isEqualTo(Direction.UP);
            assertThat(found.episode().state()).isEqualTo(Episode.State.OPEN);
            assertThat(found.episode().impact()).isCloseTo(50, within(12.0));
            assertThat(found.episode().relative().orElseThrow()).isCloseTo(0.25, within(0.06));
        }
    }

    @Test
    void theRootCauseAddsUpAndNamesTheAccount() throws Exception {
        WatchedBill bill = new WatchedBill()
                .times(2, "EC2", "prod", DAY, DAY.plusDays(1))
                .times(0.7, "RDS", "prod", DAY, DAY.plusDays(1));
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            bill.importTo(workspace, folder, DAY.plusDays(20));

            List<FoundAnomaly> found = since(watch(workspace), DAY);

            FoundAnomaly rise = found.stream()
                    .filter(anomaly -> anomaly.episode().direction() == Direction.UP)
                    .findFirst()
                    .orElseThrow();
            assertThat(rise.subject().title()).isEqualTo("EC2, prod");
            assertThat(rise.urgency()).isEqualTo(Urgency.CRITICAL);
            assertThat(rise.episode().state()).isEqualTo(Episode.State.RECOVERED);
            assertThat(rise.last()).isEqualTo(WatchAnomalies.start(DAY.plusDays(1)));
            assertThat(rise.together().stream().map(FoundAnomaly.Companion::title))
                    .contains("EC2", "All services");
            assertThat(rise.causes().stream()
                            .mapToDouble(RootCause.Share::share)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(found.stream().map(anomaly -> anomaly.subject().title())).contains("RDS, prod");
        }
    }

    @Test
    void billsThatStopArrivingAreMissingAndNotADip() throws Exception {
        WatchedBill bill = new WatchedBill();
        for (String service : List.of("EC2", "S3", "RDS")) {
            for (String account : List.of("prod", "dev")) {
                bill.times(0, service, account, DAY, DAY.plusDays(4));
            }
        }
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            bill.importTo(workspace, folder, DAY.plusDays(20));

            List<FoundAnomaly> found = since(watch(workspace), DAY);

            assertThat(found).hasSize(1);
            assertThat(found.getFirst().episode().kind()).isEqualTo(EpisodeKind.MISSING);
            assertThat(found.getFirst().startDay()).isEqualTo(DAY.plusDays(2));
            assertThat(found.getFirst().subject().title()).isEqualTo("All services");
        }
    }

    @Test
    void anIncompleteLastDayIsNotADip() throws Exception {
        WatchedBill bill = new WatchedBill()
                .times(0, "S3", "prod", DAY, DAY)
                .times(0, "S3", "dev", DAY, DAY)
                .times(0.2, "EC2", "prod", DAY, DAY);
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            bill.importTo(workspace, folder, DAY);

            FleetAnomalies all = new WatchAnomalies(workspace).run(WatchAnomalies.Request.usual(), Progress.NONE);

            assertThat(all.incomplete()).isEqualTo(1);
            assertThat(since(all.found(), DAY)).isEmpty();
        }
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            assertThatThrownBy(() -> watch(workspace))
                    .isInstanceOf(UseCaseException.class)
                    .hasMessageContaining("import some first");
        }
    }
}
