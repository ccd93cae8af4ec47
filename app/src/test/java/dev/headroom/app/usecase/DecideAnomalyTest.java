package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.anomaly.Expectation;
import dev.headroom.engine.anomaly.Feedback;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideAnomalyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-02T09:00:00.123Z"), ZoneOffset.UTC);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 29);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 29);

    @TempDir
    Path folder;

    private static FleetAnomalies watch(OpenWorkspace workspace) throws UseCaseException {
        return new WatchAnomalies(workspace).run(WatchAnomalies.Request.usual(), Progress.NONE);
    }

    private static FoundAnomaly on(FleetAnomalies all, LocalDate day) {
        return all.found().stream()
                .filter(anomaly -> anomaly.startDay().equals(day))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing on " + day + " in "
                        + all.found().stream().map(FoundAnomaly::startDay).toList()));
    }

    private static WatchedBill monthEndRuns(double second) {
        return new WatchedBill().times(1.8, "S3", "prod", MAY, MAY).times(second, "S3", "prod", JUNE, JUNE);
    }

    @Test
    void anAcceptedMonthEndRunNoLongerAlertsAndTheFirstOneStaysAsItWas() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            monthEndRuns(1.9).importTo(workspace, folder, JUNE.plusDays(3));
            FleetAnomalies before = watch(workspace);
            FoundAnomaly may = on(before, MAY);
            assertThat(before.standing(on(before, JUNE)).isOpen()).isTrue();
            assertThat(Expectation.suggested(may.episode())).isEqualTo(Expectation.Pattern.MONTH_END);

            new DecideAnomaly(workspace, CLOCK).expect(List.of(may), Optional.empty(), "monthly run");

            FleetAnomalies after = watch(workspace);
            assertThat(after.found())
                    .extracting(FoundAnomaly::id)
                    .isEqualTo(before.found().stream().map(FoundAnomaly::id).toList());
            assertThat(after.standing(on(after, MAY)))
                    .isEqualTo(new AnomalyStanding(AnomalyStanding.Status.EXPECTED, "monthly run"));
            AnomalyStanding june = after.standing(on(after, JUNE));
            assertThat(june.status()).isEqualTo(AnomalyStanding.Status.EXPECTED);
            assertThat(june.reason())
                    .startsWith("A rise of up to ")
                    .endsWith("that begins on the last three days of a month after 2026-05-29 does not alert.");
        }
    }

    @Test
    void aMuchLargerRunAlertsAgainAndNothingIsLearntBackwards() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            monthEndRuns(4).importTo(workspace, folder, JUNE.plusDays(3));
            FleetAnomalies before = watch(workspace);
            DecideAnomaly deciding = new DecideAnomaly(workspace, CLOCK);

            deciding.expect(List.of(on(before, MAY)), Optional.empty(), "monthly run");
            assertThat(watch(workspace).standing(on(before, JUNE)).isOpen()).isTrue();

            deciding.reopen(List.of(on(before, MAY)), "");
            deciding.expect(List.of(on(before, JUNE)), Optional.of(Expectation.Pattern.MONTH_END), "June only");
            assertThat(watch(workspace).standing(on(before, MAY)).status())
                    .isNotEqualTo(AnomalyStanding.Status.EXPECTED);
        }
    }

    @Test
    void aLevelAfterAStepNoLongerAlertsAndAFurtherStepDoes() throws Exception {
        LocalDate step = LocalDate.of(2026, 5, 12);
        WatchedBill bill = new WatchedBill()
                .times(2, "RDS", "prod", step, step.plusDays(90))
                .times(1.15, "RDS", "prod", step.plusDays(40), step.plusDays(40))
                .times(2, "RDS", "prod", step.plusDays(60), step.plusDays(60));
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            bill.importTo(workspace, folder, step.plusDays(70));
            FleetAnomalies all = watch(workspace);

            AnomalyFeedback feedback = new DecideAnomaly(workspace, CLOCK)
                    .expect(List.of(on(all, step)), Optional.empty(), "twice the customers");

            FleetAnomalies after = all.with(feedback);
            assertThat(feedback.lessons().getFirst().sentence()).contains("A rise to no more than ");
            assertThat(after.standing(on(all, step.plusDays(40))).status()).isEqualTo(AnomalyStanding.Status.EXPECTED);
            assertThat(after.standing(on(all, step.plusDays(60))).isOpen()).isTrue();
        }
    }

    @Test
    void aKnownEventIsSuppressedInItsScopeAndCanBeLifted() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            monthEndRuns(1.9).importTo(workspace, folder, JUNE.plusDays(3));
            FleetAnomalies all = watch(workspace);
            DecideAnomaly deciding = new DecideAnomaly(workspace, CLOCK);
            WatchScope service = WatchScope.parse("service:S3").orElseThrow();

            AnomalyFeedback other =
                    deciding.suppress(WatchScope.parse("service:EC2").orElseThrow(), JUNE, JUNE, "sale");
            assertThat(all.with(other).standing(on(all, JUNE)).isOpen()).isTrue();
            AnomalyFeedback known = deciding.suppress(service, JUNE.minusDays(2), JUNE, "sale");
            assertThat(all.with(known).standing(on(all, JUNE)))
                    .isEqualTo(new AnomalyStanding(AnomalyStanding.Status.SUPPRESSED, "sale"));
            AnomalyFeedback lifted = deciding.lift(service, JUNE.minusDays(2), JUNE);
            assertThat(all.with(lifted).standing(on(all, JUNE)).isOpen()).isTrue();
            assertThatThrownBy(() -> deciding.lift(service, JUNE, JUNE)).hasMessageContaining("no known event");
            assertThatThrownBy(() -> deciding.suppress(service, JUNE, MAY, "sale"))
                    .hasMessageContaining("before it begins");
            assertThatThrownBy(() -> deciding.suppress(service, MAY, JUNE, " ")).hasMessageContaining("reason");
            assertThat(deciding.log())
                    .extracting(entry -> entry.event().feedback().word().word())
                    .containsExactly("suppress", "suppress", "lift");
        }
    }

    @Test
    void aRetractionLeavesItAsIfNothingHadBeenSaid() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            monthEndRuns(1.9).importTo(workspace, folder, JUNE.plusDays(3));
            FleetAnomalies all = watch(workspace);
            FoundAnomaly may = on(all, MAY);
            DecideAnomaly deciding = new DecideAnomaly(workspace, CLOCK);

            assertThat(all.with(deciding.acknowledge(List.of(may), "seen")).standing(may))
                    .isEqualTo(new AnomalyStanding(AnomalyStanding.Status.ACKNOWLEDGED, "seen"));
            assertThat(all.with(deciding.say(List.of(new DecideAnomaly.Saying.About(may, new Feedback.Retract()))))
                            .standing(may)
                            .status())
                    .isEqualTo(AnomalyStanding.Status.PAST);
            assertThat(all.with(deciding.reopen(List.of(may), "")).standing(may).isOpen())
                    .isTrue();
        }
    }

    @Test
    void whatIsOverForThirtyDaysIsPast() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            monthEndRuns(1.9).importTo(workspace, folder, JUNE.plusDays(3));
            FleetAnomalies all = watch(workspace);
            assertThat(all.standing(on(all, MAY)).status()).isEqualTo(AnomalyStanding.Status.PAST);
        }
    }
}
