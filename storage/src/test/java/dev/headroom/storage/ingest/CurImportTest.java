package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CurImportTest {
    private static final String HEADER = "bill_payer_account_id;line_item_usage_account_id;line_item_line_item_type;"
            + "line_item_usage_start_date;line_item_usage_end_date;line_item_product_code;line_item_operation;"
            + "line_item_line_item_description;line_item_unblended_cost;line_item_currency_code;"
            + "pricing_public_on_demand_cost;savings_plan_savings_plan_a_r_n;"
            + "savings_plan_savings_plan_effective_cost;savings_plan_total_commitment_to_date;"
            + "savings_plan_used_commitment;reservation_reservation_a_r_n;reservation_effective_cost;"
            + "reservation_unused_amortized_upfront_fee_for_billing_period;reservation_unused_recurring_fee;"
            + "resource_tags;cost_category;product;discount";
    private static final String WHEN = "2026-03-01T00:00:00.000Z;2026-03-01T01:00:00.000Z";

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

    private BigDecimal total(CostBasis basis) {
        return desk.workspace().charges().totals(basis).getOrDefault(CurrencyCode.USD, BigDecimal.ZERO);
    }

    private List<ChargeRecord> charges() {
        List<ChargeRecord> charges = new ArrayList<>();
        desk.workspace().charges().forEach(charges::add);
        return charges;
    }

    private BigDecimal billed(ChargeCategory category) {
        return charges().stream()
                .filter(charge -> charge.line().category() == category)
                .map(charge -> charge.amounts().billed())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// @param rest from the Savings Plan ARN to the unused recurring fee, seven fields and a separator each
    private static String line(String type, String service, String operation, String cost, String list, String rest) {
        return "p;u;" + type + ";" + WHEN + ";" + service + ";" + operation + ";;" + cost + ";USD;" + list + ";" + rest
                + "{};{};{\"region\": \"eu-west-1\"};{}";
    }

    @Test
    void everyLineItemTypeOfCur2IsBilledAndAmortised() throws Exception {
        FileReport report = desk.load(
                HEADER,
                line("Usage", "EC2", "RunInstances", "10", "10", ";;;;;;;;"),
                line("SavingsPlanCoveredUsage", "EC2", "", "20", "20", "sp;12.5;;;;;;;"),
                line("SavingsPlanNegation", "EC2", "", "-20", "20", "sp;;;;;;;;"),
                line("SavingsPlanRecurringFee", "SP", "", "15", "", "sp;;15;12.5;;;;;"),
                line("SavingsPlanUpfrontFee", "SP", "", "100", "", "sp;;;;;;;;"),
                line("DiscountedUsage", "EC2", "", "0", "6", ";;;;ri;3.5;;;"),
                line("RIFee", "EC2", "", "5", "", ";;;;ri;;0.25;0.75;"),
                line("Fee", "EC2", "", "200", "", ";;;;ri;;;;"),
                line("Fee", "Support", "", "29", "", ";;;;;;;;"),
                line("Tax", "EC2", "", "2", "", ";;;;;;;;"),
                line("Credit", "EC2", "", "-1", "", ";;;;;;;;"),
                line("EdpDiscount", "EC2", "", "-0.5", "", ";;;;;;;;"),
                line("Refund", "EC2", "", "-0.25", "", ";;;;;;;;"),
                line("Usage", "EC2", "EKSPod-EC2", "", "", ";;;;;;;;"));
        assertThat(report.format()).isEqualTo(SourceFormat.CUR_2_0);
        assertThat(report.rejects()).isEmpty();
        assertThat(report.accepted()).isEqualTo(14);
        assertThat(report.findings()).isEmpty();
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo("359.25");
        // 10 + 12.5 + 2.5 unused + 3.5 + 1 unused + 29 + 2 - 1 - 0.5 - 0.25
        assertThat(total(CostBasis.EFFECTIVE)).isEqualByComparingTo("58.75");
        assertThat(total(CostBasis.LIST)).isEqualByComparingTo("36");
        assertThat(billed(ChargeCategory.USAGE)).isEqualByComparingTo("10");
        assertThat(billed(ChargeCategory.PURCHASE)).isEqualByComparingTo("349");
        assertThat(billed(ChargeCategory.TAX)).isEqualByComparingTo("2");
        assertThat(billed(ChargeCategory.CREDIT)).isEqualByComparingTo("-1.5");
        assertThat(billed(ChargeCategory.ADJUSTMENT)).isEqualByComparingTo("-0.25");
        assertThat(charges().getFirst().line().region()).isEqualTo("eu-west-1");
        assertThat(charges()).extracting(charge -> charge.line().commitment()).contains("sp", "ri", "");
    }

    @Test
    void tagsAndCostCategoriesComeFromTheObjects() throws Exception {
        String row = "p;u;Usage;" + WHEN + ";EC2;;;1;USD;;;;;;;;;;";
        FileReport report = desk.load(
                HEADER,
                row
                        + "\"{\"\"user_team\"\": \"\"shop\"\", \"\"aws_created_by\"\": \"\"me\"\", \"\"user_empty\"\": \"\"\"\"}\";"
                        + "{\"Division\":\"Retail\"};{};{}",
                row + "user_team=shop;{};{};{}");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(charges().getFirst().line().tags())
                .isEqualTo(Map.of("team", "shop", "aws:created_by", "me", "cost_category:Division", "Retail"));
        assertThat(report.notes())
                .containsExactly("The tags of 1 rows are not a JSON object; those rows are kept without tags.");
    }

    @Test
    void legacyCostCategoriesAreTags() throws Exception {
        FileReport report = desk.load(
                "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/UnblendedCost,"
                        + "lineItem/CurrencyCode,costCategory/Division,resourceTags/user:User_Name,resourceTags/aws:createdBy",
                "Usage,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,1,USD,Retail,ann,root");
        assertThat(report.format()).isEqualTo(SourceFormat.CUR_LEGACY);
        assertThat(charges().getFirst().line().tags())
                .isEqualTo(Map.of("cost_category:Division", "Retail", "User_Name", "ann", "aws:createdBy", "root"));
    }

    @Test
    void netColumnsSpreadTheDiscountAndItsOwnLinesCountNothing() throws Exception {
        String header = "line_item_line_item_type,line_item_usage_start_date,line_item_usage_end_date,"
                + "line_item_unblended_cost,line_item_net_unblended_cost,line_item_currency_code,"
                + "savings_plan_savings_plan_effective_cost,savings_plan_net_savings_plan_effective_cost,"
                + "reservation_effective_cost,reservation_net_effective_cost,discount";
        String when = WHEN.replace(';', ',');
        FileReport report = desk.load(
                header,
                "Usage," + when + ",10,9,USD,,,,,{}",
                "SavingsPlanCoveredUsage," + when + ",20,18,USD,12,10.8,,,{}",
                "SavingsPlanNegation," + when + ",-20,-18,USD,,,,,{}",
                "DiscountedUsage," + when + ",0,0,USD,,,3,2.7,{}",
                "EdpDiscount," + when + ",-1,0,USD,,,,,{}",
                "PrivateRateDiscount," + when + ",-0.5,,USD,,,,,{}");
        assertThat(report.accepted()).isEqualTo(6);
        assertThat(total(CostBasis.BILLED)).isEqualByComparingTo("8.5");
        assertThat(total(CostBasis.EFFECTIVE)).isEqualByComparingTo("22.5");
        assertThat(report.notes()).singleElement().asString().contains("after negotiated discounts");
    }

    @Test
    void anUnknownLineItemTypeIsAFindingAndAMissingColumnMakesTheEffectiveCostUnknown() throws Exception {
        FileReport report = desk.load(
                "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/UnblendedCost,"
                        + "lineItem/CurrencyCode",
                "Surprise,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,1,USD",
                "SavingsPlanCoveredUsage,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,1,USD");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("line-item-type");
            assertThat(finding.value()).isEqualTo("Surprise");
        });
        assertThat(report.notes()).singleElement().asString().contains("effective cost of 1 rows is unknown");
        assertThat(desk.workspace().charges().unknown(CostBasis.EFFECTIVE)).isEqualTo(1);
    }
}
