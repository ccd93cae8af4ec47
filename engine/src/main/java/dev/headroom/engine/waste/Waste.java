package dev.headroom.engine.waste;

import dev.headroom.engine.quantity.Money;
import java.util.Objects;

/// One thing that is paid for in vain, or too dear.
///
/// @param resource its id on the bill
/// @param cost what it cost over the days looked at, at list prices where the bill states them, else as paid
/// @param saving what would have been saved of it; never more than the cost
/// @param days how many days it is on the bill
/// @param source where it was found
/// @param reason what the inventory and the readings say of it; empty when only a bill does
public record Waste(
        WasteKind kind,
        String account,
        String region,
        String service,
        String resource,
        Money cost,
        Money saving,
        int days,
        Source source,
        String reason) {
    public Waste {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        if (saving.compareTo(cost) > 0) {
            throw new IllegalArgumentException("saving (" + saving + ") must not be more than cost (" + cost + ").");
        }
    }

    /// What a bill shows.
    public Waste(
            WasteKind kind,
            String account,
            String region,
            String service,
            String resource,
            Money cost,
            Money saving,
            int days) {
        this(kind, account, region, service, resource, cost, saving, days, Source.BILL, "");
    }

    /// Where waste was found.
    public enum Source {
        BILL("bill"),
        INVENTORY("inventory"),
        BOTH("bill and inventory");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
