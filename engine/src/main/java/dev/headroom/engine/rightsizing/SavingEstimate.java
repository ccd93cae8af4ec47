package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// What a change does to the monthly cost, at list prices and unrounded. A negative saving is extra cost.
///
/// @param stranded commitment cost that the change leaves unused; empty when the cover is not known
public record SavingEstimate(Money currentMonth, Money newMonth, Optional<Money> stranded) {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    public SavingEstimate {
        Objects.requireNonNull(stranded, "stranded");
        if (!currentMonth.currency().equals(newMonth.currency())) {
            throw new IllegalArgumentException(
                    "currentMonth (" + currentMonth + ") and newMonth (" + newMonth + ") must share a currency.");
        }
    }

    /// Of a change that keeps the instance type, such as fewer hours.
    public static SavingEstimate sameType(Money currentMonth, Money newMonth, CommitmentCover cover) {
        return new SavingEstimate(
                currentMonth,
                newMonth,
                cover.stranded(currentMonth, newMonth, CommitmentCover.FamilyChange.SAME_FAMILY));
    }

    public Money gross() {
        return currentMonth.minus(newMonth);
    }

    /// The gross saving less what an existing commitment makes worthless; empty when the cover is not known.
    public Optional<Money> net() {
        return stranded.map(gross()::minus);
    }

    public Money grossYear() {
        return gross().times(MONTHS);
    }

    /// The gross saving in percent of the present cost; 0 when the server costs nothing.
    public double grossPercent() {
        double current = currentMonth.amount().doubleValue();
        return current == 0 ? 0 : 100 * gross().amount().doubleValue() / current;
    }
}
