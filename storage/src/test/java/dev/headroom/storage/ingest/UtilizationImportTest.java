package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.Cache;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.SourceFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UtilizationImportTest {
    private static final double GAP = Double.NaN;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private TimeSeries series(String resource, String metric, Statistic statistic, Step step) {
        return desk.workspace()
                .series()
                .read(new SeriesKey(resource, metric, statistic), step)
                .orElseThrow();
    }

    private double[] cpu(String resource) {
        return series(resource, "cpu", Statistic.MEAN, Step.HOUR).values();
    }

    @Test
    void aWideHourlyFileBecomesOneSeriesForEachColumn() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean,cpu_p95,memory_mean,memory_p95,disk_io_mean,disk_io_p95,network_mean,network_p95",
                "2026-01-01T00:00:00Z,web-1,10.5,20.25,30,40,1.5,2,100,200",
                "2026-01-01T01:00:00Z,web-1,11.5,21.25,31,41,1.6,2.1,101,201",
                "2026-01-01T00:00:00Z,web-2,12,22,32,42,1.7,2.2,102,");
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.UTILIZATION);
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.first()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(report.last()).contains(Instant.parse("2026-01-01T01:00:00Z"));
        assertThat(report.billed()).isEmpty();
        assertThat(cpu("web-1")).containsExactly(10.5, 11.5);
        assertThat(series("web-1", "network", Statistic.P95, Step.HOUR).values())
                .containsExactly(200, 201);
        assertThat(desk.workspace().series().catalog()).hasSize(8 + 7);
        assertThat(desk.workspace().series().catalog())
                .filteredOn(info -> info.key().metric().equals("disk_io"))
                .extracting(SeriesInfo::unit)
                .containsOnly(MeasureUnit.MEGABYTES_PER_SECOND);
    }

    @Test
    void aFileOfDatesBecomesDailySeries() throws Exception {
        desk.load("timestamp,resource,cpu_p95", "2026-03-28,web-1,50", "2026-03-29,web-1,60", "2026-03-31,web-1,70");
        assertThat(series("web-1", "cpu", Statistic.P95, Step.DAY).values()).containsExactly(50, 60, GAP, 70);
    }

    @Test
    void aLongFileHasOneReadingARow() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,metric,statistic,value,unit",
                "2026-01-01T00:00:00Z,db-1,cpu,mean,10,%",
                "2026-01-01T01:00:00Z,db-1,cpu,mean,11,%",
                "2026-01-01T00:00:00Z,db-1,network,p95,2500,kbit/s",
                "2026-01-01T00:00:00Z,db-1,requests,sum,12345,count",
                "2026-01-01T00:00:00Z,db-1,cpu,median,10,%",
                "2026-01-01T00:00:00Z,db-1,network,mean,5,parsec");
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.rejects())
                .extracting(RejectedRow::line, RejectedRow::field, RejectedRow::value)
                .containsExactly(tuple(6L, "statistic", "median"), tuple(7L, "unit", "parsec"));
        assertThat(cpu("db-1")).containsExactly(10, 11);
        assertThat(series("db-1", "network", Statistic.P95, Step.HOUR).value(0)).isEqualTo(2.5);
        assertThat(series("db-1", "requests", Statistic.SUM, Step.HOUR).value(0))
                .isEqualTo(12345);
    }

    @Test
    void columnsOfOtherToolsAreUnderstoodWithTheirUnits() throws Exception {
        FileReport report = desk.load(
                "vm,timestamp,samples,cores,cpu_capacity_mhz,cpu_pct,cpu_pct_max,mem_capacity_mb,mem_used_mb,"
                        + "mem_used_mb_max,disk_read_kbps,disk_write_kbps,net_in_kbps,net_out_kbps",
                "a,2026-01-01T00:00:00Z,12,4,10400,1.883,101.5,16000,4000,8000,0.0,11.2,8.67,4.33",
                "a,2026-01-01T01:00:00Z,12,4,10400,2,3,0,4000,8000,1000,500,8.67,");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(cpu("a")).containsExactly(1.883, 2);
        assertThat(series("a", "cpu", Statistic.MAX, Step.HOUR).value(0)).isEqualTo(101.5);
        assertThat(series("a", "memory", Statistic.MEAN, Step.HOUR).values()).containsExactly(25);
        assertThat(series("a", "memory", Statistic.MAX, Step.HOUR).values()).containsExactly(50);
        assertThat(series("a", "disk_io", Statistic.MEAN, Step.HOUR).values()).containsExactly(0.0112, 1.5);
        assertThat(series("a", "network", Statistic.MEAN, Step.HOUR).values()).containsExactly(0.013);
    }

    @Test
    void aUnitInTheHeaderWins() throws Exception {
        desk.load("time;host;disk_io_mean[kB/s];network_p95 (Gbit/s);CPUUtilization", "2026-01-01 00:00:00;h;1500;2;7");
        assertThat(series("h", "disk_io", Statistic.MEAN, Step.HOUR).value(0)).isEqualTo(1.5);
        assertThat(series("h", "network", Statistic.P95, Step.HOUR).value(0)).isEqualTo(2_000);
        assertThat(cpu("h")).containsExactly(7);
    }

    @Test
    void importingTheSameFileTwiceChangesNothing() throws Exception {
        String[] lines = {
            "timestamp,resource,cpu_mean",
            "2026-01-01T00:00:00Z,a,10",
            "2026-01-01T01:00:00Z,a,11",
            "2026-01-01T02:00:00Z,a,x"
        };
        FileReport first = desk.load(lines);
        FileReport second = desk.load(lines);
        assertThat(first.accepted()).isEqualTo(2);
        assertThat(second.accepted()).isZero();
        assertThat(second.duplicates()).isEqualTo(2);
        assertThat(second.rejected()).isEqualTo(1);
        assertThat(cpu("a")).containsExactly(10, 11);
    }

    @Test
    void aLaterFileCorrectsAndExtends() throws Exception {
        desk.load("timestamp,resource,cpu_mean", "2026-01-01T00:00:00Z,a,10", "2026-01-01T01:00:00Z,a,11");
        FileReport report =
                desk.load("timestamp,resource,cpu_mean", "2026-01-01T01:00:00Z,a,12", "2026-01-01T03:00:00Z,a,13");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(cpu("a")).containsExactly(10, 12, GAP, 13);
    }

    @Test
    void duplicateTimestampsCountOnceAndConflictingOnesAreRefused() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-01-01T00:00:00Z,a,10",
                "2026-01-01T01:00:00Z,a,11",
                "2026-01-01T00:00:00Z,a,10.0",
                "2026-01-01T01:00:00Z,a,99");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.rejects())
                .containsExactly(new RejectedRow(5, "cpu_mean", "99.0", "Duplicate of row 3 with another value."));
        assertThat(cpu("a")).containsExactly(10, 11);
    }

    @Test
    void rowsInAnyOrderAreSorted() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-02-01T03:00:00Z,a,4",
                "2026-01-31T23:00:00Z,a,0",
                "2026-02-01T01:00:00Z,a,2",
                "2026-02-01T00:00:00Z,a,1");
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(cpu("a")).containsExactly(0, 1, 2, GAP, 4);
    }

    @Test
    void negativeAndAbsurdValuesAreRefusedAndTheRestOfTheirRowsIsKept() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean,memory_mean,network_mean",
                "2026-01-01T00:00:00Z,a,-1,50,5",
                "2026-01-01T01:00:00Z,a,182.1,51,6",
                "2026-01-01T02:00:00Z,a,4000,52,7",
                "2026-01-01T03:00:00Z,a,10,53,1e12");
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.rejects()).extracting(RejectedRow::value).containsExactly("-1", "4000", "1e12");
        assertThat(report.rejects().getFirst().reason()).isEqualTo("Utilization cannot be below 0.");
        assertThat(cpu("a")).containsExactly(182.1, GAP, 10);
        assertThat(series("a", "memory", Statistic.MEAN, Step.HOUR).values()).containsExactly(50, 51, 52, 53);
    }

    @Test
    void nanInfinityAndWordsAreRefusedAndEmptyFieldsAreMissing() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-01-01T00:00:00Z,a,1",
                "2026-01-01T01:00:00Z,a,NaN",
                "2026-01-01T02:00:00Z,a,inf",
                "2026-01-01T03:00:00Z,a,",
                "2026-01-01T04:00:00Z,a,NULL",
                "2026-01-01T05:00:00Z,a,\"1,5\"",
                "2026-01-01T06:00:00Z,a,0x10",
                "2026-01-01T07:00:00Z,a,2");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(2);
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(3L, 4L, 7L, 8L);
        assertThat(cpu("a")).hasSize(8).startsWith(1).endsWith(2);
    }

    @Test
    void raggedRowsAreRefusedAndTheirNeighboursKept() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-01-01T00:00:00Z,a,1",
                "2026-01-01T01:00:00Z,a",
                "2026-01-01T02:00:00Z,a,3,4",
                "2026-01-01T03:00:00Z,a,5,,",
                "2026-01-01T04:00:00Z,a,6");
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.rejects())
                .extracting(RejectedRow::line, RejectedRow::reason)
                .containsExactly(
                        tuple(3L, "The row has 2 fields and the header 3."),
                        tuple(4L, "The row has 4 fields and the header 3."));
        assertThat(cpu("a")).containsExactly(1, GAP, GAP, 5, 6);
    }

    @Test
    void mixedZonesAreTakenWhenEveryStampNamesItsOwn() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-01-01T00:00:00Z,a,1",
                "2026-01-01T02:00:00+01:00,a,2",
                "2025-12-31T21:00:00-0500,a,3",
                "2026-01-01T04:00:00 Europe/Berlin,a,4",
                "2026-01-01T05:00:00,a,5");
        assertThat(cpu("a")).containsExactly(1, 2, 3, 4);
        assertThat(report.notes()).isEmpty();
        assertThat(report.rejects()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(6);
            assertThat(row.reason()).isEqualTo("This row names no zone and earlier rows do.");
        });
    }

    @Test
    void timesWithoutAZoneAreTakenAsUtcAndTheReportSaysSo() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-03-29 01:00:00,a,1",
                "2026-03-29 02:00:00,a,2",
                "2026-03-29 03:00:00,a,3");
        assertThat(report.notes())
                .containsExactly("The timestamps in timestamp name no zone and are taken as"
                        + " UTC; name the column timestamp[Europe/Berlin] or the like if they are local times.");
        assertThat(cpu("a")).containsExactly(1, 2, 3);
    }

    @Test
    void localTimesOfANamedZoneAreRefusedWhereTheClocksSkipOrRepeat() throws Exception {
        FileReport report = desk.load(
                "timestamp[Europe/Berlin],resource,cpu_mean",
                "2026-03-29T01:00:00,a,1",
                "2026-03-29T02:30:00,a,2",
                "2026-03-29T03:00:00,a,3",
                "2026-10-25T02:30:00,a,4",
                "2026-10-25T03:00:00,a,5");
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(3L, 5L);
        assertThat(report.rejects().get(0).reason()).contains("does not exist in Europe/Berlin");
        assertThat(report.rejects().get(1).reason()).contains("exists twice in Europe/Berlin");
        assertThat(report.first()).contains(Instant.parse("2026-03-29T00:00:00Z"));
        assertThat(cpu("a")).startsWith(1, 3).endsWith(5);
    }

    @Test
    void aDayOfTwentyThreeHoursInStampsWithOffsetsHasNoGap() throws Exception {
        desk.load(
                "timestamp,resource,cpu_mean",
                "2026-03-29T01:00:00+01:00,a,1",
                "2026-03-29T03:00:00+02:00,a,2",
                "2026-03-29T04:00:00+02:00,a,3");
        assertThat(cpu("a")).containsExactly(1, 2, 3);
    }

    @Test
    void impossibleAndFarTimestampsAreRefused() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,cpu_mean",
                "2026-01-01T00:00:00Z,a,1",
                "2026-02-30T00:00:00Z,a,2",
                "0026-01-01T00:00:00Z,a,3",
                "yesterday,a,4",
                ",a,5",
                "2026-01-01T01:00:00Z,,6");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void secondsAndMillisecondsSince1970AreTimestamps() throws Exception {
        desk.load("timestamp,resource,cpu_mean", "1767225600,a,1", "1767229200000,a,2");
        assertThat(cpu("a")).containsExactly(1, 2);
    }

    @Test
    void jitteringReadingsAreKeptOnTheUsualGrid() throws Exception {
        desk.load(
                "timestamp,resource,cpu_mean,cpu_max",
                "2026-01-01T00:02:56Z,a,1,5",
                "2026-01-01T00:07:57Z,a,2,6",
                "2026-01-01T00:12:55Z,a,3,7",
                "2026-01-01T00:17:56Z,a,4,8",
                "2026-01-01T00:19:58Z,a,6,7");
        Step five = new Step.Physical(Duration.ofMinutes(5));
        TimeSeries mean = series("a", "cpu", Statistic.MEAN, five);
        assertThat(mean.grid().start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(mean.values()).containsExactly(1, 2, 3, 5);
        assertThat(series("a", "cpu", Statistic.MAX, five).values()).containsExactly(5, 6, 7, 8);
    }

    @Test
    void aResourceWithOneReadingTakesTheStepOfTheOthers() throws Exception {
        desk.load(
                "timestamp,resource,cpu_mean",
                "2026-01-01T00:00:00Z,a,1",
                "2026-01-01T00:15:00Z,a,2",
                "2026-01-01T00:00:00Z,b,3");
        assertThat(series("b", "cpu", Statistic.MEAN, new Step.Physical(Duration.ofMinutes(15)))
                        .values())
                .containsExactly(3);
    }

    @Test
    void everyEncodingAndDelimiterGivesTheSame() throws Exception {
        String text = "timestamp,resource,cpu_mean\n2026-01-01T00:00:00Z,wéb,1\n2026-01-01T01:00:00Z,wéb,2\n";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(desk.load(desk.file("plain.csv", utf8)).accepted()).isEqualTo(2);
        byte[][] same = {
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
            text.replace(',', ';').getBytes(StandardCharsets.UTF_8),
            text.replace(',', '\t').getBytes(StandardCharsets.UTF_8),
            text.replace(',', '|').getBytes(StandardCharsets.UTF_8),
            text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
            Desk.gzip(utf8)
        };
        for (byte[] content : same) {
            FileReport report = desk.load(desk.file("same.dat", content));
            assertThat(report.error()).isEmpty();
            assertThat(report.duplicates()).isEqualTo(2);
        }
        assertThat(cpu("wéb")).containsExactly(1, 2);
    }

    @Test
    void formulaTextStaysText() throws Exception {
        desk.load("timestamp,resource,cpu_mean", "2026-01-01T00:00:00Z,\"=cmd|'/c calc'!A1\",1");
        assertThat(cpu("=cmd|'/c calc'!A1")).containsExactly(1);
    }

    @Test
    void aThroughputWithoutAUnitIsAskedFor() throws Exception {
        String[] rows = {
            "timestamp,resource,net_in,net_out", "2026-01-01T00:00:00Z,a,1000,500", "2026-01-01T01:00:00Z,a,2,3"
        };
        FileReport refused = desk.load(rows);
        assertThat(refused.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo("HR-2030");
            assertThat(error.message()).contains("--unit net_in=");
        });
        FileReport told = desk.load(
                ImportOptions.none().withUnits(Map.of("net_in", "KiB/s", "net_out", "kb/s")), desk.file("n.csv", rows));
        assertThat(told.error()).isEmpty();
        assertThat(series("a", "network", Statistic.MEAN, Step.HOUR).value(0)).isEqualTo(8.192 + 4);
    }

    @Test
    void aStatisticThatIsSaidReplacesTheAssumedMean() throws Exception {
        String[] rows = {"timestamp,resource,cpu_pct", "2026-01-01T00:00:00Z,a,10", "2026-01-01T01:00:00Z,a,20"};
        assertThat(desk.load(rows).notes())
                .singleElement()
                .asString()
                .contains("cpu_pct")
                .contains("taken as means");
        FileReport told = desk.load(ImportOptions.none().withStatistic(Statistic.MAX), desk.file("m.csv", rows));
        assertThat(told.notes()).isEmpty();
        assertThat(series("a", "cpu", Statistic.MAX, Step.HOUR).values()).containsExactly(10, 20);
    }

    @Test
    void percentagesThatLookLikeFractionsAreNoted() throws Exception {
        String[] rows = {"timestamp,resource,cpu_mean", "2026-01-01T00:00:00Z,a,0.1", "2026-01-01T01:00:00Z,a,0.9"};
        assertThat(desk.load(rows).notes()).singleElement().asString().contains("--unit cpu_mean=ratio");
        desk.load(ImportOptions.none().withUnits(Map.of("cpu_mean", "ratio")), desk.file("f.csv", rows));
        assertThat(cpu("a")).containsExactly(10, 90);
    }

    @Test
    void aFileLargerThanTheBufferIsCompleteAndStillDeduplicated(@TempDir Path other) throws Exception {
        StringBuilder text = new StringBuilder("timestamp,resource,metric,statistic,value\n");
        Random random = new Random(9);
        for (int day = 0; day < 300; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            for (int i = 0; i < 20; i++) {
                text.append(date)
                        .append(",s")
                        .append(i % 5)
                        .append(",m")
                        .append(i / 5)
                        .append(",mean,");
                text.append(random.nextInt(100)).append('\n');
            }
        }
        Path file = desk.file("large.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        text.append("2024-01-01,s0,m0,mean,1000\n");
        Path repeated = desk.file("repeated.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        try (Cache cache = Cache.open(other)) {
            IngestPipeline pipeline = new IngestPipeline(cache.ingestStore(), 1_000);
            IngestReport report = pipeline.importPaths(List.of(file, repeated), IngestProgress.none(), Desk.NOW);
            assertThat(report.files().get(0).accepted()).isEqualTo(6_000);
            assertThat(report.files().get(1).duplicates()).isEqualTo(6_000);
            assertThat(report.files().get(1).rejects())
                    .extracting(RejectedRow::reason)
                    .containsExactly("Duplicate of an earlier row with another value.");
            assertThat(cache.series().catalog()).hasSize(20).allMatch(info -> info.observations() == 300);
        }
    }
}
