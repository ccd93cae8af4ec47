package dev.headroom.storage.cache;

import dev.headroom.storage.source.BillDataset;
import java.time.YearMonth;

/// One month of one billing account as one kind of bill tells it, spelt as its files spell it.
record ToldBill(String provider, String account, YearMonth month, BillDataset dataset) {
    /// For a sentence: `2026-09 of AWS 123456789`.
    String words() {
        String whose = account.isEmpty() ? provider : provider + " " + account;
        return month + (whose.isBlank() ? "" : " of " + whose.strip());
    }

    BillKey key() {
        return BillKey.of(provider, account, BillImport.monthNumber(month));
    }
}
