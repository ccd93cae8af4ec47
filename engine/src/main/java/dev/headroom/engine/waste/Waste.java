package dev.headroom.engine.waste;

import dev.headroom.engine.quantity.Money;
import java.util.Objects;

/// One thing that is paid for in vain, or too dear.
///
/// @param resource its id on the bill
/// @param cost what it cost over the days looked at, at list prices where the bill states them, else as paid
/// @param saving what would have been saved of it; never more than the cost
/// @param days how many days it is on the bill
public record Waste(
        WasteKind kind,
        String account,
        String region,
        String service,
        String resource,
        Money cost,
        Money saving,
        int days) {
    public Waste {
        Objects.requireNonNull(kind, "kind");
        if (saving.compareTo(cost) > 0) {
            throw new IllegalArgumentException("saving (" + saving + ") must not be more than cost (" + cost + ").");
        }
    }
}
