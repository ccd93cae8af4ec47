package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.export.AzureReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

final class AzureImportTest {
    private static final String ENTERPRISE = "SubscriptionId,ResourceLocation,Date,ProductName,MeterCategory,MeterName,"
            + "UnitOfMeasure,Quantity,CostInBillingCurrency,ResourceId,Tags,ReservationId,ChargeType,PricingModel,"
            + "BillingAccountId,BillingCurrencyCode,BillingPeriodStartDate,BillingPeriodEndDate,ServiceFamily,benefitId";

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

    private static String row(String date, String cost, String reservation, String type, String model) {
        return "sub-1,westeurope," + date + ",D2s v3,Virtual Machines,D2s v3,1 Hour,24," + cost
                + ",/subscriptions/sub-1/vm,\"\"\"team\"\": \"\"shop\"\",\"\"env\"\": \"\"prod\"\"\"," + reservation
                + ","
                + type + "," + model + ",8765,CAD,9/1/2023,9/30/2023,Compute,";
    }

    private static String usage(String date, String cost) {
        return row(date, cost, "", "Usage", "OnDemand");
    }

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    private BigDecimal total(CostBasis basis, String currency) {
        return desk.workspace().charges().totals(basis).getOrDefault(new CurrencyCode(currency), BigDecimal.ZERO);
    }

    @Test
    void enterpriseRowsBecomeChargesWithEveryDecimal() throws Exception {
        FileReport report = desk.load(ENTERPRISE, usage("9/2/2023", "6.19947E-09"), usage("9/13/2023", "(0.5)"));
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.AZURE);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.billed())
                .isEqualTo(
                        Map.of(new CurrencyCode("CAD"), new BigDecimal("6.19947E-09").subtract(new BigDecimal("0.5"))));
        assertThat(total(CostBasis.EFFECTIVE, "CAD")).isEqualTo(report.billed().get(new CurrencyCode("CAD")));
        ChargeRecord first = charges().getFirst();
        assertThat(first.start()).isEqualTo(Instant.parse("2023-09-02T00:00:00Z"));
        assertThat(first.end()).isEqualTo(Instant.parse("2023-09-03T00:00:00Z"));
        assertThat(first.billingMonth()).isEqualTo(YearMonth.of(2023, 9));
        assertThat(first.quantity()).contains(new BigDecimal("24"));
        assertThat(first.line().provider()).isEqualTo("Microsoft");
        assertThat(first.line().subAccount()).isEqualTo("sub-1");
        assertThat(first.line().service()).isEqualTo("Virtual Machines");
        assertThat(first.line().serviceCategory()).isEqualTo("Compute");
        assertThat(first.line().region()).isEqualTo("westeurope");
        assertThat(first.line().resource()).isEqualTo("/subscriptions/sub-1/vm");
        assertThat(first.line().tags()).isEqualTo(Map.of("team", "shop", "env", "prod"));
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void actualAndAmortisedCostOfAMonthAddUpWhenBothAreImportedAsPartsOfIt() throws Exception {
        String onDemand = usage("9/2/2023", "7");
        FileReport actual = desk.load(
                ENTERPRISE,
                onDemand,
                row("9/2/2023", "0", "r-1", "Usage", "Reservation"),
                row("9/1/2023", "300", "r-1", "Purchase", "Reservation"),
                row("9/9/2023", "-20", "r-1", "Refund", "Reservation"),
                row("9/9/2023", "9", "", "Purchase", "OnDemand"),
                row("9/9/2023", "0.01", "", "RoundingAdjustment", ""),
                row("9/9/2023", "1.5", "", "Tax", ""),
                row("9/9/2023", "-3", "", "Credit", ""));
        assertThat(actual.accepted()).isEqualTo(8);
        assertThat(total(CostBasis.BILLED, "CAD")).isEqualByComparingTo("294.51");
        assertThat(total(CostBasis.EFFECTIVE, "CAD")).isEqualByComparingTo("14.51");
        assertThat(desk.workspace().charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(1);
        assertThat(charges())
                .extracting(charge -> charge.line().category())
                .containsExactlyInAnyOrder(
                        ChargeCategory.USAGE,
                        ChargeCategory.USAGE,
                        ChargeCategory.PURCHASE,
                        ChargeCategory.ADJUSTMENT,
                        ChargeCategory.PURCHASE,
                        ChargeCategory.ADJUSTMENT,
                        ChargeCategory.TAX,
                        ChargeCategory.CREDIT);

        FileReport amortised = desk.workspace()
                .ingest()
                .with(Redelivery.ADD)
                .importPaths(
                        List.of(desk.file(
                                "amortised.csv",
                                ENTERPRISE,
                                onDemand,
                                row("9/2/2023", "8", "r-1", "Usage", "Reservation"),
                                row("9/2/2023", "2", "r-1", "UnusedReservation", "Reservation"),
                                row("9/2/2023", "4", "", "Usage", "SavingsPlan"))),
                        IngestProgress.none(),
                        Desk.NOW)
                .files()
                .getFirst();
        assertThat(amortised.duplicates()).isEqualTo(1);
        assertThat(amortised.billed()).isEqualTo(Map.of(new CurrencyCode("CAD"), new BigDecimal("7")));
        assertThat(total(CostBasis.BILLED, "CAD")).isEqualByComparingTo("294.51");
        assertThat(total(CostBasis.EFFECTIVE, "CAD")).isEqualByComparingTo("28.51");
        assertThat(amortised.notes().getFirst())
                .contains("amortised", "3 rows", "14 CAD", "not part of the billed total");
    }

    @Test
    void theOrderOfDayAndMonthIsThatOfTheWholeFile() throws Exception {
        String header = "SubscriptionGuid,UsageDateTime,MeterCategory,PreTaxCost,Currency";
        List<String> lines = new ArrayList<>(List.of(header, "s,02/03/2021,Storage,1,EUR"));
        for (int i = 0; i < 5_000; i++) {
            lines.add("s,02/03/2021,Storage," + i + ",EUR");
        }
        lines.add("s,13/03/2021,Storage,1,EUR");
        FileReport dayFirst = desk.load(lines.toArray(String[]::new));
        assertThat(dayFirst.rejects()).isEmpty();
        assertThat(dayFirst.first()).contains(Instant.parse("2021-03-02T00:00:00Z"));
        assertThat(dayFirst.last()).contains(Instant.parse("2021-03-13T00:00:00Z"));
        assertThat(dayFirst.notes()).isEmpty();

        FileReport points = desk.load(header, "s,02.03.2021,Storage,2,EUR");
        assertThat(points.first()).contains(Instant.parse("2021-03-02T00:00:00Z"));

        FileReport open = desk.load(header, "s,02/03/2021,Storage,3,EUR");
        assertThat(open.first()).contains(Instant.parse("2021-02-03T00:00:00Z"));
        assertThat(open.notes()).singleElement().asString().contains("read as month/day/year");

        FileReport either = desk.load(header, "s,02/02/2021,Storage,4,EUR");
        assertThat(either.notes()).isEmpty();

        FileReport mixed = desk.load(header, "s,12/25/2021,Storage,5,EUR", "s,25/12/2021,Storage,6,EUR");
        assertThat(mixed.rejects())
                .singleElement()
                .isEqualTo(new RejectedRow(
                        3,
                        "UsageDateTime",
                        "25/12/2021",
                        "There is no such date; the dates of this file are month/day/year."));
    }

    @Test
    void theEndOfTheBillingPeriodTellsTheOrderOfDayAndMonth() throws Exception {
        String row = usage("2/9/2023", "1").replace("9/1/2023,9/30/2023", "1/9/2023,30/9/2023");
        assertThat(desk.load(ENTERPRISE, row).first()).contains(Instant.parse("2023-09-02T00:00:00Z"));
        assertThat(charges().getFirst().billingMonth()).isEqualTo(YearMonth.of(2023, 9));
    }

    @Test
    void oldAndNewNamesOfTheColumnsAreRead() throws Exception {
        assertThat(desk.load(
                                "SubscriptionGuid,UsageDateTime,MeterCategory,PreTaxCost,InstanceId,Tags,Currency",
                                "s,2019-07-29 00:00:00,Bandwidth,1,/vm,\"{\"\"project\"\":\"\"p1\"\"}\",USD")
                        .billed())
                .isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("1")));
        FileReport agreement = desk.load(
                "invoiceId,previousInvoiceId,servicePeriodStartDate,date,meterCategory,SubscriptionId,ResourceId,quantity,"
                        + "chargeType,billingCurrency,pricingCurrency,costInBillingCurrency,costInPricingCurrency,costInUsd,"
                        + "paygCostInBillingCurrency,exchangeRateDate,tags,pricingModel",
                "G1,,10/01/2024,10/15/2024,Compute,s2,/vm2,1,Usage,EUR,USD,2,2.2,2.2,3,1/1/24,,OnDemand",
                "G2,G1,10/01/2024,10/15/2024,Compute,s2,/vm2,1,Refund,EUR,USD,-1,-1.1,-1.1,,1/1/24,,OnDemand");
        assertThat(agreement.billed()).isEqualTo(Map.of(new CurrencyCode("EUR"), new BigDecimal("1")));
        assertThat(total(CostBasis.LIST, "EUR")).isEqualByComparingTo("3");
        assertThat(desk.load(
                                "subscriptionid,date,metercategory,Cost (EUR)",
                                "s,2021-02-01,Storage,5",
                                "s,20210202,Storage,6")
                        .billed())
                .isEqualTo(Map.of(new CurrencyCode("EUR"), new BigDecimal("11")));
        assertThat(desk.load("UsageDate,CostUSD,Cost,Currency", "2024-01-01,1.1,1,EUR")
                        .billed())
                .isEqualTo(Map.of(new CurrencyCode("EUR"), new BigDecimal("1")));
    }

    @Test
    void currenciesAreKeptApartAndVirtualOnesAsTheyAreWritten() throws Exception {
        FileReport report = desk.load(
                "SubscriptionGuid,UsageDateTime,MeterCategory,PreTaxCost,Currency",
                "s,2022-11-03,Storage,1,eur",
                "s,2022-11-03,Storage,2,EUR",
                "s,2022-11-03,Storage,4,MC",
                "s,2022-11-03,Storage,8,Cloud Credits");
        assertThat(report.billed())
                .isEqualTo(Map.of(
                        new CurrencyCode("EUR"),
                        new BigDecimal("3"),
                        new CurrencyCode("MC"),
                        new BigDecimal("4"),
                        new CurrencyCode("Cloud Credits"),
                        new BigDecimal("8")));
    }

    @Test
    void theInvoiceTheBillingMonthAndCorrectionsComeFromTheRow() throws Exception {
        List<String> header =
                List.of("invoiceId,previousInvoiceId,date,billingPeriodStartDate,meterCategory,cost,billingCurrency"
                        .split(","));
        List<ChargeRecord> charges = Recorded.of(
                AzureReader.of(header, RowScan.NONE),
                "G1,,08/31/2024,09/01/2024,Storage,1,EUR",
                "G2,G1,08/31/2024,,Storage,-1,EUR");
        assertThat(charges).extracting(charge -> charge.line().invoice()).containsExactly("G1", "G2");
        assertThat(charges).extracting(charge -> charge.line().correction()).containsExactly(false, true);
        assertThat(charges)
                .extracting(ChargeRecord::billingMonth)
                .containsExactly(YearMonth.of(2024, 9), YearMonth.of(2024, 8));
    }

    @Test
    void aPortalInAnotherLanguageIsReadByTheEnglishNamesInParentheses() throws Exception {
        FileReport report = desk.load(
                "Abonnement-GUID (SubscriptionGuid),UsageDateTime (UsageDateTime),Kategorie der Verbrauchseinheit"
                        + " (MeterCategory),PreTaxCost (PreTaxCost),Currency",
                "s,2021-02-02,Load Balancer,0.075,USD");
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("0.075")));
        assertThat(charges().getFirst().line().service()).isEqualTo("Load Balancer");
    }

    @Test
    void columnsInAnotherLanguageAreRefusedWithTheirNames() throws Exception {
        FileReport german = desk.load(
                "Abonnement-GUID,Datum,Kategorie der Verbrauchseinheit,Kosten,Währung", "s,01.02.2021,Speicher,1,EUR");
        assertThat(german.error().orElseThrow().code()).isEqualTo("HR-2012");
        assertThat(german.error().orElseThrow().message())
                .contains("Abonnement-GUID, Kategorie der Verbrauchseinheit, Kosten, Währung", "English");
    }

    @Test
    void wordsAboveTheHeaderAndATotalBelowTheRowsAreNoCharges() throws Exception {
        FileReport report = desk.load(desk.file(
                "old.csv",
                ("\ufeffUsage Data Extract\r\n\r\nEnrollment,8765\r\n\r\n"
                                + "Account Name;SubscriptionGuid;Date;Meter Category;Consumed Quantity;ExtendedCost\r\n"
                                + "\r\nA;s;03/31/2017;Storage;1;0,5\r\nA;s;03/31/2017;Storage;1;0.5\r\n"
                                + "Account Name;SubscriptionGuid;Date;Meter Category;Consumed Quantity;ExtendedCost\r\n"
                                + "Total;;;;;1.0\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(report.format()).isEqualTo(SourceFormat.AZURE);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.UNKNOWN, new BigDecimal("0.5")));
        assertThat(report.rejects())
                .extracting(RejectedRow::reason)
                .containsExactly(
                        "Not a number; numbers are written with a decimal point and without grouping.",
                        "This is the header again and no charge.",
                        "A total of other rows is no charge of its own.");
        assertThat(report.notes()).singleElement().asString().contains("does not name its currency", "unknown");
    }

    @Test
    void rowsThatSayNothingOfTheirCostAreRefused() throws Exception {
        String header = "SubscriptionGuid,UsageDateTime,MeterCategory,PreTaxCost,Currency";
        FileReport report = desk.load(
                header,
                "s,2022-11-03,Storage,,USD",
                "s,2022-11-03,Storage,1,",
                "s,soon,Storage,1,USD",
                "s,,Storage,1,USD");
        assertThat(report.accepted()).isZero();
        assertThat(report.rejects())
                .extracting(RejectedRow::field)
                .containsExactly("PreTaxCost", "Currency", "UsageDateTime", "UsageDateTime");
        assertThat(desk.load("SubscriptionGuid,UsageDateTime,MeterCategory,Quantity", "s,2022-11-03,Storage,1")
                        .error()
                        .orElseThrow()
                        .message())
                .contains("an Azure export without the column CostInBillingCurrency or PreTaxCost");
    }

    @Test
    void usageRecordsAreReadLineByLine() throws Exception {
        String record =
                "{\"cost\": %s, \"instance_data\": \"{\\\"Microsoft.Resources\\\":{\\\"tags\\\":{\\\"team\\\":\\\"shop\\\"}}}\","
                        + " \"meter_details\": {\"meter_category\": \"Bandwidth\", \"unit\": \"1 GB\"}, \"resource_id\": \"/vm\","
                        + " \"subscription_id\": \"s\", \"usage_end_time\": \"2024-08-20T00:00:00.000Z\", \"usage_quantity\": 0.5,"
                        + " \"usage_start_time\": \"2024-08-19T00:00:00.000Z\"}";
        FileReport report = desk.load(record.formatted("0.00073610395565629"), record.formatted("null"));
        assertThat(report.format()).isEqualTo(SourceFormat.AZURE);
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.UNKNOWN, new BigDecimal("0.00073610395565629")));
        assertThat(report.rejects())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(2));
        assertThat(charges().getFirst().line().tags()).containsExactly(Map.entry("team", "shop"));
        assertThat(charges().getFirst().line().service()).isEqualTo("Bandwidth");
    }
}
