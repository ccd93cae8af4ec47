package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.source.SourceFormat;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssetImportTest {
    private static final String HEADER =
            "resource,kind,name,account,region,type,size_gib,iops,multi_az,attached_to,created,from,tags";

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anInventoryHoldsServersAndOtherThingsByTheirKind() throws Exception {
        FileReport report = desk.load(
                HEADER,
                "i-1,server,Shop,1,us-east-1,m5.large,,,,,,,team=shop",
                "vol-1,volume,Data,1,us-east-1,gp2,500,,,i-1,2025-01-01,,team=shop",
                "vol-2,Volume,,1,us-east-1,gp3,8.50,3000,,,,,",
                "db-1,database,Orders,1,us-east-1,db.m5.large,100,,yes,,,,",
                "lb-1,load_balancer,,1,us-east-1,application,,,,,,,");
        assertThat(report.format()).isEqualTo(SourceFormat.INVENTORY);
        assertThat(report.accepted()).isEqualTo(5);
        assertThat(desk.workspace().inventory().servers())
                .singleElement()
                .satisfies(server -> assertThat(server.instanceType()).contains("m5.large"));
        assertThat(desk.workspace().assets().all())
                .extracting(Asset::id)
                .containsExactly("db-1", "lb-1", "vol-1", "vol-2");
        Asset volume = desk.workspace().assets().find("vol-1").orElseThrow();
        assertThat(volume)
                .isEqualTo(new Asset(
                        "vol-1",
                        AssetKind.VOLUME,
                        "Data",
                        "",
                        "1",
                        "us-east-1",
                        "",
                        "gp2",
                        Map.of(
                                AssetFact.SIZE_GIB, "500",
                                AssetFact.ATTACHED_TO, "i-1",
                                AssetFact.CREATED, "2025-01-01T00:00:00Z"),
                        Map.of("team", "shop")));
        Asset loose = desk.workspace().assets().find("vol-2").orElseThrow();
        assertThat(loose.unattached()).contains(true);
        assertThat(loose.number(AssetFact.SIZE_GIB)).hasValue(8.5);
        assertThat(desk.workspace().assets().find("db-1").orElseThrow().flag(AssetFact.MULTI_AZ))
                .contains(true);
        // Only volumes and addresses hang on something.
        assertThat(desk.workspace().assets().find("lb-1").orElseThrow().unattached())
                .isEmpty();
    }

    @Test
    void aFileWithoutTheColumnSaysNothingOfWhatAThingHangsOn() throws Exception {
        desk.load("resource,kind,type,size_gib", "vol-1,volume,gp2,10");
        assertThat(desk.workspace().assets().find("vol-1").orElseThrow().unattached())
                .isEmpty();
    }

    @Test
    void badRowsAreRefusedWithFieldValueAndReason() throws Exception {
        FileReport report = desk.load(
                HEADER,
                "vol-1,volume,,1,us-east-1,gp2,much,,,,,,",
                "vol-2,volume,,1,us-east-1,gp2,0,,,,,,",
                "vol-3,disk,,1,us-east-1,gp2,10,,,,,,",
                "db-1,database,,1,us-east-1,db.m5.large,10,,maybe,,,,",
                "vol-4,volume,,1,us-east-1,gp2,10,,,,yesterday,,",
                "vol-5,volume,,1,us-east-1,gp2,10,,,,,,",
                "vol-5,volume,,1,us-east-1,gp3,10,,,,,,");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejects())
                .extracting(RejectedRow::field)
                .containsExactly("size_gib", "size_gib", "kind", "multi_az", "created", "resource");
        assertThat(report.rejects().get(0).value()).isEqualTo("much");
        assertThat(report.rejects().get(1).reason()).isEqualTo("size_gib must lie between 1 and 1,000,000.");
        assertThat(report.rejects().get(2).reason()).contains("volume, snapshot, database");
        assertThat(report.rejects().get(5).reason()).isEqualTo("Duplicate of row 7 with other values.");
    }

    @Test
    void theSameInventoryTwiceIsADuplicateAndAChangedOneReplaces() throws Exception {
        String row = "vol-1,volume,,1,us-east-1,gp2,10,,,i-1,,,team=shop";
        desk.load(HEADER, row);
        assertThat(desk.load(HEADER, row).duplicates()).isEqualTo(1);
        assertThat(desk.load(HEADER, row.replace("gp2", "gp3").replace("i-1", ""))
                        .accepted())
                .isEqualTo(1);
        Asset volume = desk.workspace().assets().find("vol-1").orElseThrow();
        assertThat(volume.type()).isEqualTo("gp3");
        assertThat(volume.unattached()).contains(true);
        assertThat(desk.workspace().verify().problems()).isEmpty();
    }

    @Test
    void readingsOfOtherThingsAreKeptInTheirUnits() throws Exception {
        desk.load(
                "timestamp,resource,read_iops_p95,write_iops_p95,freeable_memory_min[GiB],connections_max,"
                        + "invocations,duration_ms_max,used_memory_max_mb",
                "2026-01-01,x,10,5,2,7,100,250,64",
                "2026-01-02,x,20,5,1,8,200,300,65");
        assertThat(desk.workspace().series().catalog())
                .extracting(SeriesInfo::key)
                .containsExactly(
                        new SeriesKey("x", "connections", Statistic.MAX),
                        new SeriesKey("x", "duration", Statistic.MAX),
                        new SeriesKey("x", "freeable_memory", Statistic.MIN),
                        new SeriesKey("x", "invocations", Statistic.SUM),
                        new SeriesKey("x", "iops", Statistic.P95),
                        new SeriesKey("x", "used_memory", Statistic.MAX));
        assertThat(values("iops", Statistic.P95)).containsExactly(15, 25);
        assertThat(values("freeable_memory", Statistic.MIN)).containsExactly(2147483648.0, 1073741824.0);
        assertThat(values("used_memory", Statistic.MAX)).containsExactly(64 * 1048576.0, 65 * 1048576.0);
    }

    @Test
    void longFilesNameThemInTheirRows() throws Exception {
        desk.load(
                "timestamp,resource,metric,statistic,value,unit",
                "2026-01-01,x,duration,p95,2,s",
                "2026-01-02,x,duration,p95,3,s",
                "2026-01-01,x,requests,,10,",
                "2026-01-02,x,requests,,11,");
        assertThat(values("duration", Statistic.P95)).containsExactly(2000, 3000);
        assertThat(desk.workspace().series().catalog())
                .extracting(SeriesInfo::unit)
                .containsExactly(MeasureUnit.MILLISECONDS, MeasureUnit.COUNT);
    }

    private double[] values(String metric, Statistic statistic) {
        return desk.workspace()
                .series()
                .read(new SeriesKey("x", metric, statistic), Step.DAY)
                .orElseThrow()
                .values();
    }
}
