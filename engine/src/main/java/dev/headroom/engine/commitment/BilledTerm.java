package dev.headroom.engine.commitment;

import java.time.LocalDate;
import java.util.Optional;

/// Tells the end of a commitment from bills. They state neither start nor end, but the first day on which they have it,
/// and its name often says for how long it runs.
final class BilledTerm {
    private BilledTerm() {}

    /// @param first the first day on which the bills have it
    /// @param firstBill the first day of all bills
    /// @param words names and descriptions of the commitment on the bills
    static Expiry expiry(LocalDate first, LocalDate firstBill, String words) {
        Optional<CommitmentTerm> term = TermWords.find(words);
        if (term.isEmpty()) {
            return new Expiry.Unknown("the bills do not say how long it runs");
        }
        LocalDate end = term.get().endOf(first);
        String byName = ", for " + term.get().words() + " by its name";
        return first.isAfter(firstBill)
                ? new Expiry.Inferred(end, "first on the bills on " + first + byName)
                : new Expiry.Latest(end, "already running on the first day of the bills, " + firstBill + byName);
    }
}
