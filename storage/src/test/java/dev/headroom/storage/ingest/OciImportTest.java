package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OciImportTest {
    private static final String HEADER = "lineItem/referenceNo,lineItem/tenantId,lineItem/intervalUsageStart,"
            + "lineItem/intervalUsageEnd,product/service,product/compartmentId,product/region,product/resourceId,"
            + "usage/billedQuantity,cost/subscriptionId,cost/productSku,product/Description,cost/myCost,cost/currencyCode,"
            + "cost/skuUnitDescription,lineItem/isCorrection,lineItem/backreferenceNo,tags/Billing.Team,tags/a\\b.c";

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

    private static String row(String start, String cost, String correction) {
        return "ref,tenant," + start
                + ",2023-11-13T11:00:00Z,COMPUTE,compartment,us-sanjose-1,instance,4.0,subscription,"
                + "B93114,Standard - E4 - Memory," + cost + ",USD,GB Hours," + correction + ",1,shop,";
    }

    @Test
    void costReportsBecomeChargesWithTheirTags() throws Exception {
        FileReport report = desk.load(
                HEADER,
                row("2023-11-13T10:00Z", "0.012264277499950943", "false"),
                row("2023-11-13T10:00Z", "-6E-12", "true"));
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.OCI);
        BigDecimal total = new BigDecimal("0.012264277499950943").add(new BigDecimal("-6E-12"));
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, total));
        assertThat(desk.workspace().charges().totals(CostBasis.EFFECTIVE)).isEqualTo(report.billed());
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        assertThat(charges).extracting(charge -> charge.line().correction()).containsExactlyInAnyOrder(false, true);
        ChargeRecord first = charges.getFirst();
        assertThat(first.line().provider()).isEqualTo("Oracle");
        assertThat(first.line().billingAccount()).isEqualTo("subscription");
        assertThat(first.line().subAccount()).isEqualTo("compartment");
        assertThat(first.line().service()).isEqualTo("COMPUTE");
        assertThat(first.line().usageType()).isEqualTo("Standard - E4 - Memory");
        assertThat(first.line().unit()).isEqualTo("GB Hours");
        assertThat(first.line().tags()).isEqualTo(Map.of("Billing.Team", "shop"));
        assertThat(first.start()).isEqualTo(Instant.parse("2023-11-13T10:00:00Z"));
    }

    @Test
    void badRowsAreRefusedAndUsageReportsHaveNoCost() throws Exception {
        FileReport report = desk.load(
                HEADER,
                row("2023-11-13T10:00Z", "1", "false"),
                row("2023-11-13T12:00Z", "1", "false"),
                row("13 Nov", "1", "false"),
                row("2023-11-13T10:00Z", "", "false"),
                row("2023-11-13T10:00Z", "1", "false").replace(",USD,", ",?,"));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejects())
                .extracting(RejectedRow::field)
                .containsExactly(
                        "lineItem/intervalUsageEnd", "lineItem/intervalUsageStart", "cost/myCost", "cost/currencyCode");
        assertThat(desk.load(
                                "lineItem/referenceNo,lineItem/intervalUsageStart,usage/consumedQuantity",
                                "a,2023-11-13T10:00Z,1")
                        .error()
                        .orElseThrow()
                        .message())
                .contains("an Oracle Cloud report without the column cost/myCost");
    }
}
