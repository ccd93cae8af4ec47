package dev.headroom.storage.source.price;

import dev.headroom.engine.commitment.CommitmentTerm;
import dev.headroom.engine.commitment.Payment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/// What a standard reservation of one machine costs, in the currency of its list.
///
/// @param upfront when it is bought
/// @param hourly for each hour of the term, used or not
public record ReservedPrice(
        String instanceType, CommitmentTerm term, Payment payment, BigDecimal upfront, BigDecimal hourly) {
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);

    public ReservedPrice {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(payment, "payment");
        if (upfront.signum() < 0 || hourly.signum() < 0) {
            throw new IllegalArgumentException("upfront (" + upfront.toPlainString() + ") and hourly ("
                    + hourly.toPlainString() + ") must not be negative.");
        }
    }

    /// What an hour costs in all, with the upfront payment spread over the term.
    public BigDecimal effectiveHour() {
        BigDecimal hours = BigDecimal.valueOf(term.days()).multiply(HOURS_A_DAY);
        return hourly.add(upfront.divide(hours, MathContext.DECIMAL64));
    }
}
