package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.AverageMonth;
import dev.headroom.engine.rightsizing.RealisedSaving;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Realised savings: one row a change. `expected` is the gross saving of the recommendation, brought from a
/// month of 365 / 12 days to the days compared; `gross` is at list prices, `net` is what was really paid;
/// both with an 80 % interval. What is not known is empty and `note` says why.
public final class RealisedTable extends Table {
    public RealisedTable(List<RealiseSavings.Realised> changes) {
        super(List.of(
                "resource",
                "from_type",
                "to_type",
                "changed",
                "days",
                "expected",
                "gross",
                "gross_lo80",
                "gross_hi80",
                "net",
                "net_lo80",
                "net_hi80",
                "currency",
                "note",
                "kind"));
        changes.forEach(change -> add(row(change)));
    }

    private static Map<String, Object> row(RealiseSavings.Realised change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", change.event().kind().word());
        row.put("resource", change.event().resource());
        row.put("from_type", change.event().fromType());
        row.put("to_type", change.event().toType());
        row.put("changed", change.changed());
        row.put("currency", change.currency().map(Object::toString));
        row.put("note", change.note());
        change.net().or(change::gross).ifPresent(saving -> {
            row.put("days", saving.days());
            row.put(
                    "expected",
                    change.event()
                            .saving()
                            .map(month ->
                                    AverageMonth.toDays(month, saving.days()).amount())
                            .map(RealisedTable::cents));
        });
        put(row, "gross", change.gross());
        put(row, "net", change.net());
        return row;
    }

    private static void put(Map<String, Object> row, String name, Optional<RealisedSaving> saving) {
        saving.ifPresent(found -> {
            row.put(name, cents(BigDecimal.valueOf(found.saving())));
            row.put(name + "_lo80", cents(BigDecimal.valueOf(found.low80())));
            row.put(name + "_hi80", cents(BigDecimal.valueOf(found.high80())));
        });
    }

    private static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }
}
