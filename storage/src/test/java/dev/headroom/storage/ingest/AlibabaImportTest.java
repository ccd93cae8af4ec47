package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlibabaImportTest {
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

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    @Test
    void billDetailsAreBilledBeforeTaxAndListedAtTheGrossAmount() throws Exception {
        FileReport report = desk.load(
                "BillingCycle,BillingDate,BillAccountID,OwnerID,ProductCode,ProductDetail,SubscriptionType,Item,InstanceID,"
                        + "Region,BillingItem,Usage,UsageUnit,PretaxGrossAmount,PretaxAmount,Currency,Tag",
                "2024-09,2024-09-03,1,2,ecs,ECS PAYG,PayAsYouGo,PayAsYouGoBill,i-1,cn-hangzhou,Instance,24,Hour,3,2.5,USD,"
                        + "key:team value:web shop; key:env value:prod",
                "2024-09,,1,2,ecs,ECS,Subscription,SubscriptionOrder,i-2,cn-hangzhou,,,,120,100,CNY,",
                "2024-09,2024-09-04,1,2,ecs,ECS,Subscription,Refund,i-2,cn-hangzhou,,,,0,-10,CNY,");
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.ALIBABA);
        assertThat(report.billed())
                .isEqualTo(
                        Map.of(CurrencyCode.USD, new BigDecimal("2.5"), new CurrencyCode("CNY"), new BigDecimal("90")));
        assertThat(desk.workspace().charges().totals(CostBasis.LIST).get(CurrencyCode.USD))
                .isEqualByComparingTo("3");
        assertThat(desk.workspace().charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(1);
        assertThat(charges())
                .extracting(charge -> charge.line().category())
                .containsExactlyInAnyOrder(ChargeCategory.USAGE, ChargeCategory.PURCHASE, ChargeCategory.ADJUSTMENT);
        ChargeRecord usage = charges().stream()
                .filter(charge -> charge.line().resource().equals("i-1"))
                .findFirst()
                .orElseThrow();
        assertThat(usage.line().service()).isEqualTo("ecs");
        assertThat(usage.line().subAccount()).isEqualTo("2");
        assertThat(usage.line().usageType()).isEqualTo("Instance");
        assertThat(usage.line().tags()).isEqualTo(Map.of("team", "web shop", "env", "prod"));
        assertThat(report.first()).contains(Instant.parse("2024-09-01T00:00:00Z"));
    }

    @Test
    void theNamesOfTheConsoleAreTheSameColumnsAndAMonthlyRowCoversItsMonth() throws Exception {
        FileReport report = desk.load(
                "Billing Cycle,Account ID,Product Name,Subscription Type,Instance ID,Pretax Gross Amount,Pretax Amount,Currency",
                "202408,1,Object Storage Service,Pay-As-You-Go,cn-shanghai;standard,2,(1.5),USD",
                "2024-14,1,Object Storage Service,Pay-As-You-Go,x,2,1.5,USD",
                "Total,,,,,,3,");
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("-1.5")));
        assertThat(report.rejects()).extracting(RejectedRow::field).containsExactly("Billing Cycle", "Billing Cycle");
        ChargeRecord charge = charges().getFirst();
        assertThat(charge.end()).isEqualTo(Instant.parse("2024-09-01T00:00:00Z"));
        assertThat(charge.billingMonth()).isEqualTo(YearMonth.of(2024, 8));
    }

    @Test
    void chineseColumnsAreRefusedWithTheirNames() throws Exception {
        FileReport report = desk.load("账期,产品,实例ID,应付金额,币种", "2024-09,云服务器,i-1,2.5,CNY");
        assertThat(report.error().orElseThrow().code()).isEqualTo("HR-2012");
        assertThat(report.error().orElseThrow().message()).contains("账期, 产品, 实例ID, 应付金额, 币种", "English");
    }
}
