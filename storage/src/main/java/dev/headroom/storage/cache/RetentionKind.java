package dev.headroom.storage.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// One kind of data that grows old.
///
/// A further kind is a further implementation, its line in [Retention#KINDS], and its word in
/// [RetentionPolicy#KINDS].
interface RetentionKind {
    /// The words of the policy that it answers to.
    List<String> words();

    /// Removes what is older than `cutoff`, in the transaction of the caller, who may take it back.
    void remove(Connection connection, String word, Instant cutoff, RetentionPolicy policy, Findings findings)
            throws SQLException;

    /// Where a kind writes down what it did.
    record Findings(List<RetentionReport.Removed> removed, List<RetentionReport.Spared> spared) {}
}
