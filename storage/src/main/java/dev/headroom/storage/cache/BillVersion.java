package dev.headroom.storage.cache;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one file said of one month's bill of one billing account.
///
/// @param path the file, as it was imported
/// @param charges how many bill rows it has
/// @param billed the exact billed total by currency; empty when the content was purged
/// @param loaded when it was imported
/// @param replaced when a later version took its place; empty while it holds
/// @param purged true when retention has removed the content of this replaced version
/// @param dataset the kind of bill that told it, such as `focus` or `azure-actual`
/// @param counted true when it holds and no other kind of bill counts in its place
public record BillVersion(
        long number,
        String path,
        String provider,
        String billingAccount,
        YearMonth month,
        long charges,
        SortedMap<CurrencyCode, BigDecimal> billed,
        Instant loaded,
        Optional<Instant> replaced,
        boolean purged,
        String dataset,
        boolean counted) {
    public BillVersion {
        billed = Collections.unmodifiableSortedMap(new TreeMap<>(billed));
    }
}
