package dev.headroom.storage.source.cur;

import dev.headroom.engine.cost.ChargeCategory;
import java.util.Map;
import java.util.Optional;

/// What the line item types of a report are in FOCUS terms.
final class LineItemType {
    private static final Map<String, ChargeCategory> CATEGORIES = Map.ofEntries(
            Map.entry("Usage", ChargeCategory.USAGE),
            Map.entry("DiscountedUsage", ChargeCategory.USAGE),
            Map.entry("SavingsPlanCoveredUsage", ChargeCategory.USAGE),
            // takes back the on-demand price of covered usage
            Map.entry("SavingsPlanNegation", ChargeCategory.USAGE),
            Map.entry("Fee", ChargeCategory.PURCHASE),
            Map.entry("RIFee", ChargeCategory.PURCHASE),
            Map.entry("SavingsPlanRecurringFee", ChargeCategory.PURCHASE),
            Map.entry("SavingsPlanUpfrontFee", ChargeCategory.PURCHASE),
            Map.entry("FlatRateSubscription", ChargeCategory.PURCHASE),
            Map.entry("Tax", ChargeCategory.TAX),
            Map.entry("Credit", ChargeCategory.CREDIT),
            Map.entry("Discount", ChargeCategory.CREDIT),
            Map.entry("BundledDiscount", ChargeCategory.CREDIT),
            Map.entry("EdpDiscount", ChargeCategory.CREDIT),
            Map.entry("PrivateRateDiscount", ChargeCategory.CREDIT),
            Map.entry("RiVolumeDiscount", ChargeCategory.CREDIT),
            Map.entry("SppDiscount", ChargeCategory.CREDIT),
            Map.entry("Refund", ChargeCategory.ADJUSTMENT));

    private LineItemType() {}

    /// The category of a type; empty when the type is not known.
    static Optional<ChargeCategory> category(String type) {
        return Optional.ofNullable(CATEGORIES.get(type));
    }

    /// True for the lines of negotiated discounts, which net columns spread over the lines that they reduce.
    static boolean isDiscount(String type) {
        return type.endsWith("Discount");
    }
}
