package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.Finding;
import dev.headroom.storage.source.SourceFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FocusRulesTest {
    /// A row that keeps every rule of FOCUS 1.0.
    private static final Map<String, String> GOOD = good();

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

    private static Map<String, String> good() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("BilledCost", "6");
        row.put("EffectiveCost", "6");
        row.put("ListCost", "10");
        row.put("ContractedCost", "8");
        row.put("ListUnitPrice", "5");
        row.put("ContractedUnitPrice", "4");
        row.put("PricingQuantity", "2");
        row.put("PricingUnit", "Hours");
        row.put("PricingCategory", "Standard");
        row.put("ConsumedQuantity", "2");
        row.put("ConsumedUnit", "Hours");
        row.put("BillingAccountId", "payer");
        row.put("BillingAccountName", "Payer");
        row.put("BillingCurrency", "USD");
        row.put("BillingPeriodStart", "2026-03-01T00:00:00Z");
        row.put("BillingPeriodEnd", "2026-04-01T00:00:00Z");
        row.put("ChargePeriodStart", "2026-03-02T00:00:00Z");
        row.put("ChargePeriodEnd", "2026-03-03T00:00:00Z");
        row.put("ChargeCategory", "Usage");
        row.put("ChargeClass", "");
        row.put("ChargeDescription", "two hours");
        row.put("ChargeFrequency", "Usage-Based");
        row.put("CommitmentDiscountId", "");
        row.put("CommitmentDiscountStatus", "");
        row.put("InvoiceIssuerName", "Cloud");
        row.put("ProviderName", "Cloud");
        row.put("PublisherName", "Cloud");
        row.put("ResourceId", "vm-1");
        row.put("ResourceName", "web");
        row.put("ServiceCategory", "Compute");
        row.put("ServiceName", "Machines");
        row.put("Tags", "{}");
        return row;
    }

    private static Map<String, String> row(String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>(GOOD);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    @SafeVarargs
    private FileReport load(Map<String, String>... rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(";", rows[0].keySet()));
        for (Map<String, String> row : rows) {
            lines.add(String.join(";", row.values()));
        }
        return desk.load(lines.toArray(String[]::new));
    }

    private void assertFinding(String rule, String column, String value, String... namesAndValues) throws IOException {
        FileReport report = load(row(namesAndValues));
        assertThat(report.accepted()).as(rule + " of " + column).isEqualTo(1);
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::column, Finding::rows, Finding::line, Finding::value)
                .contains(tuple(rule, column, 1L, 2L, value));
    }

    @Test
    void aRowThatKeepsTheRulesHasNoFindings() throws Exception {
        assertThat(load(row()).findings()).isEmpty();
        assertThat(load(row(
                                "ChargeCategory",
                                "Tax",
                                "ListUnitPrice",
                                "",
                                "ContractedUnitPrice",
                                "",
                                "PricingQuantity",
                                "",
                                "PricingUnit",
                                "",
                                "PricingCategory",
                                "",
                                "ConsumedQuantity",
                                "",
                                "ConsumedUnit",
                                ""))
                        .findings())
                .isEmpty();
    }

    @Test
    void missingMandatoryColumnsAreNamedAndTheRowsKept() throws Exception {
        Map<String, String> row = row();
        row.remove("ServiceName");
        row.remove("InvoiceIssuerName");
        row.remove("ConsumedUnit");
        FileReport report = load(row, row);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::column, Finding::rows)
                .containsExactly(
                        tuple("missing-column", "InvoiceIssuerName", 2L), tuple("missing-column", "ServiceName", 2L));
    }

    @Test
    void ownColumnsWithoutPrefixAndRepeatedColumnsAreFindings() throws Exception {
        Map<String, String> row = row("Vendor", "a", "x_Team", "b", "servicename ", "c");
        assertThat(load(row).findings())
                .extracting(Finding::rule, Finding::column)
                .containsExactly(tuple("column-name", "Vendor"), tuple("repeated-column", "servicename"));
    }

    @Test
    void valuesAreHeldToTheirColumns() throws Exception {
        assertFinding("null", "ServiceName", "", "ServiceName", "");
        assertFinding("null", "EffectiveCost", "", "EffectiveCost", "NULL");
        assertFinding("allowed-value", "ChargeFrequency", "Usage-based", "ChargeFrequency", "Usage-based");
        assertFinding("allowed-value", "ServiceCategory", "Database", "ServiceCategory", "Database");
        assertFinding("allowed-value", "ChargeCategory", "usage", "ChargeCategory", "usage");
        assertFinding("number-format", "ListUnitPrice", "$5", "ListUnitPrice", "$5");
        assertFinding("number-format", "ConsumedQuantity", "1,000", "ConsumedQuantity", "1,000");
        assertFinding("number-range", "ContractedUnitPrice", "-4", "ContractedUnitPrice", "-4");
        assertFinding(
                "date-format", "ChargePeriodStart", "2026-03-02 00:00:00", "ChargePeriodStart", "2026-03-02 00:00:00");
        assertFinding("currency-code", "BillingCurrency", "Token", "BillingCurrency", "Token");
        assertFinding("key-value-format", "Tags", "team=a", "Tags", "team=a");
    }

    @Test
    void valuesOfARowAreHeldToEachOther() throws Exception {
        assertFinding("price-times-quantity", "ListCost", "11", "ListCost", "11");
        assertFinding("price-times-quantity", "ContractedCost", "7.9", "ContractedCost", "7.9");
        assertFinding("pricing-required", "PricingCategory", "", "PricingCategory", "");
        assertFinding("no-pricing-for-tax", "ListUnitPrice", "5", "ChargeCategory", "Tax");
        assertFinding("consumed-quantity", "ConsumedQuantity", "2", "ChargeCategory", "Credit");
        assertFinding("consumed-quantity-required", "ConsumedQuantity", "", "ConsumedQuantity", "");
        assertFinding("commitment-status", "CommitmentDiscountStatus", "", "CommitmentDiscountId", "sp-1");
        assertFinding(
                "commitment-pricing",
                "PricingCategory",
                "Standard",
                "CommitmentDiscountId",
                "sp-1",
                "CommitmentDiscountStatus",
                "Used");
        assertFinding(
                "value-without-CommitmentDiscountId",
                "CommitmentDiscountStatus",
                "Used",
                "CommitmentDiscountStatus",
                "Used");
        assertFinding(
                "effective-cost-of-purchase",
                "EffectiveCost",
                "6",
                "ChargeCategory",
                "Purchase",
                "CommitmentDiscountId",
                "sp-1");
        assertFinding("frequency-of-purchase", "ChargeFrequency", "Usage-Based", "ChargeCategory", "Purchase");
        assertFinding("value-without-ResourceId", "ResourceName", "web", "ResourceId", "");
    }

    @Test
    void periodsAreHeldToEachOther() throws Exception {
        assertFinding(
                "charge-period", "ChargePeriodEnd", "2026-03-02T00:00:00Z", "ChargePeriodEnd", "2026-03-02T00:00:00Z");
        assertFinding(
                "outside-billing-period",
                "ChargePeriodEnd",
                "2026-04-02T00:00:00Z",
                "ChargePeriodEnd",
                "2026-04-02T00:00:00Z");
        assertFinding(
                "outside-billing-period",
                "ChargePeriodStart",
                "2026-02-28T00:00:00Z",
                "ChargePeriodStart",
                "2026-02-28T00:00:00Z");
        assertFinding(
                "billing-period",
                "BillingPeriodEnd",
                "2026-03-01T00:00:00Z",
                "BillingPeriodEnd",
                "2026-03-01T00:00:00Z");
    }

    @Test
    void correctionsMayLieInEarlierPeriodsAndHaveOtherPrices() throws Exception {
        FileReport report = load(row(
                "ChargeClass",
                "Correction",
                "ChargePeriodStart",
                "2026-01-05T00:00:00Z",
                "ChargePeriodEnd",
                "2026-01-06T00:00:00Z",
                "ListCost",
                "1",
                "PricingQuantity",
                "",
                "PricingUnit",
                "",
                "ConsumedQuantity",
                "",
                "ConsumedUnit",
                ""));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aFindingCountsItsRowsAndIsKeptWithTheBatch() throws Exception {
        FileReport report = load(row(), row("ServiceName", ""), row("ServiceName", "", "BilledCost", "7"));
        Finding finding = report.findings().getFirst();
        assertThat(finding.rows()).isEqualTo(2);
        assertThat(finding.line()).isEqualTo(3);
        FileReport kept =
                desk.workspace().batches().batches().getFirst().files().getFirst();
        assertThat(kept.findings()).containsExactly(finding);
        assertThat(kept.notes()).isEmpty();
    }

    @Test
    void aRefusedRowIsNoFinding() throws Exception {
        FileReport report =
                load(row("BilledCost", "$50,000.00", "ServiceName", "", "ChargePeriodEnd", "2026-03-02T30:00:00Z"));
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void withoutTheColumnTheCurrencyIsUnknownAndTheReportSaysSo() throws Exception {
        Map<String, String> row = row();
        row.remove("BillingCurrency");
        FileReport report = load(row);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.billed()).isEqualTo(Map.of(CurrencyCode.UNKNOWN, new BigDecimal("6")));
        assertThat(report.notes()).singleElement().asString().contains("no column BillingCurrency");
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::column)
                .containsExactly(tuple("missing-column", "BillingCurrency"));
    }

    @Test
    void theLatestColumnTellsTheVersion() throws Exception {
        assertThat(load(row()).format()).isEqualTo(SourceFormat.FOCUS_1_0);
        assertThat(load(row("CommitmentDiscountUnit", "")).format()).isEqualTo(SourceFormat.FOCUS_1_1);
        assertThat(load(row("SubAccountType", "")).format()).isEqualTo(SourceFormat.FOCUS_1_2);
    }

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    @Test
    void slashedDatesAreReadWhereTheBillingPeriodTellsTheOrder() throws Exception {
        FileReport report = load(
                row(
                        "BillingPeriodStart",
                        "4/1/25",
                        "BillingPeriodEnd",
                        "5/1/25",
                        "ChargePeriodStart",
                        "4/2/25",
                        "ChargePeriodEnd",
                        "4/3/25"),
                row(
                        "BillingPeriodStart",
                        "01/06/2025",
                        "BillingPeriodEnd",
                        "01/07/2025",
                        "ChargePeriodStart",
                        "02/06/2025",
                        "ChargePeriodEnd",
                        "03/06/2025"),
                row(
                        "BillingPeriodStart",
                        "4/2/25",
                        "BillingPeriodEnd",
                        "5/2/25",
                        "ChargePeriodStart",
                        "4/2/25",
                        "ChargePeriodEnd",
                        "4/3/25"));
        assertThat(charges())
                .extracting(ChargeRecord::start)
                .containsExactly(Instant.parse("2025-04-02T00:00:00Z"), Instant.parse("2025-06-02T00:00:00Z"));
        assertThat(report.rejects())
                .singleElement()
                .satisfies(row -> assertThat(row.field()).isEqualTo("ChargePeriodStart"));
        assertThat(report.findings()).extracting(Finding::rule).contains("date-format", "date-order");
    }

    @Test
    void anEndWithTooManyHoursIsSoManyHoursAfterMidnight() throws Exception {
        assertFinding(
                "date-format", "ChargePeriodEnd", "2026-03-02T30:00:00Z", "ChargePeriodEnd", "2026-03-02T30:00:00Z");
        assertThat(charges().getFirst().end()).isEqualTo(Instant.parse("2026-03-03T06:00:00Z"));
    }
}
