package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up amounts by day and currency.
final class DayTotals {
    private final Map<LocalDate, Map<String, DayTotal>> totals = new TreeMap<>();

    void add(LocalDate day, String currency, BigDecimal sum, long charges, long known) {
        totals.computeIfAbsent(day, _ -> new TreeMap<>())
                .compute(
                        currency,
                        (code, kept) -> kept == null
                                ? new DayTotal(day, new CurrencyCode(code), sum, charges, known)
                                : kept.plus(sum, charges, known));
    }

    List<DayTotal> inOrder() {
        return totals.values().stream().flatMap(day -> day.values().stream()).toList();
    }
}
