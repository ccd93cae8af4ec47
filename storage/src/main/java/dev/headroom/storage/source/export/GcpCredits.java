package dev.headroom.storage.source.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.RowRefusedException;
import dev.headroom.storage.source.SourceRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The credits of Google Cloud rows: a list of objects with a negative `amount`, or one column `credits.amount`.
/// The credits of a row whose list cannot be read are unknown, and so is its effective cost.
final class GcpCredits {
    private final BillSheet sheet;
    private final int list;
    private final int amount;
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private long unreadable;

    GcpCredits(BillSheet sheet) {
        this.sheet = sheet;
        list = sheet.find("credits");
        amount = sheet.find("credits.amount");
    }

    /// The sum of the credits of a row, 0 or below; empty when the row does not tell.
    Optional<BigDecimal> of(SourceRow row, CurrencyCode currency) throws RowRefusedException {
        if (list < 0 && amount < 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> sum =
                list < 0 ? Optional.of(sheet.amount(row, amount).orElse(BigDecimal.ZERO)) : ofList(row.text(list));
        if (sum.isEmpty()) {
            unreadable++;
        }
        sum.filter(credits -> credits.signum() != 0)
                .ifPresent(credits -> totals.merge(currency.value(), credits, BigDecimal::add));
        return sum;
    }

    private static Optional<BigDecimal> ofList(String text) {
        if (text.isEmpty() || text.equals("[]")) {
            return Optional.of(BigDecimal.ZERO);
        }
        return JsonText.read(text).filter(JsonNode::isArray).flatMap(GcpCredits::sum);
    }

    private static Optional<BigDecimal> sum(JsonNode credits) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode credit : credits) {
            try {
                sum = sum.add(new BigDecimal(credit.path("amount").asText()));
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
        return Optional.of(sum);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        totals.forEach((currency, total) -> notes.add("Credits of " + total.toPlainString() + " " + currency
                + " are part of the effective cost; billed is the cost before them."));
        if (list < 0 && amount < 0) {
            notes.add("The file has no column credits, so the effective cost is unknown.");
        }
        if (unreadable > 0) {
            notes.add("The credits of " + unreadable + " rows cannot be read; their effective cost is unknown.");
        }
        return notes;
    }
}
