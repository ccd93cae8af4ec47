package dev.headroom.engine.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/// An exact amount in one currency. Two currencies are never added; rounding happens at borders only.
///
/// @param amount the exact decimal amount, of any scale and sign
public record Money(BigDecimal amount, CurrencyCode currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), new CurrencyCode(currency));
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// Adds without rounding.
    ///
    /// @throws IllegalArgumentException when the currencies differ
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /// Subtracts without rounding.
    ///
    /// @throws IllegalArgumentException when the currencies differ
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money rounded(int decimals) {
        return new Money(amount.setScale(decimals, RoundingMode.HALF_EVEN), currency);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts in " + currency + " and " + other.currency
                    + " cannot be combined.\nMaybe group by currency first.");
        }
        return other;
    }
}
