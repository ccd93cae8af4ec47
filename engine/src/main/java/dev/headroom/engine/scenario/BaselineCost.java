package dev.headroom.engine.scenario;

import dev.headroom.engine.quantity.CurrencyCode;
import java.util.List;
import java.util.Objects;

/// The daily cost of a scope in one currency: futures of the total, and what has which share of it. The
/// shares are taken to stay as they are where no event changes them.
///
/// @param perDay the total of a day
/// @param parts their shares add up to 1
public record BaselineCost(CurrencyCode currency, PathBlock perDay, List<CostPart> parts) {
    public BaselineCost {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(perDay, "perDay");
        parts = List.copyOf(parts);
    }
}
