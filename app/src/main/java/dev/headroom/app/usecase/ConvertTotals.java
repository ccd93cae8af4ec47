package dev.headroom.app.usecase;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.BillDay;
import dev.headroom.storage.cache.BillTotal;
import dev.headroom.storage.cache.CacheException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Adds up the bills of all currencies in one, each day of usage with the rate of that day.
public final class ConvertTotals {
    private final OpenWorkspace workspace;

    public ConvertTotals(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// The bills of one month.
    ///
    /// @param amounts by basis; one that a row does not state is left out, because its sum would be too low
    /// @param billedIn the currencies of the bills
    /// @param rates what those other than the wanted one were converted with
    public record Total(
            YearMonth month,
            CurrencyCode currency,
            long rows,
            Map<CostBasis, BigDecimal> amounts,
            Set<CurrencyCode> billedIn,
            List<RatesUsed> rates) {}

    /// The totals by month.
    ///
    /// @param knownOn bills and rates as they were known at this time; empty for now
    /// @throws UseCaseException of kind NO_DATA when nothing was known then, or a rate is missing or too old
    public List<Total> run(InCurrency into, Optional<Instant> knownOn) throws UseCaseException {
        try {
            Conversion conversion = Conversion.of(workspace, into, knownOn);
            TreeMap<YearMonth, Month> months = new TreeMap<>();
            for (BillDay day : KnownBills.at(workspace, knownOn).billDays()) {
                YearMonth month = day.total().month();
                months.computeIfAbsent(month, _ -> new Month(conversion.anew())).add(day);
            }
            List<Total> totals = new ArrayList<>();
            months.forEach((month, sums) -> totals.add(sums.total(month)));
            return totals;
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static final class Month {
        private final Conversion conversion;
        private final Map<CostBasis, BigDecimal> amounts = new EnumMap<>(CostBasis.class);
        private final Set<CostBasis> open = EnumSet.noneOf(CostBasis.class);
        private final Set<CurrencyCode> billedIn = new TreeSet<>();
        private long rows;

        Month(Conversion conversion) {
            this.conversion = conversion;
        }

        void add(BillDay day) throws UseCaseException {
            BillTotal total = day.total();
            billedIn.add(total.currency());
            rows += total.charges();
            for (CostBasis basis : CostBasis.values()) {
                Optional<BigDecimal> sum = total.whole(basis);
                if (sum.isEmpty()) {
                    open.add(basis);
                } else {
                    amounts.merge(basis, conversion.convert(day.day(), total.currency(), sum.get()), BigDecimal::add);
                }
            }
        }

        Total total(YearMonth month) {
            Map<CostBasis, BigDecimal> known = new TreeMap<>(amounts);
            known.keySet().removeAll(open);
            return new Total(month, conversion.currency(), rows, known, billedIn, conversion.used());
        }
    }
}
