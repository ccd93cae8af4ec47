package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.fleet.InstanceSpan;
import dev.headroom.engine.fleet.Server;
import dev.headroom.storage.source.SourceFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryImportTest {
    private static final String HEADER =
            "resource,name,provider,account,region,environment,archetype,instance_type,from,tags";
    private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");

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
    void theRowsOfOneServerAreItsInstanceTypesOverTime() throws Exception {
        FileReport report = desk.load(
                HEADER,
                "i-1,Shop 1,aws,123,eu-west-1,prod,web,m5.xlarge,2025-02-01T00:00:00Z,team=shop;cost-centre=7",
                "i-1,Shop 1,aws,123,eu-west-1,prod,web,m5.large,2024-05-01T00:00:00Z,team=shop;cost-centre=7",
                "i-2,,aws,123,eu-west-1,dev,batch,c5.large,,");
        assertThat(report.format()).isEqualTo(SourceFormat.INVENTORY);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(desk.workspace().inventory().servers())
                .containsExactly(
                        new Server(
                                "i-1",
                                "Shop 1",
                                "aws",
                                "123",
                                "eu-west-1",
                                "prod",
                                "web",
                                List.of(
                                        new InstanceSpan(MAY, "m5.large"),
                                        new InstanceSpan(Instant.parse("2025-02-01T00:00:00Z"), "m5.xlarge")),
                                Map.of("team", "shop", "cost-centre", "7")),
                        new Server(
                                "i-2",
                                "i-2",
                                "aws",
                                "123",
                                "eu-west-1",
                                "dev",
                                "batch",
                                List.of(new InstanceSpan(Instant.EPOCH, "c5.large")),
                                Map.of()));
    }

    @Test
    void theSameInventoryTwiceIsADuplicateAndAChangedOneReplaces() throws Exception {
        String row = "i-1,Shop,aws,1,eu,prod,web,m5.large,2024-05-01T00:00:00Z,team=shop";
        desk.load(HEADER, row);
        assertThat(desk.load(HEADER, row).duplicates()).isEqualTo(1);
        assertThat(desk.load(HEADER, row.replace("m5.large", "m6i.large")).accepted())
                .isEqualTo(1);
        assertThat(desk.workspace().inventory().find("i-1").orElseThrow().instanceType())
                .contains("m6i.large");
    }

    @Test
    void contradictionsAndMalformedTagsAreRefused() throws Exception {
        FileReport report = desk.load(
                HEADER,
                "i-1,Shop,aws,1,eu,prod,web,m5.large,2024-05-01T00:00:00Z,",
                "i-1,Shop,aws,1,eu,prod,web,m5.xlarge,2024-05-01T00:00:00Z,",
                "i-2,Shop,aws,1,eu,prod,web,m5.large,2024-05-01T00:00:00Z,shop",
                ",Shop,aws,1,eu,prod,web,m5.large,2024-05-01T00:00:00Z,",
                "i-3,Shop,aws,1,eu,prod,web,m5.large,soon,");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejects())
                .extracting(RejectedRow::field)
                .containsExactly("instance_type", "tags", "resource", "from");
    }
}
