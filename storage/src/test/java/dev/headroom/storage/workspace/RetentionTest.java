package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.series.Resampler;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.Password;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.cache.ComputedBy;
import dev.headroom.storage.cache.ForecastKey;
import dev.headroom.storage.cache.ForecastLedger;
import dev.headroom.storage.cache.Retention;
import dev.headroom.storage.cache.RetentionPolicy;
import dev.headroom.storage.cache.RetentionReport;
import dev.headroom.storage.ingest.IngestProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-04-11T15:30:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 24 * 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static TimeSeries hourly(String server, Statistic statistic) {
        double[] values = new Random(server.hashCode()).doubles(HOURS, 0, 100).toArray();
        values[5] = Double.NaN;
        return new TimeSeries(new SeriesKey(server, "cpu", statistic), TimeGrid.utc(START, Step.HOUR, HOURS), values);
    }

    private void fill(String... servers) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            for (String server : servers) {
                workspace.series().write(hourly(server, Statistic.MEAN), MeasureUnit.PERCENT);
            }
        }
    }

    private RetentionReport retain(String policy, RetentionPolicy.RollUp rollUp, Retention.Mode mode) throws Exception {
        return Workspace.retain(folder, null, RetentionPolicy.parse(policy, rollUp), NOW, mode);
    }

    private Optional<TimeSeries> read(String server, Statistic statistic, Step step) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).isEmpty();
            return workspace.series().read(new SeriesKey(server, "cpu", statistic), step);
        }
    }

    @Test
    void observationsAreCutToTheHourAndTheRestStays() throws Exception {
        fill("web-1");
        RetentionReport dry = retain("hourly=40d", RetentionPolicy.RollUp.NONE, Retention.Mode.DRY_RUN);
        assertThat(read("web-1", Statistic.MEAN, Step.HOUR)).contains(hourly("web-1", Statistic.MEAN));
        RetentionReport done = retain("hourly=40d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE);
        assertThat(done).isEqualTo(dry);

        Instant cutoff = Instant.parse("2026-03-02T00:00:00Z");
        int gone = (int) Duration.between(START, cutoff).toHours();
        assertThat(done.removed()).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("web-1/cpu mean PT1H");
            assertThat(one.rows()).isEqualTo(gone - 1);
            assertThat(one.first()).isEqualTo(START);
            assertThat(one.last()).isEqualTo(cutoff.minus(Duration.ofHours(1)));
            assertThat(one.bytes()).isPositive();
        });
        assertThat(read("web-1", Statistic.MEAN, Step.HOUR))
                .contains(hourly("web-1", Statistic.MEAN).slice(gone, HOURS));
        assertThat(retain("hourly=40d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE)
                        .removed())
                .isEmpty();
        try (Workspace workspace = Workspace.open(folder)) {
            List<AuditEntry> entries = workspace.audit().since(Instant.EPOCH);
            assertThat(entries.getLast().action()).isEqualTo("retained");
            assertThat(entries.getLast().subject()).isEqualTo("hourly=40d");
        }
    }

    @Test
    void aSeriesThatIsOldAsAWholeGoesAndCanComeBack() throws Exception {
        fill("web-1");
        Workspace.retain(
                folder,
                null,
                RetentionPolicy.parse("hourly=1d", RetentionPolicy.RollUp.NONE),
                NOW.plus(Duration.ofDays(3)),
                Retention.Mode.REMOVE);
        assertThat(read("web-1", Statistic.MEAN, Step.HOUR)).isEmpty();
        fill("web-1");
        assertThat(read("web-1", Statistic.MEAN, Step.HOUR)).contains(hourly("web-1", Statistic.MEAN));
    }

    @Test
    void daysOfMeansStayAsMeanAndP95AndLaterRunsAddTheDaysBetween() throws Exception {
        fill("web-1");
        assertThat(retain("hourly=60d", RetentionPolicy.RollUp.DAILY, Retention.Mode.REMOVE)
                        .removed()
                        .getFirst()
                        .rolledUp())
                .isEqualTo(2 * 40);
        retain("hourly=40d", RetentionPolicy.RollUp.DAILY, Retention.Mode.REMOVE);
        for (Statistic statistic : List.of(Statistic.MEAN, Statistic.P95)) {
            TimeSeries days = read("web-1", statistic, Step.DAY).orElseThrow();
            assertThat(days.grid().start()).isEqualTo(START);
            assertThat(days.length()).isEqualTo(60);
            assertThat(days.missing()).isZero();
        }
        // The mean of an hour says nothing about its maximum.
        assertThat(read("web-1", Statistic.MAX, Step.DAY)).isEmpty();
    }

    @Test
    void daysOfMaximaAndOfP95ComeFromTheirOwnReadings() throws Exception {
        fill("web-1");
        TimeSeries maxima = hourly("web-1", Statistic.MAX);
        TimeSeries p95 = hourly("web-1", Statistic.P95);
        p95 = new TimeSeries(
                p95.key(),
                p95.grid(),
                Arrays.stream(p95.values()).map(value -> value + 5).toArray());
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.series().write(maxima, MeasureUnit.PERCENT);
            workspace.series().write(p95, MeasureUnit.PERCENT);
        }
        retain("hourly=40d", RetentionPolicy.RollUp.DAILY, Retention.Mode.REMOVE);
        assertThat(read("web-1", Statistic.MAX, Step.DAY).orElseThrow().values()[1])
                .isEqualTo(Resampler.daily(maxima, Statistic.MAX).values()[1]);
        assertThat(read("web-1", Statistic.P95, Step.DAY).orElseThrow().values()[1])
                .isEqualTo(Resampler.daily(p95, Statistic.P95).values()[1])
                .isNotEqualTo(Resampler.daily(hourly("web-1", Statistic.MEAN), Statistic.P95)
                        .values()[1]);
    }

    @Test
    void daysThatAreThereAlreadyAreLeftAlone() throws Exception {
        fill("web-1");
        TimeSeries own = new TimeSeries(
                new SeriesKey("web-1", "cpu", Statistic.P95),
                TimeGrid.utc(START, Step.DAY, 100),
                new Random(5).doubles(100).toArray());
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.series().write(own, MeasureUnit.PERCENT);
        }
        retain("hourly=40d", RetentionPolicy.RollUp.DAILY, Retention.Mode.REMOVE);
        assertThat(read("web-1", Statistic.P95, Step.DAY)).contains(own);
        assertThat(read("web-1", Statistic.MEAN, Step.DAY)).isPresent();
    }

    @Test
    void whatIsUnderADecisionOrAPromotedModelStaysAndIsNamed() throws Exception {
        FixtureWorkspace.make(folder);
        fill("web-2", "web-3");
        RetentionReport report = retain("hourly=1d,rejects=1d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE);
        assertThat(report.spared())
                .extracting(RetentionReport.Spared::subject)
                .contains("web-1/cpu mean PT1H", "web-1/cpu p95 PT1H", "web-2/cpu mean PT1H");
        assertThat(report.spared())
                .extracting(RetentionReport.Spared::why)
                .anyMatch(why -> why.equals("the recommendation for web-2 is dismissed"));
        assertThat(report.removed())
                .extracting(RetentionReport.Removed::subject)
                .containsExactly("web-3/cpu mean PT1H");
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.decisions().append(List.of(reopened("web-1"), reopened("web-2")));
        }
        RetentionReport again = retain("hourly=1d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE);
        assertThat(again.removed()).extracting(RetentionReport.Removed::subject).containsExactly("web-2/cpu mean PT1H");
        assertThat(again.spared()).allMatch(spared -> spared.why().contains("version 1 of web-1/cpu"));
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).isEmpty();
            assertThat(workspace.decisions().entries()).hasSize(4);
            assertThat(workspace.models().versions()).hasSize(1);
            assertThat(workspace.charges().count()).isEqualTo(3);
        }
    }

    private static DecisionEvent reopened(String resource) {
        return new DecisionEvent(
                resource, "m5.large", "m5.medium", Optional.empty(), new Decision.Reopen("Later"), NOW);
    }

    @Test
    void detailsOfOldRefusedRowsGoAndTheirCountsStay() throws Exception {
        FixtureWorkspace.make(folder);
        Instant later = FixtureWorkspace.AT.plus(Duration.ofDays(91));
        RetentionReport report = Workspace.retain(
                folder,
                null,
                RetentionPolicy.parse("rejects=90d", RetentionPolicy.RollUp.NONE),
                later,
                Retention.Mode.REMOVE);
        assertThat(report.rows()).isEqualTo(1);
        try (Workspace workspace = Workspace.open(folder)) {
            var batch = workspace.batches().batches().getFirst();
            assertThat(batch.files().getFirst().rejected()).isEqualTo(1);
            assertThat(workspace
                            .batches()
                            .rejects(batch.id(), batch.files().getFirst().path().toString()))
                    .isEmpty();
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }

    private void bill(String cost, Instant now) throws Exception {
        Path file = Files.writeString(
                folder.resolve("bill.csv"),
                "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,"
                        + "BillingAccountId,ResourceId\n"
                        + cost + ",USD,2026-01-05T00:00:00Z,2026-01-06T00:00:00Z,Usage,EC2,payer,i-1\n"
                        + "2.5,USD,2026-01-07T00:00:00Z,2026-01-08T00:00:00Z,Usage,EC2,payer,i-2\n");
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.ingest().importPaths(List.of(file), IngestProgress.none(), now);
        }
    }

    @Test
    void theContentOfReplacedBillsGoesAndTheBillThatHoldsStays() throws Exception {
        Instant first = Instant.parse("2026-02-03T08:00:00Z");
        bill("1.25", first);
        bill("7.25", first.plus(Duration.ofDays(10)));
        assertThat(retain("bills=90d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE)
                        .removed())
                .isEmpty();
        RetentionReport report = retain("bills=30d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE);
        assertThat(report.removed()).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("bill of 2026-01 payer as of 2026-02-03");
            assertThat(one.rows()).isEqualTo(2);
            assertThat(one.bytes()).isPositive();
        });
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).isEmpty();
            assertThat(workspace.charges().totals(CostBasis.BILLED).get(CurrencyCode.USD))
                    .isEqualByComparingTo("9.75");
            assertThat(workspace.bills().versions())
                    .extracting(BillVersion::purged)
                    .containsExactly(true, false);
        }
        assertThat(retain("bills=30d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE)
                        .removed())
                .isEmpty();
    }

    private static ForecastKey forecast(String server, String hash) {
        return new ForecastKey(new SeriesKey(server, "cpu", Statistic.P95), Step.DAY, hash, "auto", 1, 30);
    }

    @Test
    void onlyReplacedForecastsGo() throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            for (int day = 0; day < 5; day++) {
                workspace
                        .forecasts()
                        .put(
                                forecast("web-1", "hash" + day),
                                new ForecastLedger.Stored(
                                        START.plus(Duration.ofDays(20L * day)),
                                        new byte[] {(byte) day},
                                        new ComputedBy("1", "25")));
            }
            workspace
                    .forecasts()
                    .put(
                            forecast("web-2", "only"),
                            new ForecastLedger.Stored(START, new byte[] {9}, new ComputedBy("1", "25")));
        }
        RetentionReport report = retain("forecasts=50d", RetentionPolicy.RollUp.NONE, Retention.Mode.REMOVE);
        assertThat(report.rows()).isEqualTo(3);
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.forecasts().count()).isEqualTo(3);
            assertThat(workspace.forecasts().find(forecast("web-2", "only"))).isPresent();
            assertThat(workspace.forecasts().find(forecast("web-1", "hash4"))).isPresent();
        }
    }

    @Test
    void theRoomIsGivenBackInTheClearAndEncrypted() throws Exception {
        for (boolean encrypted : new boolean[] {false, true}) {
            try (Workspace workspace = Workspace.open(folder.resolve("" + encrypted))) {
                for (int i = 0; i < 40; i++) {
                    workspace.series().write(hourly("server-" + i, Statistic.MEAN), MeasureUnit.PERCENT);
                }
            }
            try (Password password = Password.of("a long password".toCharArray())) {
                if (encrypted) {
                    Workspace.changePassword(folder.resolve("true"), null, password);
                }
                Path file = folder.resolve(encrypted + "/headroom.mv.db");
                long before = Files.size(file);
                Workspace.retain(
                        folder.resolve("" + encrypted),
                        encrypted ? password : null,
                        RetentionPolicy.parse("hourly=10d", RetentionPolicy.RollUp.NONE),
                        NOW,
                        Retention.Mode.REMOVE);
                assertThat(Files.size(file)).isLessThan(before / 2);
                try (Workspace workspace =
                        Workspace.open(folder.resolve("" + encrypted), encrypted ? password : null)) {
                    assertThat(workspace.verify().problems()).isEmpty();
                    assertThat(workspace.series().catalog()).hasSize(40);
                }
            }
        }
    }

    @Test
    void aPolicyIsReadAndNonsenseIsNamed() {
        assertThat(RetentionPolicy.parse(
                                "hourly=2y, rejects = 3w\n# remark\nforecasts=5d # why", RetentionPolicy.RollUp.NONE)
                        .text())
                .isEqualTo("forecasts=5d,hourly=730d,rejects=21d");
        for (String wrong : List.of("", "hourly", "hourly=0d", "hourly=5m", "invoices=5d", "hourly=1d,hourly=2d")) {
            assertThatThrownBy(() -> RetentionPolicy.parse(wrong, RetentionPolicy.RollUp.NONE))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
