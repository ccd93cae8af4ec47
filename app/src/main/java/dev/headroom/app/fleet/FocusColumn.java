package dev.headroom.app.fleet;

/// The columns of FOCUS 1.0 in the order of the specification.
enum FocusColumn {
    AVAILABILITY_ZONE("AvailabilityZone"),
    BILLED_COST("BilledCost"),
    BILLING_ACCOUNT_ID("BillingAccountId"),
    BILLING_ACCOUNT_NAME("BillingAccountName"),
    BILLING_CURRENCY("BillingCurrency"),
    BILLING_PERIOD_END("BillingPeriodEnd"),
    BILLING_PERIOD_START("BillingPeriodStart"),
    CHARGE_CATEGORY("ChargeCategory"),
    CHARGE_CLASS("ChargeClass"),
    CHARGE_DESCRIPTION("ChargeDescription"),
    CHARGE_FREQUENCY("ChargeFrequency"),
    CHARGE_PERIOD_END("ChargePeriodEnd"),
    CHARGE_PERIOD_START("ChargePeriodStart"),
    COMMITMENT_DISCOUNT_CATEGORY("CommitmentDiscountCategory"),
    COMMITMENT_DISCOUNT_ID("CommitmentDiscountId"),
    COMMITMENT_DISCOUNT_NAME("CommitmentDiscountName"),
    COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus"),
    COMMITMENT_DISCOUNT_TYPE("CommitmentDiscountType"),
    CONSUMED_QUANTITY("ConsumedQuantity"),
    CONSUMED_UNIT("ConsumedUnit"),
    CONTRACTED_COST("ContractedCost"),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice"),
    EFFECTIVE_COST("EffectiveCost"),
    INVOICE_ISSUER_NAME("InvoiceIssuerName"),
    LIST_COST("ListCost"),
    LIST_UNIT_PRICE("ListUnitPrice"),
    PRICING_CATEGORY("PricingCategory"),
    PRICING_QUANTITY("PricingQuantity"),
    PRICING_UNIT("PricingUnit"),
    PROVIDER_NAME("ProviderName"),
    PUBLISHER_NAME("PublisherName"),
    REGION_ID("RegionId"),
    REGION_NAME("RegionName"),
    RESOURCE_ID("ResourceId"),
    RESOURCE_NAME("ResourceName"),
    RESOURCE_TYPE("ResourceType"),
    SERVICE_CATEGORY("ServiceCategory"),
    SERVICE_NAME("ServiceName"),
    SKU_ID("SkuId"),
    SKU_PRICE_ID("SkuPriceId"),
    SUB_ACCOUNT_ID("SubAccountId"),
    SUB_ACCOUNT_NAME("SubAccountName"),
    TAGS("Tags");

    private final String title;

    FocusColumn(String title) {
        this.title = title;
    }

    /// The column id as the specification writes it.
    String title() {
        return title;
    }
}
