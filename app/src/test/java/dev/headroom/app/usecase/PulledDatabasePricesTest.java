package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.asset.Advice;
import dev.headroom.engine.asset.DatabaseClass;
import dev.headroom.engine.asset.PriceItem;
import dev.headroom.engine.fleet.AssetKind;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.SizingPolicy;
import dev.headroom.storage.source.aws.AwsPrices;
import dev.headroom.storage.source.price.PriceList;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulledDatabasePricesTest {
    private static final Instant PULLED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(PULLED, ZoneOffset.UTC);
    private static final String REGION = "us-east-1";

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        Path inventory = Files.writeString(folder.resolve("inventory.csv"), """
                resource,kind,account,region,type,size_gib,engine,storage_type,multi_az
                east,database,1,us-east-1,db.m5.xlarge,100,mysql,gp2,false
                twice,database,1,us-east-1,db.m5.xlarge,100,mysql,gp2,true
                west,database,1,us-west-2,db.m5.xlarge,100,mysql,gp2,false
                """);
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95,freeable_memory_min[GiB],connections_max\n");
        for (int i = 0; i < 400; i++) {
            LocalDate day = LocalDate.of(2025, 10, 1).plusDays(i);
            for (String database : List.of("east", "twice", "west")) {
                rows.append(day).append(',').append(database).append(",10,12,20\n");
            }
        }
        Path usage = Files.writeString(folder.resolve("use.csv"), rows);
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            new ImportData(workspace, CLOCK).run(List.of(inventory, usage), Progress.NONE);
        }
    }

    private static DatabaseClass of(
            String name, double vcpu, double gib, String architecture, String hour, String two) {
        return new DatabaseClass(
                name,
                name.split("\\.")[1],
                vcpu,
                gib,
                architecture,
                false,
                true,
                "mysql",
                REGION,
                Money.of(hour, "USD"),
                Optional.of(Money.of(two, "USD")));
    }

    private static PriceList pulled() {
        return PriceList.databases(
                "AWS",
                REGION,
                CurrencyCode.USD,
                AwsPrices.SOURCE,
                Optional.empty(),
                List.of(
                        of("db.m5.xlarge", 4, 16, "amd64", "0.50", "0.90"),
                        of("db.m7g.large", 2, 8, "arm64", "0.10", "0.19")),
                Map.of(
                        PriceItem.DATABASE_GP2_GIB, new BigDecimal("0.20"),
                        PriceItem.DATABASE_GP3_GIB, new BigDecimal("0.20")));
    }

    private static AssetAdvice advise(OpenWorkspace workspace) throws UseCaseException {
        return new AdviseAssets(workspace, CLOCK)
                .run(Set.of(AssetKind.DATABASE), SizingPolicy.standard(), AdviseAssets.USUAL_SNAPSHOT_DAYS);
    }

    private static Advice of(AssetAdvice advice, String id) {
        return advice.advice().stream()
                .filter(one -> one.asset().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void adviceMovesToThePulledPricesOfItsRegionAndStaysAtTheShippedOnesElsewhere() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("w"))) {
            AssetAdvice shipped = advise(workspace);
            // 0.342 x 730 + 100 x 0.115.
            assertThat(amount(of(shipped, "east").month())).isEqualByComparingTo("261.16");
            assertThat(of(shipped, "east").target().orElseThrow()).doesNotContain("m7g");
            assertThat(shipped.sentence()).endsWith("at list prices of 2025-09-30");
            workspace.storage().prices().put(pulled(), PULLED);
            AssetAdvice both = advise(workspace);
            // 0.50 x 730 + 100 x 0.20, and 0.10 x 730 + 20 on the new class.
            assertThat(amount(of(both, "east").month())).isEqualByComparingTo("385");
            assertThat(of(both, "east").target()).contains("db.m7g.large, gp2 100 GiB");
            assertThat(amount(of(both, "east").gross())).isEqualByComparingTo("292");
            // 0.90 x 730 + 2 x 20: what two zones cost is told, not twice one; 0.19 x 730 + 40 on the new class.
            assertThat(amount(of(both, "twice").month())).isEqualByComparingTo("697");
            assertThat(amount(of(both, "twice").gross())).isEqualByComparingTo("518.3");
            assertThat(of(both, "west")).isEqualTo(of(shipped, "west"));
            List<Map<String, Object>> rows = new AdviceTable(Optional.empty(), both).rows();
            assertThat(rows)
                    .extracting(row -> row.get("resource") + ": " + row.get("price_source"))
                    .containsExactlyInAnyOrder(
                            "east: AWS Price List us-east-1 2026-11-20",
                            "twice: AWS Price List us-east-1 2026-11-20",
                            "west: shipped list 2025-09-30");
            assertThat(both.sentence())
                    .endsWith("at list prices of 2026-11-20 (AWS Price List, us-east-1) and 2025-09-30"
                            + " (shipped, us-west-2)");
        }
    }

    private static BigDecimal amount(Optional<Money> money) {
        return money.orElseThrow().amount();
    }
}
