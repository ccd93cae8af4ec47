package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.ChargeFilter;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.DayTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The cost by day that a query asks for: by currency, or all in one.
final class CostDays {
    private final ChargeLedger charges;
    private final CostQuery query;
    private final Optional<Conversion> conversion;

    private CostDays(ChargeLedger charges, CostQuery query, Optional<Conversion> conversion) {
        this.charges = charges;
        this.query = query;
        this.conversion = conversion;
    }

    static CostDays of(OpenWorkspace workspace, CostQuery query) throws UseCaseException {
        ChargeLedger charges = KnownBills.at(workspace, query.knownOn());
        return new CostDays(charges, query, query.into().map(into -> Conversion.of(workspace, into, query.knownOn())));
    }

    ChargeLedger charges() {
        return charges;
    }

    /// @throws UseCaseException of kind NO_DATA when a rate is missing or too old
    List<DayTotal> days(ChargeFilter filter) throws UseCaseException {
        List<DayTotal> days = charges.days(filter, query.basis());
        if (conversion.isEmpty()) {
            return days;
        }
        CurrencyCode currency = conversion.get().currency();
        TreeMap<LocalDate, DayTotal> converted = new TreeMap<>();
        for (DayTotal day : days) {
            BigDecimal sum = conversion.get().convert(day.day(), day.currency(), day.sum());
            converted.merge(
                    day.day(),
                    new DayTotal(day.day(), currency, sum, day.charges(), day.known()),
                    (one, other) -> new DayTotal(
                            one.day(),
                            currency,
                            one.sum().add(other.sum()),
                            one.charges() + other.charges(),
                            one.known() + other.known()));
        }
        return new ArrayList<>(converted.values());
    }

    /// The rates that were used so far.
    List<RatesUsed> rates() {
        return conversion.map(Conversion::used).orElse(List.of());
    }
}
