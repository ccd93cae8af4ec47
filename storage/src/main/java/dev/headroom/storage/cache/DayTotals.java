package dev.headroom.storage.cache;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up amounts by day and currency.
final class DayTotals {
    private final Map<LocalDate, Map<String, DayTotal>> totals = new TreeMap<>();

    void add(String currency, ChargeCell cell, CostBasis basis) {
        LocalDate day = LocalDate.ofEpochDay(cell.day);
        PartSum sum = cell.part(basis);
        totals.computeIfAbsent(day, _ -> new TreeMap<>())
                .compute(
                        currency,
                        (code, kept) -> kept == null
                                ? new DayTotal(day, new CurrencyCode(code), sum.sum(), cell.charges, sum.known())
                                : kept.plus(sum.sum(), cell.charges, sum.known()));
    }

    List<DayTotal> inOrder() {
        return totals.values().stream().flatMap(day -> day.values().stream()).toList();
    }
}
