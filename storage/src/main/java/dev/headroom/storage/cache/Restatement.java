package dev.headroom.storage.cache;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How an import changed the billed cost of a month that was over and already in the cache.
///
/// @param month the month of the usage
/// @param known when the changed figures were loaded
/// @param before the exact billed total before
/// @param after the exact billed total after
/// @param changes by charge category, after minus before; categories that did not change are left out
/// @param rowsBefore how many bill rows there were
/// @param rowsAfter how many bill rows there are now
public record Restatement(
        YearMonth month,
        CurrencyCode currency,
        Instant known,
        BigDecimal before,
        BigDecimal after,
        SortedMap<ChargeCategory, BigDecimal> changes,
        long rowsBefore,
        long rowsAfter,
        Cause cause) {
    /// Why the figures changed.
    public enum Cause {
        /// A file restated the bill or added to it.
        RESTATED,
        /// The same bill is counted as another kind of bill tells it.
        ANOTHER_KIND_COUNTS
    }

    public Restatement {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    public BigDecimal difference() {
        return after.subtract(before);
    }
}
