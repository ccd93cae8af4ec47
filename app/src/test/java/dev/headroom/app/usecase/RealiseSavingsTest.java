package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.rightsizing.RealisedSaving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that costs 8 USD a day at list prices and 6 in the end, and half of both from the change on.
class RealiseSavingsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int CHANGED = 60;
    private static final int DAYS = 91;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void theBillsAfterTheChangeAreHeldAgainstAForecastFromBeforeIt() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            load(open, 0.5);
            decide(open, "i-1", "m5.large", new Decision.Done(), CHANGED);
            RealiseSavings.Realised found = only(open);
            assertThat(found.changed()).isEqualTo(FIRST.plusDays(CHANGED));
            RealisedSaving gross = found.gross().orElseThrow();
            assertThat(gross.days()).as("the day of the change is left out").isEqualTo(30);
            assertThat(gross.saving()).isCloseTo(4 * 30, within(3.0));
            assertThat(found.net().orElseThrow().saving()).isCloseTo(3 * 30, within(3.0));
            assertThat(gross.proven()).isTrue();
            assertThat(gross.low80()).isLessThan(gross.saving());
            assertThat(gross.high80()).isGreaterThan(gross.saving());
            Map<String, Object> row = new RealisedTable(List.of(found)).rows().getFirst();
            assertThat(row)
                    .containsEntry("days", 30)
                    .containsEntry("expected", "98.63")
                    .containsEntry("currency", "USD");
        }
    }

    @Test
    void aChangeThatSavedNothingSaysSo() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            load(open, 1);
            decide(open, "i-1", "m5.large", new Decision.Done(), CHANGED);
            RealisedSaving gross = only(open).gross().orElseThrow();
            assertThat(gross.saving()).isCloseTo(0, within(3.0));
            assertThat(gross.proven()).isFalse();
        }
    }

    @Test
    void aStoppedServerSavesUpToTheLastBillOfAnybody() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            load(open, 0);
            decide(open, "i-1", DecisionEvent.STOP, new Decision.Done(), CHANGED);
            RealisedSaving net = only(open).net().orElseThrow();
            assertThat(net.days()).isEqualTo(30);
            assertThat(net.saving()).isCloseTo(6 * 30, within(5.0));
        }
    }

    @Test
    void whatCannotBeComparedSaysWhy() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            load(open, 0.5);
            decide(open, "i-1", "m5.large", new Decision.Done(), 5);
            assertThat(only(open).note()).isEqualTo("fewer than 14 days are billed before the change");
            decide(open, "i-1", "m5.large", new Decision.Done(), DAYS + 3);
            assertThat(only(open).note()).isEqualTo("no day after the change is billed yet");
            decide(open, "i-1", "m5.large", new Decision.Dismiss("kept"), 3);
            assertThat(new RealiseSavings(open, CLOCK).run(Progress.NONE)).isEmpty();
            decide(open, "elsewhere", "m5.large", new Decision.Done(), CHANGED);
            assertThat(only(open).note()).isEqualTo("no bill names it");
            assertThat(new RealisedTable(List.of(only(open))).rows().getFirst()).doesNotContainKey("gross");
        }
    }

    @Test
    void whatIsDeletedSavesUpToTheLastBillAndAScheduleWhatItsBillsShow() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            load(open, 0);
            decide(open, AdviceKind.WASTE, "i-1", "idle load balancer", new Decision.Done(), CHANGED);
            assertThat(only(open).net().orElseThrow().saving()).isCloseTo(6 * 30, within(5.0));
            decide(open, AdviceKind.SCHEDULE, "i-1", "off 60 hours a week", new Decision.Done(), CHANGED);
            List<RealiseSavings.Realised> all = new RealiseSavings(open, CLOCK).run(Progress.NONE);
            assertThat(all).as("each kind stands for itself").hasSize(2);
            assertThat(all.stream()
                            .filter(one -> one.event().kind() == AdviceKind.SCHEDULE)
                            .findFirst()
                            .orElseThrow()
                            .note())
                    .as("a server that is only off at night is still billed")
                    .isEqualTo("no day after the change is billed yet");
        }
    }

    private static RealiseSavings.Realised only(OpenWorkspace open) throws Exception {
        List<RealiseSavings.Realised> all = new RealiseSavings(open, CLOCK).run(Progress.NONE);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void decide(OpenWorkspace open, String resource, String type, Decision decision, int day)
            throws Exception {
        decide(open, AdviceKind.RIGHTSIZING, resource, type, decision, day);
    }

    private static void decide(
            OpenWorkspace open, AdviceKind kind, String resource, String type, Decision decision, int day)
            throws Exception {
        open.storage()
                .decisions()
                .append(List.of(new DecisionEvent(
                        kind,
                        resource,
                        "m5.xlarge",
                        type,
                        Optional.of(Money.of("100", "USD")),
                        decision,
                        FIRST.plusDays(day).atTime(10, 0).toInstant(ZoneOffset.UTC))));
    }

    /// @param left the share of the cost after the change; without charges when it is 0
    private void load(OpenWorkspace open, double left) throws Exception {
        StringBuilder rows = new StringBuilder("ProviderName,BilledCost,EffectiveCost,ListCost,BillingCurrency,"
                + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ResourceId\n");
        for (int day = 0; day < DAYS; day++) {
            double share = day < CHANGED ? 1 : left;
            // A little noise that does not repeat: 1 %.
            double noise = 1 + 0.01 * Math.sin(12.9898 * day * day);
            rows.append(line(day, "other", 1));
            if (share > 0) {
                rows.append(line(day, "i-1", share * noise));
            }
        }
        Path file = Files.writeString(folder.resolve("bill.csv"), rows);
        ImportReport report = new ImportData(open, CLOCK).run(List.of(file), Progress.NONE);
        assertThat(report.files().getFirst().rejected()).isZero();
    }

    private static String line(int day, String resource, double share) {
        LocalDate date = FIRST.plusDays(day);
        return String.format(
                Locale.ROOT,
                "AWS,%.4f,%.4f,%.4f,USD,%sT00:00:00Z,%sT00:00:00Z,Usage,EC2,%s%n",
                6 * share,
                6 * share,
                8 * share,
                date,
                date.plusDays(1),
                resource);
    }
}
