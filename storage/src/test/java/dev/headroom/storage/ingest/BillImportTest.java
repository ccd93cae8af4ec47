package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.quantity.Money;
import dev.headroom.storage.cache.CostGrouping;
import dev.headroom.storage.cache.DailyCost;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillImportTest {
    private static final String FOCUS_HEADER = "BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,SubAccountId,ResourceId,Tags,Vendor";
    private static final String PERIOD = "2024-09-01 00:00:00,2024-09-01 01:00:00";

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

    private Map<CurrencyCode, BigDecimal> totals(CostBasis basis) {
        return desk.workspace().charges().totals(basis);
    }

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    private static Map<CurrencyCode, BigDecimal> usd(String amount) {
        return Map.of(CurrencyCode.USD, new BigDecimal(amount));
    }

    @Test
    void focusRowsKeepEveryDecimal() throws Exception {
        FileReport report = desk.load(
                FOCUS_HEADER,
                "0.000000000000000000001,1,2,USD," + PERIOD + ",Usage,EC2,acct,i-1,\"{\"\"team\"\": \"\"shop\"\"}\",x",
                "29684.780682464855373934184,NULL,NULL,USD," + PERIOD + ",Tax,Tax,acct,NULL,NULL,x",
                "-0.10,-0.10,,EUR," + PERIOD + ",Credit,EC2,acct,,,x",
                "1.2532180E-11,0,0,USD," + PERIOD + ",usage,S3,acct,,,x");
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.FOCUS_1_0);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.billed().get(CurrencyCode.USD))
                .isEqualTo(new BigDecimal("29684.780682464855373934185").add(new BigDecimal("1.2532180E-11")));
        assertThat(totals(CostBasis.BILLED)).isEqualTo(report.billed());
        assertThat(totals(CostBasis.EFFECTIVE).get(new CurrencyCode("EUR"))).isEqualTo(new BigDecimal("-0.10"));
        assertThat(desk.workspace().charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(1);
        assertThat(desk.workspace().charges().unknown(CostBasis.LIST)).isEqualTo(2);
        assertThat(charges().getFirst().line().tags()).containsExactly(Map.entry("team", "shop"));
        assertThat(charges().get(1).amounts().effective()).isEmpty();
    }

    @Test
    void theVersionOfFocusShowsInItsColumns() throws Exception {
        String row = "1,1,1,USD," + PERIOD + ",Usage,EC2,acct,i-1,,x,more";
        assertThat(desk.load(FOCUS_HEADER + ",SkuMeter", row).format()).isEqualTo(SourceFormat.FOCUS_1_1);
        assertThat(desk.load(FOCUS_HEADER + ",InvoiceId", row).format()).isEqualTo(SourceFormat.FOCUS_1_2);
    }

    @Test
    void badBillRowsAreRefusedOneByOne() throws Exception {
        FileReport report = desk.load(
                FOCUS_HEADER,
                "1,1,1,USD," + PERIOD + ",Usage,EC2,acct,i-1,,x",
                "NULL,1,1,USD," + PERIOD + ",Usage,EC2,acct,i-2,,x",
                "abc,1,1,USD," + PERIOD + ",Usage,EC2,acct,i-3,,x",
                "1,1,1,NULL," + PERIOD + ",Usage,EC2,acct,i-4,,x",
                "1,1,1,USD,2024-09-02 00:00:00,2024-09-01 00:00:00,Usage,EC2,acct,i-5,,x",
                "1,1,1,USD," + PERIOD + ",Gift,EC2,acct,i-6,,x",
                "1,NaN,1,USD," + PERIOD + ",Usage,EC2,acct,i-7,,x",
                "1e300,1,1,USD," + PERIOD + ",Usage,EC2,acct,i-8,,x",
                "1,1,1,USD,4/1/25,4/2/25,Usage,EC2,acct,i-9,,x",
                "2,1,1,USD," + PERIOD + ",Usage,EC2,acct,i-10,not json,x");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejects())
                .extracting(RejectedRow::field)
                .containsExactly(
                        "BilledCost",
                        "BilledCost",
                        "BillingCurrency",
                        "ChargePeriodEnd",
                        "ChargeCategory",
                        "EffectiveCost",
                        "BilledCost",
                        "ChargePeriodStart");
        assertThat(report.rejects()).extracting(RejectedRow::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(report.notes()).singleElement().asString().contains("tags of 1 rows");
        assertThat(totals(CostBasis.BILLED)).isEqualTo(usd("3"));
        String batch = desk.workspace().batches().batches().getFirst().id();
        assertThat(desk.workspace().batches().rejects(batch, report.path().toString()))
                .isEqualTo(report.rejects());
    }

    @Test
    void equalRowsOfOneBillAreAllKeptAndTheSameRowsOfAnotherFileAreNot() throws Exception {
        String row = "0.25,0.25,0.25,USD," + PERIOD + ",Usage,EC2,acct,i-1,,x";
        String other = "0.5,0.5,0.5,USD," + PERIOD + ",Usage,EC2,acct,i-2,,x";
        assertThat(desk.load(FOCUS_HEADER, row, row, row).accepted()).isEqualTo(3);
        assertThat(totals(CostBasis.BILLED)).isEqualTo(usd("0.75"));

        FileReport again = desk.load(desk.file("elsewhere.csv", FOCUS_HEADER, other, row, row, row, row));
        assertThat(again.accepted()).isEqualTo(2);
        assertThat(again.duplicates()).isEqualTo(3);
        assertThat(again.billed()).isEqualTo(usd("1.50"));
        assertThat(totals(CostBasis.BILLED)).isEqualTo(usd("1.50"));
        assertThat(desk.workspace().charges().count()).isEqualTo(5);
    }

    @Test
    void theOrderOfColumnsTheDelimiterAndTheCompressionDoNotMakeARowNew() throws Exception {
        desk.load(FOCUS_HEADER, "1,2,3,USD," + PERIOD + ",Usage,EC2,acct,i-1,,x");
        String turned = "Vendor;Tags;ResourceId;SubAccountId;ServiceName;ChargeCategory;ChargePeriodEnd;"
                + "ChargePeriodStart;BillingCurrency;ListCost;EffectiveCost;BilledCost\r\n"
                + "x;NULL;i-1;acct;EC2;Usage;2024-09-01 01:00:00;2024-09-01 00:00:00;USD;3;2;1\r\n";
        FileReport report = desk.load(desk.file("turned", Desk.gzip(turned.getBytes(StandardCharsets.UTF_8))));
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.accepted()).isZero();
    }

    @Test
    void dailyCostIsDividedByEveryGroupingAndAddsUp() throws Exception {
        desk.load(
                FOCUS_HEADER,
                "1,1,1,USD," + PERIOD + ",Usage,EC2,a,i-1,,x",
                "2,2,2,USD,2024-09-01T23:59:59Z,2024-09-02T01:00:00Z,Usage,S3,a,i-2,,x",
                "4,4,4,USD,2024-09-02T00:00:00Z,2024-09-02T01:00:00Z,Tax,EC2,b,,,x",
                "8,,,EUR,2024-09-02T00:00:00Z,2024-09-02T01:00:00Z,Usage,EC2,b,,,x");
        LocalDate first = LocalDate.of(2024, 9, 1);
        assertThat(desk.workspace().charges().daily(CostGrouping.SERVICE, CostBasis.BILLED))
                .containsExactly(
                        new DailyCost(first, "EC2", Money.of("1", "USD")),
                        new DailyCost(first, "S3", Money.of("2", "USD")),
                        new DailyCost(first.plusDays(1), "EC2", Money.of("8", "EUR")),
                        new DailyCost(first.plusDays(1), "EC2", Money.of("4", "USD")));
        assertThat(desk.workspace().charges().daily(CostGrouping.TOTAL, CostBasis.EFFECTIVE))
                .containsExactly(
                        new DailyCost(first, "", Money.of("3", "USD")),
                        new DailyCost(first.plusDays(1), "", Money.of("4", "USD")));
        for (CostGrouping grouping : CostGrouping.values()) {
            assertThat(desk.workspace().charges().daily(grouping, CostBasis.BILLED).stream()
                            .map(cost -> cost.amount().amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("15");
        }
    }

    @Test
    void curLinesAreBilledUnblendedAndAmortisedByTheirType() throws Exception {
        String header = "identity/LineItemId,bill/PayerAccountId,lineItem/UsageAccountId,lineItem/LineItemType,"
                + "lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/ProductCode,lineItem/UnblendedCost,"
                + "lineItem/CurrencyCode,savingsPlan/SavingsPlanARN,savingsPlan/SavingsPlanEffectiveCost,"
                + "savingsPlan/TotalCommitmentToDate,savingsPlan/UsedCommitment,reservation/EffectiveCost,"
                + "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod,reservation/UnusedRecurringFee,"
                + "resourceTags/user:team";
        String when = "2024-09-01T00:00:00Z,2024-09-01T01:00:00Z";
        FileReport report = desk.load(
                header,
                "a,p,u,Usage," + when + ",EC2,10,USD,,,,,,,,shop",
                "b,p,u,SavingsPlanCoveredUsage," + when + ",EC2,20,USD,arn,12.5,,,,,,",
                "c,p,u,SavingsPlanNegation," + when + ",EC2,-20,USD,arn,,,,,,,",
                "d,p,u,SavingsPlanRecurringFee," + when + ",SP,15,USD,arn,,15,12.5,,,,",
                "e,p,u,DiscountedUsage," + when + ",EC2,0,USD,,,,,3.5,,,",
                "f,p,u,RIFee," + when + ",EC2,5,USD,,,,,,0.25,0.75,",
                "g,p,u,Tax,2024-09-01 00:00:00,2024-10-01 00:00:00,EC2,2,USD,,,,,,,,",
                "h,p,u,Credit," + when + ",EC2,-1,USD,,,,,,,,",
                "i,p,u,Refund," + when + ",EC2,-0.5,USD,,,,,,,,");
        assertThat(report.format()).isEqualTo(SourceFormat.CUR_LEGACY);
        assertThat(report.accepted()).isEqualTo(9);
        assertThat(totals(CostBasis.BILLED)).isEqualTo(usd("30.5"));
        assertThat(totals(CostBasis.EFFECTIVE).get(CurrencyCode.USD)).isEqualByComparingTo("30");
        assertThat(charges())
                .extracting(charge -> charge.line().category())
                .containsExactly(
                        ChargeCategory.USAGE,
                        // What a plan covers and what is taken back for it are one line.
                        ChargeCategory.USAGE,
                        ChargeCategory.PURCHASE,
                        ChargeCategory.USAGE,
                        ChargeCategory.PURCHASE,
                        ChargeCategory.TAX,
                        ChargeCategory.CREDIT,
                        ChargeCategory.ADJUSTMENT);
        assertThat(charges().getFirst().line().tags()).containsExactly(Map.entry("team", "shop"));
    }

    @Test
    void theColumnNamesOfTheAthenaTableAreTheSameColumns() throws Exception {
        FileReport report = desk.load(
                "identity_line_item_id,line_item_line_item_type,line_item_usage_start_date,line_item_usage_end_date,"
                        + "line_item_product_code,line_item_unblended_cost,line_item_currency_code,"
                        + "savings_plan_savings_plan_a_r_n,savings_plan_savings_plan_effective_cost,"
                        + "resource_tags_user_team",
                "a,SavingsPlanCoveredUsage,2022-07-01 00:00:00.000,2022-07-01 01:00:00.000,EC2,2,USD,arn:x,1.5,shop");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(totals(CostBasis.EFFECTIVE)).isEqualTo(usd("1.5"));
        assertThat(charges().getFirst().line().commitment()).isEqualTo("arn:x");
        assertThat(charges().getFirst().line().tags()).containsExactly(Map.entry("team", "shop"));
    }

    @Test
    void rowsThatAreAllOneFieldShorterThanTheHeaderAreReadAndTheReportSaysSo() throws Exception {
        FileReport report = desk.load(
                "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/UnblendedCost,"
                        + "lineItem/CurrencyCode,pricing/OfferingClasspricing/PurchaseOption,costCategory/Team",
                "Usage,2018-06-01 00:00:00,2018-07-01 00:00:00,0.1,USD,x",
                "Usage,2018-06-02 00:00:00,2018-07-01 00:00:00,0.2,USD,x");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.notes())
                .containsExactly("Rows have 6 fields and the header 7; the columns at the end are taken as empty.");
        assertThat(report.first()).contains(Instant.parse("2018-06-01T00:00:00Z"));
        assertThat(report.last()).contains(Instant.parse("2018-06-02T00:00:00Z"));
    }
}
