package dev.headroom.storage.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestPipeline;
import dev.headroom.storage.ingest.IngestProgress;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecisionLogTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:14:00.123Z");
    private static final DecisionEvent ACCEPTED = event("db-1", "m5.xlarge", "140.160", new Decision.Accept());
    private static final DecisionEvent DISMISSED =
            event("db-2", "m5.large", "-70.08", new Decision.Dismiss("Licence; needs \"8\" cores, sünce März"));
    private static final DecisionEvent SNOOZED = new DecisionEvent(
            "db-3",
            "m5.large",
            DecisionEvent.STOP,
            Optional.empty(),
            new Decision.Snooze(LocalDate.of(2027, 1, 1)),
            AT);

    private static final Map<CurrencyCode, BigDecimal> BILLED =
            Map.of(CurrencyCode.USD, new BigDecimal("12.345678901"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static DecisionEvent event(String resource, String to, String saving, Decision decision) {
        return new DecisionEvent(resource, "m5.2xlarge", to, Optional.of(Money.of(saving, "USD")), decision, AT);
    }

    private void fill() throws Exception {
        try (Cache cache = Cache.open(folder)) {
            cache.decisions().append(List.of(ACCEPTED, DISMISSED, SNOOZED));
            cache.decisions().append(List.of(event("db-1", "m5.xlarge", "140.160", new Decision.Reopen("Undone"))));
        }
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
            statement.execute("SHUTDOWN");
        }
    }

    private Path bill() throws Exception {
        return Files.writeString(
                folder.resolve("bill.csv"),
                "BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,"
                        + "ServiceName,SubAccountId,ResourceId,Tags,x_Other\n"
                        + "12.345678901,1,2,USD,2024-01-01T00:00:00Z,2024-01-02T00:00:00Z,Usage,EC2,acct,db-1,,x\n");
    }

    private List<String> problems() throws Exception {
        try (Cache cache = Cache.open(folder)) {
            return cache.verify().problems();
        }
    }

    @Test
    void decisionsAreKeptExactlyAndInOrder() throws Exception {
        fill();
        try (Cache cache = Cache.open(folder)) {
            List<DecisionEntry> entries = cache.decisions().entries();
            assertThat(entries).extracting(DecisionEntry::number).containsExactly(1L, 2L, 3L, 4L);
            assertThat(entries.subList(0, 3))
                    .extracting(DecisionEntry::event)
                    .containsExactly(ACCEPTED, DISMISSED, SNOOZED);
            assertThat(entries).extracting(DecisionEntry::hash).doesNotHaveDuplicates();
            assertThat(cache.decisions().latest())
                    .extracting(DecisionEntry::number)
                    .containsExactlyInAnyOrder(2L, 3L, 4L);
            assertThat(cache.verify().isSound()).isTrue();
            assertThat(cache.verify().decisions()).isEqualTo(4);
        }
    }

    @Test
    void aChangedFieldIsFoundAndTheFirstBrokenEntryIsNamed() throws Exception {
        for (String change : List.of(
                "reason = 'Of course'",
                "saving = '-70.080'",
                "decided_at = decided_at + 1",
                "decision = 'reopened'",
                "to_type = 'm5.larg', saving = 'e' || saving")) {
            folder = folder.resolve("next");
            Files.createDirectories(folder);
            fill();
            sql(
                    "UPDATE decision SET " + change + " WHERE number = 2",
                    "UPDATE decision SET reason='' WHERE number = 4");
            assertThat(problems())
                    .as(change)
                    .containsExactly("The decision 2 about db-2 was changed after it was written.");
        }
    }

    @Test
    void aRemovedEntryIsFound() throws Exception {
        fill();
        sql("DELETE FROM decision WHERE number = 2");
        assertThat(problems()).containsExactly("The decision 2 is missing from the log.");
    }

    @Test
    void anEntryWithANewHashOfItsOwnStillBreaksTheChain() throws Exception {
        fill();
        DecisionRow forged = DecisionRow.of(1, event("db-1", "m5.xlarge", "999", new Decision.Accept()));
        sql("UPDATE decision SET saving = '999', hash = '" + forged.hashAfter(DecisionRow.NO_HASH)
                + "' WHERE number = 1");
        assertThat(problems()).containsExactly("The decision 2 about db-2 was changed after it was written.");
    }

    @Test
    void anUnreadableEntryIsRefusedWithItsNumber() throws Exception {
        fill();
        sql("UPDATE decision SET decision = 'postponed' WHERE number = 3");
        try (Cache cache = Cache.open(folder)) {
            assertThatThrownBy(() -> cache.decisions().entries())
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("decision 3 about db-3");
        }
    }

    @Test
    void eachKindOfAdviceAboutAResourceHasALastDecisionOfItsOwn() throws Exception {
        DecisionEvent schedule = other(AdviceKind.SCHEDULE, "off 60 hours a week", new Decision.Accept());
        DecisionEvent volume = other(AdviceKind.WASTE, "gp2 volume", new Decision.Done());
        DecisionEvent unused = other(AdviceKind.WASTE, "storage without server", new Decision.Dismiss("Archive"));
        fill();
        try (Cache cache = Cache.open(folder)) {
            cache.decisions().append(List.of(schedule, volume, unused));
            assertThat(cache.decisions().latest())
                    .extracting(DecisionEntry::event)
                    .contains(schedule, volume, unused)
                    .hasSize(6);
            assertThat(cache.decisions().entries().getLast().event()).isEqualTo(unused);
        }
        assertThat(problems()).isEmpty();
    }

    @Test
    void aChangedKindIsFound() throws Exception {
        fill();
        sql("UPDATE decision SET kind = 'schedule' WHERE number = 2");
        assertThat(problems()).anyMatch(problem -> problem.contains("decision 2 about db-2 was changed"));
    }

    private static DecisionEvent other(AdviceKind kind, String target, Decision decision) {
        return new DecisionEvent(kind, "db-1", "", target, Optional.empty(), decision, AT);
    }

    @Test
    void aWorkspaceOfTheFirstFormatIsBroughtUpToDateAndLosesNothing() throws Exception {
        TimeSeries noise = new TimeSeries(
                new SeriesKey("db-1", "cpu", Statistic.MEAN),
                TimeGrid.utc(Instant.parse("2024-01-01T00:00:00Z"), Step.HOUR, 5_000),
                new Random(1).doubles(5_000).toArray());
        Server server = new Server(
                "db-1",
                "db-1",
                "aws",
                "prod",
                "us-east-1",
                "production",
                "database",
                List.of(new InstanceSpan(Instant.parse("2023-01-01T00:00:00Z"), "m5.2xlarge")),
                Map.of("team", "orders"));
        ForecastKey key = new ForecastKey(noise.key(), Step.HOUR, "ab".repeat(32), "auto", 42, 24);
        try (Database first = Database.open("file:" + folder.resolve("headroom"), Database.Existence.CREATED)) {
            Migrations.apply(first, 1);
            new SeriesCache(first).write(noise, MeasureUnit.PERCENT);
            new Inventory(first).put(List.of(server));
        }
        // As a program of the first format wrote it: bill rows one by one, and the forecast with fewer columns.
        sql(
                "INSERT INTO batch(id, loaded_at) VALUES('first', " + AT.toEpochMilli() + ")",
                "INSERT INTO batch_file(batch, path, format, content_hash, data_rows, accepted) VALUES(1,"
                        + " 'bill.csv', 'focus-1.0', '', 1, 1)",
                "INSERT INTO charge(file, start_at, end_at, provider, billing_account, sub_account, service,"
                        + " service_category, region, resource, usage_type, description, category, correction,"
                        + " commitment, billed, effective, list, currency, unit, tags) VALUES(1, 1704067200000,"
                        + " 1704153600000, '', '', 'acct', 'EC2', '', '', 'db-1', '', '', 'USAGE', FALSE, '',"
                        + " '12.345678901', '1', '2', 'USD', '', '')",
                "INSERT INTO forecast(resource, metric, statistic, step, data_hash, spec, seed, horizon, as_of, content)"
                        + " VALUES('db-1', 'cpu', 'mean', '" + Step.HOUR.code() + "', '" + key.dataHash()
                        + "', 'auto', 42, 24, "
                        + AT.toEpochMilli() + ", X'010203')");
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.verify().schemaVersion()).isEqualTo(Migrations.current());
            assertThat(cache.verify().problems()).isEmpty();
            assertThat(cache.series().read(noise.key(), Step.HOUR)).contains(noise);
            assertThat(cache.inventory().servers()).containsExactly(server);
            assertThat(cache.charges().totals(CostBasis.BILLED)).containsExactlyEntriesOf(BILLED);
            assertThat(cache.batches().batches()).hasSize(1);
            assertThat(cache.forecasts().find(key).orElseThrow().content()).containsExactly(1, 2, 3);
            assertThat(cache.forecasts().find(key).orElseThrow().computedBy()).isEqualTo(ComputedBy.UNKNOWN);
            assertThat(cache.models().versions()).isEmpty();
            assertThat(cache.decisions().entries()).isEmpty();
            cache.decisions().append(List.of(ACCEPTED));
            FileReport again = new IngestPipeline(cache.ingestStore())
                    .importPaths(List.of(bill()), IngestProgress.none(), AT)
                    .files()
                    .getFirst();
            assertThat(again.accepted()).isEqualTo(1);
            assertThat(again.notes().getFirst()).startsWith("Replaces the bill of 2024-01");
            assertThat(cache.charges().totals(CostBasis.BILLED)).containsExactlyEntriesOf(BILLED);
        }
        try (Cache cache = Cache.open(folder)) {
            assertThat(cache.decisions().entries()).hasSize(1);
            assertThat(cache.verify().isSound()).isTrue();
        }
    }
}
