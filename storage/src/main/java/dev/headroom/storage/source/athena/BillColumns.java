package dev.headroom.storage.source.athena;

import java.util.List;
import java.util.regex.Pattern;

/// The columns of bills that a query takes, under the names that the readers know: those that must agree in
/// a row, the period of the charge, and the amounts that add up. They are those by which the readers group
/// rows (`CurReader`, `FocusReader`), so that a row of sums reads like the rows that it sums.
///
/// @param texts what must agree
/// @param more names of further columns that must agree, whatever they are called
/// @param start of the charge
/// @param end of the charge
/// @param sums what adds up
/// @param period when the billing period begins
/// @param required what a bill cannot do without
record BillColumns(
        List<String> texts,
        Pattern more,
        String start,
        String end,
        List<String> sums,
        String period,
        List<String> required) {
    private static final BillColumns CUR = new BillColumns(
            List.of(
                    "bill_payer_account_id",
                    "bill_invoice_id",
                    "bill_billing_period_start_date",
                    "line_item_usage_account_id",
                    "line_item_line_item_type",
                    "line_item_product_code",
                    "line_item_operation",
                    "line_item_usage_type",
                    "line_item_resource_id",
                    "line_item_line_item_description",
                    "line_item_currency_code",
                    "product_product_family",
                    "product_region_code",
                    "product_region",
                    "product_location",
                    "pricing_unit",
                    "savings_plan_savings_plan_a_r_n",
                    "reservation_reservation_a_r_n",
                    "resource_tags",
                    "cost_category"),
            Pattern.compile("(?i)^(?:resource_?tags|cost_?category)[/_.].+"),
            "line_item_usage_start_date",
            "line_item_usage_end_date",
            List.of(
                    "line_item_usage_amount",
                    "line_item_unblended_cost",
                    "pricing_public_on_demand_cost",
                    "savings_plan_total_commitment_to_date",
                    "savings_plan_used_commitment",
                    "savings_plan_savings_plan_effective_cost",
                    "reservation_effective_cost",
                    "reservation_unused_amortized_upfront_fee_for_billing_period",
                    "reservation_unused_recurring_fee",
                    "line_item_net_unblended_cost",
                    "savings_plan_net_savings_plan_effective_cost",
                    "reservation_net_effective_cost",
                    "reservation_net_unused_amortized_upfront_fee_for_billing_period",
                    "reservation_net_unused_recurring_fee"),
            "bill_billing_period_start_date",
            List.of(
                    "line_item_line_item_type",
                    "line_item_unblended_cost",
                    "line_item_currency_code",
                    "line_item_usage_start_date",
                    "line_item_usage_end_date"));

    private static final BillColumns FOCUS = new BillColumns(
            List.of(
                    "BillingAccountId",
                    "BillingAccountName",
                    "BillingCurrency",
                    "BillingPeriodStart",
                    "BillingPeriodEnd",
                    "InvoiceId",
                    "InvoiceIssuerName",
                    "ProviderName",
                    "PublisherName",
                    "SubAccountId",
                    "ChargeCategory",
                    "ChargeClass",
                    "ChargeDescription",
                    "ServiceCategory",
                    "ServiceName",
                    "RegionId",
                    "RegionName",
                    "ResourceId",
                    "SkuId",
                    "PricingCategory",
                    "PricingUnit",
                    "ConsumedUnit",
                    "CommitmentDiscountId",
                    "CommitmentDiscountStatus",
                    "Tags"),
            Pattern.compile("(?!)"),
            "ChargePeriodStart",
            "ChargePeriodEnd",
            List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost", "ConsumedQuantity", "PricingQuantity"),
            "BillingPeriodStart",
            List.of("BilledCost", "ChargeCategory", "ChargePeriodStart", "ChargePeriodEnd"));

    static BillColumns of(BillKind kind) {
        return switch (kind) {
            case CUR_2, CUR_LEGACY -> CUR;
            case FOCUS -> FOCUS;
        };
    }
}
