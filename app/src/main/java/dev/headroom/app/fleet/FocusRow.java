package dev.headroom.app.fleet;

import static dev.headroom.app.fleet.FocusColumn.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One FOCUS 1.0 row under construction. Cells that nobody sets are null, which the file shows as empty.
final class FocusRow {
    private final String[] cells = new String[FocusColumn.values().length];
    private BigDecimal billed = BigDecimal.ZERO;

    /// A row of the invented company's bill.
    ///
    /// @param period the billing period, a calendar month
    FocusRow(YearMonth period) {
        Arrays.fill(cells, "");
        set(BILLING_ACCOUNT_ID, "100000000001")
                .set(BILLING_ACCOUNT_NAME, "Example Company (generated)")
                .set(BILLING_CURRENCY, "USD")
                .set(BILLING_PERIOD_START, midnight(period))
                .set(BILLING_PERIOD_END, midnight(period.plusMonths(1)))
                .set(INVOICE_ISSUER_NAME, "Amazon Web Services, Inc.")
                .set(PROVIDER_NAME, "AWS")
                .set(PUBLISHER_NAME, "Amazon Web Services, Inc.");
    }

    FocusRow set(FocusColumn column, String value) {
        cells[column.ordinal()] = value;
        return this;
    }

    FocusRow charge(String category, String frequency, String description) {
        return set(CHARGE_CATEGORY, category).set(CHARGE_FREQUENCY, frequency).set(CHARGE_DESCRIPTION, description);
    }

    /// @param end exclusive
    FocusRow during(Instant start, Instant end) {
        return set(CHARGE_PERIOD_START, start.toString()).set(CHARGE_PERIOD_END, end.toString());
    }

    FocusRow service(String name, String category) {
        return set(SERVICE_NAME, name).set(SERVICE_CATEGORY, category);
    }

    FocusRow account(Account account) {
        return set(SUB_ACCOUNT_ID, account.id()).set(SUB_ACCOUNT_NAME, account.id());
    }

    FocusRow region(Site site) {
        return set(REGION_ID, site.region()).set(REGION_NAME, site.regionName());
    }

    FocusRow resource(String id, String name, String type) {
        return set(RESOURCE_ID, id).set(RESOURCE_NAME, name).set(RESOURCE_TYPE, type);
    }

    FocusRow sku(String id, String priceId) {
        return set(SKU_ID, id).set(SKU_PRICE_ID, priceId);
    }

    /// Quantity and list price; without a negotiated discount the contracted price is the list price.
    FocusRow priced(String category, BigDecimal quantity, String unit, BigDecimal unitPrice) {
        return set(PRICING_CATEGORY, category)
                .set(PRICING_QUANTITY, quantity.toPlainString())
                .set(PRICING_UNIT, unit)
                .set(LIST_UNIT_PRICE, unitPrice.toPlainString())
                .set(CONTRACTED_UNIT_PRICE, unitPrice.toPlainString());
    }

    FocusRow consumed(BigDecimal quantity, String unit) {
        return set(CONSUMED_QUANTITY, quantity.toPlainString()).set(CONSUMED_UNIT, unit);
    }

    FocusRow costs(BigDecimal list, BigDecimal billedCost, BigDecimal effective) {
        billed = billedCost;
        return set(LIST_COST, list.toPlainString())
                .set(CONTRACTED_COST, list.toPlainString())
                .set(BILLED_COST, billedCost.toPlainString())
                .set(EFFECTIVE_COST, effective.toPlainString());
    }

    /// @param tags written as a JSON object with its keys in order
    FocusRow tags(Map<String, String> tags) {
        String json = new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> '"' + tag.getKey() + "\": \"" + tag.getValue() + '"')
                        .collect(Collectors.joining(", ", "{", "}"));
        return set(TAGS, json);
    }

    BigDecimal billed() {
        return billed;
    }

    void write(TableWriter table) throws IOException {
        for (String cell : cells) {
            table.cell(cell);
        }
        table.endRow();
    }

    private static String midnight(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    }
}
