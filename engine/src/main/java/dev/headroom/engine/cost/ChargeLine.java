package dev.headroom.engine.cost;

import dev.headroom.engine.quantity.CurrencyCode;
import java.util.Map;
import java.util.Objects;

/// What a charge is for, in FOCUS terms: everything that a bill row says except when and how much. Rows of
/// different days that agree in all of it belong to the same line. Text that the source does not give is empty.
///
/// @param subAccount the account, subscription or project that used the service
/// @param usageType the meter or price (SkuId, usage type, meter)
/// @param correction true when the row corrects a previously invoiced period (ChargeClass = Correction)
/// @param commitment the reservation or savings plan that the row belongs to
/// @param invoice the number of the invoice, where the source gives one
/// @param unit the unit of the quantity
public record ChargeLine(
        String provider,
        String billingAccount,
        String subAccount,
        String service,
        String serviceCategory,
        String region,
        String resource,
        String usageType,
        String description,
        ChargeCategory category,
        boolean correction,
        String commitment,
        String invoice,
        CurrencyCode currency,
        String unit,
        Map<String, String> tags) {
    public ChargeLine {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(currency, "currency");
        tags = Map.copyOf(tags);
    }

    /// A line of a kind in a currency, with everything else to be said.
    public static Builder of(ChargeCategory category, CurrencyCode currency) {
        return new Builder(category, currency);
    }

    /// Collects what a row says; what is not said is empty.
    public static final class Builder {
        private final ChargeCategory category;
        private final CurrencyCode currency;
        private String provider = "";
        private String billingAccount = "";
        private String subAccount = "";
        private String service = "";
        private String serviceCategory = "";
        private String region = "";
        private String resource = "";
        private String usageType = "";
        private String description = "";
        private boolean correction;
        private String commitment = "";
        private String invoice = "";
        private String unit = "";
        private Map<String, String> tags = Map.of();

        private Builder(ChargeCategory category, CurrencyCode currency) {
            this.category = category;
            this.currency = currency;
        }

        public Builder provider(String text) {
            provider = text;
            return this;
        }

        public Builder billingAccount(String text) {
            billingAccount = text;
            return this;
        }

        public Builder subAccount(String text) {
            subAccount = text;
            return this;
        }

        public Builder service(String text) {
            service = text;
            return this;
        }

        public Builder serviceCategory(String text) {
            serviceCategory = text;
            return this;
        }

        public Builder region(String text) {
            region = text;
            return this;
        }

        public Builder resource(String text) {
            resource = text;
            return this;
        }

        public Builder usageType(String text) {
            usageType = text;
            return this;
        }

        public Builder description(String text) {
            description = text;
            return this;
        }

        public Builder correction(boolean corrects) {
            correction = corrects;
            return this;
        }

        public Builder commitment(String text) {
            commitment = text;
            return this;
        }

        public Builder invoice(String text) {
            invoice = text;
            return this;
        }

        public Builder unit(String text) {
            unit = text;
            return this;
        }

        public Builder tags(Map<String, String> namesAndValues) {
            tags = namesAndValues;
            return this;
        }

        public ChargeLine build() {
            return new ChargeLine(
                    provider,
                    billingAccount,
                    subAccount,
                    service,
                    serviceCategory,
                    region,
                    resource,
                    usageType,
                    description,
                    category,
                    correction,
                    commitment,
                    invoice,
                    currency,
                    unit,
                    tags);
        }
    }
}
