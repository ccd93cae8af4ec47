package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.csv.UtilizationReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What utilization files leave open or get wrong, and what the import says about it.
final class UtilizationDoubtTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

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

    private double[] values(String metric, Step step) {
        return desk.workspace()
                .series()
                .read(new SeriesKey("a", metric, Statistic.MEAN), step)
                .orElseThrow()
                .values();
    }

    private static String error(FileReport report) {
        return report.error().orElseThrow().message();
    }

    @Test
    void aZoneThatDoesNotExistIsNotTakenAsUtc() throws Exception {
        FileReport report = desk.load("timestamp[Europe/Berlim],server,cpu_pct", "2026-01-01 00:00,a,1");
        assertThat(error(report)).startsWith("There is no time zone Europe/Berlim");
        assertThat(desk.workspace().series().catalog()).isEmpty();
    }

    @Test
    void valuesThatSayNothingAreAskedForAndReadAsTold() throws Exception {
        Path file = desk.file("values.csv", "timestamp,value", "2026-01-01T00:00:00Z,10", "2026-01-01T01:00:00Z,11");
        assertThat(error(desk.load(file))).contains("--metric cpu").contains("--resource SERVER");
        FileReport told = desk.load(
                ImportOptions.none().withMetric("cpu").withResource("a").withStatistic(Statistic.MEAN), file);
        assertThat(told.error()).isEmpty();
        assertThat(told.notes()).isEmpty();
        assertThat(values("cpu", Step.HOUR)).containsExactly(10, 11);
    }

    @Test
    void valuesOfANetworkNeedTheirUnit() throws Exception {
        Path file = desk.file("values.csv", "timestamp,value", "2026-01-01T00:00:00Z,125000");
        ImportOptions options = ImportOptions.none().withMetric("network").withResource("a");
        assertThat(error(desk.load(options, file))).contains("--unit value=bytes/s");
        assertThat(desk.load(options.withUnits(Map.of("value", "bytes/s")), file)
                        .error())
                .isEmpty();
        assertThat(values("network", Step.HOUR)).containsExactly(1);
    }

    @Test
    void aFileAboutOneServerTakesItsNameFromTheUser() throws Exception {
        Path file = desk.file("one.csv", "timestamp,cpu_pct", "2026-01-01T00:00:00Z,10");
        assertThat(error(desk.load(file))).contains("--resource SERVER");
        desk.load(ImportOptions.none().withResource("a"), file);
        assertThat(values("cpu", Step.HOUR)).containsExactly(10);
    }

    @Test
    void aUnitThatFitsNoColumnIsSaid() throws Exception {
        Path file = desk.file("one.csv", "timestamp,server,cpu_mean", "2026-01-01T00:00:00Z,a,10");
        FileReport elsewhere = desk.load(ImportOptions.none().withUnits(Map.of("net_in", "KB/s")), file);
        assertThat(elsewhere.notes())
                .containsExactly("No column is called net_in: --unit net_in=KB/s changed nothing here.");
        assertThat(error(desk.load(ImportOptions.none().withUnits(Map.of("cpu_mean", "furlong")), file)))
                .startsWith("--unit cpu_mean=furlong: not a unit of cpu_mean");
    }

    @Test
    void ratesThatCanBeBitsOrBytesAreSaid() throws Exception {
        Path file =
                desk.file("rates.csv", "timestamp,server,net_in_kbps_mean,net_mean_kbps", "2026-01-01T00:00:00Z,a,1,1");
        assertThat(desk.load(file).notes())
                .containsExactly("net_mean_kbps is read as bits a second; say --unit net_mean_kbps=KB/s if kbps means"
                        + " bytes there.");
        assertThat(desk.load(ImportOptions.none().withUnits(Map.of("net_mean_kbps", "KB/s")), file)
                        .notes())
                .isEmpty();
    }

    @Test
    void memoryFarAboveItsCapacityIsRefusedWithBothNumbers() throws Exception {
        FileReport report = desk.load(
                "timestamp,server,cpu_mean,mem_used_mb_mean,mem_capacity_mb", "2026-01-01T00:00:00Z,a,10,12288,2048");
        assertThat(report.rejects())
                .singleElement()
                .extracting(RejectedRow::reason)
                .asString()
                .startsWith("This is 600 % of the capacity (mem_capacity_mb 2048)");
        assertThat(values("cpu", Step.HOUR)).containsExactly(10);
    }

    @Test
    void capacityAloneIsNotWhatIsInUse() throws Exception {
        FileReport report = desk.load("timestamp,server,mem_free_mb,mem_total_mb", "2026-01-01T00:00:00Z,a,10,20");
        assertThat(error(report)).contains("not what is in use").contains("mem_used_mb");
    }

    @Test
    void percentagesMayCarryTheirSign() throws Exception {
        desk.load("timestamp,server,cpu", "2026-01-01T00:00:00Z,a,20%", "2026-01-01T01:00:00Z,a,21.5 %");
        assertThat(values("cpu", Step.HOUR)).containsExactly(20, 21.5);
    }

    @Test
    void dataInThePlaceOfTheHeaderIsSaid() throws Exception {
        FileReport report = desk.load("2026-01-01T00:00:00Z,a,20", "2026-01-01T01:00:00Z,a,21");
        assertThat(error(report)).startsWith("The first line of input.csv is data");
    }

    @Test
    void timesWithoutAKnownMetricNameWhatIsMissing() {
        assertThat(UtilizationReader.lack(List.of("Time", "web-1", "web-2"))).isPresent();
        assertThat(UtilizationReader.lack(List.of("web-1", "web-2"))).isEmpty();
    }

    @Test
    void countsAndSlashedDatesAreNoTimes() throws Exception {
        FileReport report =
                desk.load("timestamp,server,cpu_pct", "300,a,20", "01/02/2026 00:00,a,20", "yesterday,a,20");
        assertThat(report.rejects())
                .extracting(row -> row.reason().split("[;,:] ")[0])
                .containsExactly(
                        "A count is no time",
                        "Which number is the day and which the month is not said",
                        "Not an ISO 8601 timestamp such as 2026-01-31T13:00:00Z.");
    }

    @Test
    void theTwoDirectionsOfALongFileAreAddedWhereverTheyStand() throws Exception {
        List<String> lines = new ArrayList<>(List.of("timestamp,resource,metric,statistic,value,unit"));
        for (String direction : List.of("net_in", "net_out")) {
            for (int hour = 0; hour < 3; hour++) {
                lines.add(START.plus(Duration.ofHours(hour)) + ",a," + direction + ",mean," + (hour + 1) + ",Mbit/s");
            }
        }
        lines.add("2026-01-01T03:00:00Z,a,net_in,mean,5,Mbit/s");
        FileReport report = desk.load(lines.toArray(String[]::new));
        assertThat(report.rejects()).isEmpty();
        assertThat(report.accepted()).isEqualTo(7);
        assertThat(report.notes()).singleElement().asString().startsWith("1 readings of one direction");
        assertThat(values("network", Step.HOUR)).containsExactly(2, 4, 6);
    }

    @Test
    void aSecondValueOfOneDirectionIsRefused() throws Exception {
        FileReport report = desk.load(
                "timestamp,resource,metric,statistic,value,unit",
                "2026-01-01T00:00:00Z,a,net_in,mean,5,Mbit/s",
                "2026-01-01T00:00:00Z,a,net_in,mean,6,Mbit/s",
                "2026-01-01T00:00:00Z,a,net_out,mean,1,Mbit/s");
        assertThat(report.rejects())
                .singleElement()
                .extracting(RejectedRow::line)
                .isEqualTo(3L);
        assertThat(values("network", Step.HOUR)).containsExactly(6);
    }

    @Test
    void hourlyReadingsAmongMinutesAreSaidAndGapsAreNot() throws Exception {
        List<String> mixed = new ArrayList<>(List.of("timestamp,server,cpu_mean"));
        List<String> gaps = new ArrayList<>(mixed);
        for (int i = 0; i < 100; i++) {
            mixed.add(START.plus(Duration.ofMinutes(5L * i)) + ",a,9");
            if (i % 7 != 0 && i % 11 != 0) {
                gaps.add(START.plus(Duration.ofMinutes(5L * i)) + ",b,9");
            }
        }
        for (int i = 0; i < 24; i++) {
            mixed.add(START.plus(Duration.ofHours(48 + i)) + ",a,9");
        }
        assertThat(desk.load(mixed.toArray(String[]::new)).notes())
                .singleElement()
                .asString()
                .startsWith("Readings of one series stand at several steps (a cpu: PT5M and PT1H)");
        assertThat(desk.load(gaps.toArray(String[]::new)).notes()).isEmpty();
    }
}
