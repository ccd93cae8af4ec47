package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The amounts of charges that are handed out one by one: as they are, or in one currency. A rate that is missing is
/// told at the end, by [#check].
final class ConvertedAmounts {
    private final Optional<Conversion> conversion;
    private @Nullable UseCaseException failed;

    private ConvertedAmounts(Optional<Conversion> conversion) {
        this.conversion = conversion;
    }

    /// @param into empty leaves the amounts as they are
    /// @param knownOn with the rates as they were known at this time; empty for now
    static ConvertedAmounts of(OpenWorkspace workspace, Optional<InCurrency> into, Optional<Instant> knownOn) {
        return new ConvertedAmounts(into.map(one -> Conversion.of(workspace, one, knownOn)));
    }

    CurrencyCode currency(ChargeRecord charge) {
        return conversion.map(Conversion::currency).orElse(charge.currency());
    }

    /// Empty when the charge does not state the basis.
    Optional<BigDecimal> amount(ChargeRecord charge, CostBasis basis) {
        Optional<BigDecimal> amount = charge.amount(basis);
        if (conversion.isEmpty() || amount.isEmpty() || failed != null) {
            return amount;
        }
        try {
            return Optional.of(conversion
                    .get()
                    .convert(charge.start().atOffset(ZoneOffset.UTC).toLocalDate(), charge.currency(), amount.get()));
        } catch (UseCaseException missing) {
            failed = missing;
            return amount;
        }
    }

    /// @throws UseCaseException when a rate was missing or too old, so that the amounts must not be used
    void check() throws UseCaseException {
        if (failed != null) {
            throw failed;
        }
    }
}
