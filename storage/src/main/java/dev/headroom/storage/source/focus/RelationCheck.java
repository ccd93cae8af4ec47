package dev.headroom.storage.source.focus;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.storage.source.FindingLog;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the values of a row to each other, as far as the specification states how they relate. Corrections may
/// differ in prices and quantities, so the rules about these leave them out.
final class RelationCheck {
    private static final BigDecimal RELATIVE = new BigDecimal("0.001");
    private static final BigDecimal ABSOLUTE = new BigDecimal("0.000001");
    private static final List<String> WITH_COMMITMENT = List.of(
            "CommitmentDiscountCategory",
            "CommitmentDiscountName",
            "CommitmentDiscountQuantity",
            "CommitmentDiscountStatus",
            "CommitmentDiscountType",
            "CommitmentDiscountUnit");
    private static final List<String> PRICING =
            List.of("ListUnitPrice", "ContractedUnitPrice", "PricingCategory", "PricingQuantity", "PricingUnit");
    private static final EnumSet<ChargeCategory> PRICED = EnumSet.of(ChargeCategory.USAGE, ChargeCategory.PURCHASE);

    private final Map<String, Integer> positions = new HashMap<>();
    private final Columns columns;
    private final FindingLog log;
    private final List<Pair> pairs = new ArrayList<>();

    /// A column that has a value only where another has one.
    private record Pair(String column, String other, String rule, String meaning) {}

    RelationCheck(Columns columns, FindingLog log) {
        this.columns = columns;
        this.log = log;
        FocusColumn.all().forEach(column -> positions.put(column.name(), columns.position(column.name())));
        WITH_COMMITMENT.forEach(column -> pair(column, "CommitmentDiscountId"));
        pair("CapacityReservationStatus", "CapacityReservationId");
        pair("ConsumedUnit", "ConsumedQuantity");
        pair("PricingUnit", "PricingQuantity");
        pair("ResourceName", "ResourceId");
        pair("ResourceType", "ResourceId");
        pair("SubAccountName", "SubAccountId");
    }

    private void pair(String column, String other) {
        if (has(column) && has(other)) {
            pairs.add(new Pair(
                    column,
                    other,
                    "value-without-" + other,
                    "The column has a value only where " + other + " has one."));
        }
    }

    private boolean has(String column) {
        return position(column) >= 0;
    }

    private int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    void check(SourceRow row, ChargeCategory category) {
        boolean correction = text(row, "ChargeClass").equalsIgnoreCase("Correction");
        for (Pair pair : pairs) {
            String text = text(row, pair.column);
            if (!text.isEmpty() && text(row, pair.other).isEmpty()) {
                add(pair.rule, row, pair.column, pair.meaning);
            }
        }
        checkPricing(row, category, correction);
        checkConsumed(row, category, correction);
        checkCommitment(row, category, correction);
        if (!correction) {
            checkProduct(row, "ListCost", "ListUnitPrice");
            checkProduct(row, "ContractedCost", "ContractedUnitPrice");
        }
        if (category == ChargeCategory.PURCHASE && text(row, "ChargeFrequency").equals("Usage-Based")) {
            add("frequency-of-purchase", row, "ChargeFrequency", "A purchase is not usage-based.");
        }
    }

    private void checkPricing(SourceRow row, ChargeCategory category, boolean correction) {
        for (String column : PRICING) {
            boolean empty = text(row, column).isEmpty();
            if (category == ChargeCategory.TAX && !empty) {
                add("no-pricing-for-tax", row, column, "Tax has no value in this column.");
            } else if (PRICED.contains(category) && !correction && empty && has(column)) {
                add("pricing-required", row, column, "Usage and purchases must have a value in this column.");
            }
        }
    }

    private void checkConsumed(SourceRow row, ChargeCategory category, boolean correction) {
        if (!has("ConsumedQuantity")) {
            return;
        }
        boolean empty = text(row, "ConsumedQuantity").isEmpty();
        boolean unused = text(row, "CommitmentDiscountStatus").equals("Unused");
        if (!empty && (category != ChargeCategory.USAGE || unused)) {
            add("consumed-quantity", row, "ConsumedQuantity", "Only usage of something has a consumed quantity.");
        } else if (empty && category == ChargeCategory.USAGE && !unused && !correction) {
            add("consumed-quantity-required", row, "ConsumedQuantity", "Usage must have a consumed quantity.");
        }
    }

    private void checkCommitment(SourceRow row, ChargeCategory category, boolean correction) {
        if (text(row, "CommitmentDiscountId").isEmpty()) {
            return;
        }
        if (category == ChargeCategory.USAGE) {
            if (has("CommitmentDiscountStatus")
                    && text(row, "CommitmentDiscountStatus").isEmpty()) {
                add(
                        "commitment-status",
                        row,
                        "CommitmentDiscountStatus",
                        "Usage under a commitment says whether it used the commitment.");
            }
            String pricing = text(row, "PricingCategory");
            if (!pricing.isEmpty() && !pricing.equals("Committed") && !correction) {
                add("commitment-pricing", row, "PricingCategory", "Usage under a commitment is priced as Committed.");
            }
        }
        boolean costs =
                number(row, "EffectiveCost").filter(cost -> cost.signum() != 0).isPresent();
        if (category == ChargeCategory.PURCHASE && costs) {
            add(
                    "effective-cost-of-purchase",
                    row,
                    "EffectiveCost",
                    "A purchase that covers later charges has the effective cost 0, or its cost counts twice.");
        }
    }

    private void checkProduct(SourceRow row, String cost, String price) {
        Optional<BigDecimal> unit = number(row, price);
        Optional<BigDecimal> quantity = number(row, "PricingQuantity");
        Optional<BigDecimal> stated = number(row, cost);
        if (unit.isEmpty() || quantity.isEmpty() || stated.isEmpty()) {
            return;
        }
        BigDecimal off =
                unit.get().multiply(quantity.get()).subtract(stated.get()).abs();
        if (off.compareTo(ABSOLUTE) > 0 && off.compareTo(stated.get().abs().multiply(RELATIVE)) > 0) {
            add("price-times-quantity", row, cost, "The cost is not " + price + " times PricingQuantity.");
        }
    }

    private Optional<BigDecimal> number(SourceRow row, String column) {
        return ValueCheck.number(column, text(row, column));
    }

    private String text(SourceRow row, String column) {
        return row.text(position(column));
    }

    private void add(String rule, SourceRow row, String column, String meaning) {
        log.add(rule, columns.name(position(column)), row.line(), text(row, column), meaning);
    }
}
