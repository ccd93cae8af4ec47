package dev.headroom.engine.asset;

import dev.headroom.engine.quantity.Money;

/// What advice does to the cost of a month at list prices, unrounded. A negative saving is extra cost.
///
/// @param least the saving when nothing that is not known turns out well
/// @param most the saving when all of it does
public record MonthlySaving(Money currentMonth, Money newMonth, Money least, Money most) {
    public MonthlySaving {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("least (" + least + ") must not be more than most (" + most + ").");
        }
    }

    static MonthlySaving certain(Money current, Money next) {
        return new MonthlySaving(current, next, current.minus(next), current.minus(next));
    }

    public Money gross() {
        return currentMonth.minus(newMonth);
    }

    public boolean isCertain() {
        return least.compareTo(most) == 0;
    }

    /// In percent of the present cost; 0 when it costs nothing.
    public double grossPercent() {
        double current = currentMonth.amount().doubleValue();
        return current == 0 ? 0 : 100 * gross().amount().doubleValue() / current;
    }
}
