package dev.headroom.engine.commitment;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// The effective savings rate of the usage that commitments can pay for: how far its effective cost, with
/// what the commitments left unused, lies below its list cost. The purchases themselves are not counted,
/// because their cost comes back on the usage. It may be negative.
///
/// Source: the definition of the FinOps toolkit, (list − effective) / list, the part that was negotiated
/// being list − contracted and that of commitments contracted − effective. Departures: a charge without list
/// or effective cost makes the rate unknown instead of counting as no saving.
///
/// @param list the list cost of the charges that state both
/// @param contracted empty when a charge does not state it
/// @param effective with the unused part of commitments
/// @param charges how many charges were added up
/// @param unknown how many of them do not state list or effective cost
public record SavingsRate(
        CurrencyCode currency,
        BigDecimal list,
        Optional<BigDecimal> contracted,
        BigDecimal effective,
        long charges,
        long unknown) {
    static SavingsRate none(CurrencyCode currency) {
        return new SavingsRate(currency, BigDecimal.ZERO, Optional.of(BigDecimal.ZERO), BigDecimal.ZERO, 0, 0);
    }

    static SavingsRate of(ChargeRecord charge) {
        Optional<BigDecimal> listed = charge.amounts().list();
        Optional<BigDecimal> paid = charge.amounts().effective();
        boolean known = listed.isPresent() && paid.isPresent();
        return new SavingsRate(
                charge.currency(),
                known ? listed.orElseThrow() : BigDecimal.ZERO,
                charge.amounts().contracted(),
                known ? paid.orElseThrow() : BigDecimal.ZERO,
                1,
                known ? 0 : 1);
    }

    SavingsRate plus(SavingsRate other) {
        return new SavingsRate(
                currency,
                list.add(other.list),
                contracted.flatMap(sum -> other.contracted.map(sum::add)),
                effective.add(other.effective),
                charges + other.charges,
                unknown + other.unknown);
    }

    SavingsRate withUnused(BigDecimal amount) {
        return new SavingsRate(currency, list, contracted, effective.add(amount), charges, unknown);
    }

    /// In percent, with four digits; empty while a charge is unknown or nothing is listed.
    public Optional<BigDecimal> percent() {
        return unknown > 0 || list.signum() <= 0
                ? Optional.empty()
                : Optional.of(list.subtract(effective)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(list, MathContext.DECIMAL64));
    }

    /// List less contracted cost; empty when a charge does not state one of them.
    public Optional<BigDecimal> negotiated() {
        return unknown > 0 ? Optional.empty() : contracted.map(list::subtract);
    }

    /// Contracted less effective cost; empty when a charge does not state one of them.
    public Optional<BigDecimal> byCommitments() {
        return unknown > 0 ? Optional.empty() : contracted.map(amount -> amount.subtract(effective));
    }
}
