package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowScan;
import dev.headroom.storage.source.SourceFormat;
import dev.headroom.storage.source.export.GcpReader;
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

final class GcpImportTest {
    private static final String HEADER =
            "billing_account_id,service.description,sku.id,sku.description,usage_start_time,"
                    + "usage_end_time,project.id,labels,location.region,cost,currency,usage.amount,usage.unit,credits,"
                    + "invoice.month,cost_type";

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

    private static String row(String sku, String cost, String labels, String credits, String type) {
        return "B-1,Compute Engine,S-1," + sku + ",2024-08-31 23:00:00 UTC,2024-09-01 00:00:00 UTC,p-1,"
                + quoted(labels) + ",us-west1," + cost + ",USD,3600.0,seconds," + quoted(credits) + ",202409," + type;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    private BigDecimal total(CostBasis basis) {
        return desk.workspace().charges().totals(basis).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    @Test
    void billedIsTheCostAndCreditsMakeTheEffectiveCost() throws Exception {
        FileReport report = desk.load(
                HEADER,
                row(
                        "Core",
                        "5e-06",
                        "[{'key': 'team', 'value': \"o'shop\"}, {'key': 'none', 'value': None}]",
                        "[{'name': 'Trial', 'amount': -4e-06, 'full_name': None, 'type': 'PROMOTION'}]",
                        "regular"),
                row(
                        "Core",
                        "0.050571",
                        "{\"team\": \"shop\"}",
                        "[{\"name\": \"Sustained\", \"amount\": -0.015077}, {\"amount\": -0.010204}]",
                        "regular"),
                row("Tax", "1.5", "[]", "[]", "tax"),
                row("Rounding", "-0.01", "{}", "", "rounding_error"),
                row("Commitment v1: Cpu", "9", "[]", "[]", "regular"),
                row("Fix", "-2", "[]", "[]", "adjustment"));
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.GCP);
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("8.540576")));
        assertThat(total(CostBasis.EFFECTIVE)).isEqualByComparingTo("8.515291");
        assertThat(report.notes())
                .containsExactly(
                        "Credits of -0.025285 USD are part of the effective cost; billed is the cost before them.");
        assertThat(charges())
                .extracting(charge -> charge.line().category())
                .containsExactlyInAnyOrder(
                        ChargeCategory.USAGE,
                        ChargeCategory.USAGE,
                        ChargeCategory.TAX,
                        ChargeCategory.ADJUSTMENT,
                        ChargeCategory.PURCHASE,
                        ChargeCategory.ADJUSTMENT);
        ChargeRecord first = charges().stream()
                .filter(charge -> charge.line().tags().size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(first.line().tags()).isEqualTo(Map.of("team", "o'shop", "none", ""));
        assertThat(first.line().subAccount()).isEqualTo("p-1");
        assertThat(first.line().region()).isEqualTo("us-west1");
        assertThat(first.line().unit()).isEqualTo("seconds");
        assertThat(first.start()).isEqualTo(Instant.parse("2024-08-31T23:00:00Z"));
        List<ChargeRecord> made = Recorded.of(
                GcpReader.of(List.of(HEADER.split(",")), RowScan.NONE),
                row("Core", "1", "", "", "regular").replace("\"", ""));
        assertThat(made.getFirst().billingMonth()).isEqualTo(YearMonth.of(2024, 9));
    }

    @Test
    void linesOfJsonAreTheSameExportWithNestedObjects() throws Exception {
        String line = "{\"billing_account_id\":\"B-1\",\"service\":{\"id\":\"X\",\"description\":\"BigQuery\"},"
                + "\"sku\":{\"id\":\"S\",\"description\":\"Analysis\"},\"usage_start_time\":\"2024-08-19 00:00:00 UTC\","
                + "\"usage_end_time\":\"2024-08-19 01:00:00 UTC\",\"project\":{\"id\":\"p-2\",\"labels\":[{\"key\":\"env\","
                + "\"value\":\"prod\"},{\"key\":\"team\",\"value\":\"all\"}]},\"labels\":[{\"key\":\"team\",\"value\":\"shop\"}],"
                + "\"location\":{\"location\":\"eu\",\"region\":null},\"cost\":2.560454,\"currency\":\"EUR\",\"usage\":"
                + "{\"amount\":\"346492502016\",\"unit\":\"bytes\",\"amount_in_pricing_units\":0.315133069,"
                + "\"pricing_unit\":\"tebibyte\"},\"credits\":[{\"amount\":-0.5}],\"invoice\":{\"month\":\"202408\"},"
                + "\"cost_type\":\"regular\",\"adjustment_info\":null}";
        FileReport report = desk.load(desk.file("bq.json", Desk.gzip((line + "\n").getBytes(StandardCharsets.UTF_8))));
        assertThat(report.format()).isEqualTo(SourceFormat.GCP);
        assertThat(report.billed()).isEqualTo(Map.of(new CurrencyCode("EUR"), new BigDecimal("2.560454")));
        ChargeRecord charge = charges().getFirst();
        assertThat(charge.amounts().effective()).contains(new BigDecimal("2.060454"));
        assertThat(charge.line().service()).isEqualTo("BigQuery");
        assertThat(charge.line().subAccount()).isEqualTo("p-2");
        assertThat(charge.line().region()).isEqualTo("eu");
        assertThat(charge.line().unit()).isEqualTo("tebibyte");
        assertThat(charge.line().tags()).isEqualTo(Map.of("team", "shop", "env", "prod"));
        assertThat(charge.billingMonth()).isEqualTo(YearMonth.of(2024, 8));
    }

    @Test
    void unreadableCreditsMakeTheEffectiveCostUnknownAndNotTheBill() throws Exception {
        FileReport report = desk.load(
                HEADER, row("Core", "1", "broken", "[{broken", "regular"), row("Core", "2", "[]", "[{}]", "regular"));
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.USD, new BigDecimal("3")));
        assertThat(desk.workspace().charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(2);
        assertThat(report.notes())
                .containsExactly(
                        "The credits of 2 rows cannot be read; their effective cost is unknown.",
                        "The tags of 1 rows cannot be read; those rows are kept without tags.");
    }

    @Test
    void badRowsAreRefusedWithFieldAndValue() throws Exception {
        String good = row("Core", "1", "[]", "[]", "regular");
        FileReport report = desk.load(
                HEADER,
                good,
                good.replace(",USD,", ",,"),
                good.replace("us-west1,1,", "us-west1,one,"),
                good.replace("2024-08-31 23:00:00 UTC", "yesterday"),
                good.replace("2024-09-01 00:00:00 UTC", "2024-08-01 00:00:00 UTC"),
                good.replace("202409", "2024-13"));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejects())
                .extracting(RejectedRow::field)
                .containsExactly("currency", "cost", "usage_start_time", "usage_end_time", "invoice.month");
        assertThat(report.rejects().getLast().value()).isEqualTo("2024-13");
    }

    @Test
    void theTableOfTheConsoleHasItsCurrencyInTheNameOfTheColumn() throws Exception {
        FileReport report = desk.load(
                "Invoice number,1234",
                "Invoice date,2023-01-31",
                "Project ID,Service description,SKU description,SKU ID,Cost type,Usage start date,Usage end date,Cost (€)",
                "p-1,BigQuery,Analysis,S,Usage,2023-01-01,2023-01-31,1.25",
                "p-1,,Tax,,Tax,2023-01-01,2023-01-31,0.25",
                "Total,,,,,,,1.5");
        assertThat(report.billed()).isEqualTo(Map.of(new CurrencyCode("EUR"), new BigDecimal("1.50")));
        assertThat(charges().getFirst().end()).isEqualTo(Instant.parse("2023-02-01T00:00:00Z"));
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.notes()).containsExactly("The file has no column credits, so the effective cost is unknown.");
    }

    @Test
    void anExportWithoutCostIsRefused() throws Exception {
        assertThat(desk.load("service.description,sku.id,usage_start_time,currency", "a,b,2024-01-01,USD")
                        .error()
                        .orElseThrow()
                        .message())
                .contains("a Google Cloud billing export without the column cost");
    }
}
