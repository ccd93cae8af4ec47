package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The totals in one currency: one row a month, with the rates that were used.
public final class ConvertedTotalTable extends Table {
    public ConvertedTotalTable(List<ConvertTotals.Total> totals) {
        super(List.of(
                "month",
                "currency",
                "rows",
                "billed",
                "effective",
                "list",
                "contracted",
                "billed_in",
                "rates_from",
                "rates_to",
                "oldest_rate_days"));
        for (ConvertTotals.Total total : totals) {
            List<RatesUsed> rates = total.rates();
            Optional<LocalDate> first = rates.stream().map(RatesUsed::first).min(Comparator.naturalOrder());
            Optional<LocalDate> last = rates.stream().map(RatesUsed::last).max(Comparator.naturalOrder());
            Optional<Long> oldest = rates.stream().map(RatesUsed::oldestDays).max(Comparator.naturalOrder());
            add(
                    total.month(),
                    total.currency(),
                    total.rows(),
                    amount(total, CostBasis.BILLED),
                    amount(total, CostBasis.EFFECTIVE),
                    amount(total, CostBasis.LIST),
                    amount(total, CostBasis.CONTRACTED),
                    String.join(
                            " ",
                            total.billedIn().stream().map(CurrencyCode::value).toList()),
                    first,
                    last,
                    oldest);
        }
    }

    private static Optional<BigDecimal> amount(ConvertTotals.Total total, CostBasis basis) {
        return Optional.ofNullable(total.amounts().get(basis));
    }
}
