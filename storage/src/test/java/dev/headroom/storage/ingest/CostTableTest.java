package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.ChargePlace;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aPlainTableOfDailyCostIsABill() throws Exception {
        try (Desk desk = new Desk(folder)) {
            FileReport report = desk.load(
                    "date,cloud,account,resource_id,resource_type,service,region,resource_name,cost_usd,tags_json",
                    "2026-06-03,aws,main,i-1,Instance,EC2,us-east-1,web,0.00052272,\"{\"\"team\"\": \"\"shop\"\"}\"",
                    "2026-06-04,azure,second,v-1,Volume,Disk,westeurope,data,-1.5,",
                    "2026-06-04,azure,second,v-1,Volume,Disk,westeurope,data,much,");
            assertThat(report.format()).isEqualTo(SourceFormat.COST_TABLE);
            assertThat(report.accepted()).isEqualTo(2);
            assertThat(report.rejects()).extracting(RejectedRow::field).containsExactly("cost_usd");
            assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("-1.49947728")));
            assertThat(desk.workspace().charges().totals(CostBasis.EFFECTIVE)).isEqualTo(report.billed());
            assertThat(desk.workspace().charges().places())
                    .contains(new ChargePlace("aws", "main", "EC2", "i-1", Map.of("team", "shop")));
            assertThat(desk.workspace().verify().problems()).isEmpty();
        }
    }

    @Test
    void aTableOfUtilizationIsNone() throws Exception {
        try (Desk desk = new Desk(folder)) {
            FileReport report = desk.load("timestamp,resource,cpu_mean", "2026-06-03T00:00:00Z,i-1,20");
            assertThat(report.format()).isEqualTo(SourceFormat.UTILIZATION);
        }
    }
}
