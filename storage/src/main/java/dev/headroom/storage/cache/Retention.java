package dev.headroom.storage.cache;

import dev.headroom.storage.Password;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Removes what is older than a policy keeps, in one transaction, and gives the room back.
///
/// Ledgers are never touched: decisions, versions of models, the audit log and the list of imports. Observations
/// of a resource under a decision and those that a promoted model was trained on stay, and the report says so.
public final class Retention {
    private static final List<RetentionKind> KINDS =
            List.of(new OldObservations(), new OldRejects(), new ReplacedForecasts(), new ReplacedBills());

    private Retention() {}

    /// Whether it is only tried.
    public enum Mode {
        /// Everything is done and taken back, so that the report says exactly what would happen.
        DRY_RUN,
        REMOVE
    }

    public static RetentionReport apply(
            Path folder, @Nullable Password password, RetentionPolicy policy, Instant now, Mode mode)
            throws IOException {
        return apply(folder, password, policy, now, mode, "file:");
    }

    static RetentionReport apply(
            Path folder, @Nullable Password password, RetentionPolicy policy, Instant now, Mode mode, String fileSystem)
            throws IOException {
        RetentionReport report;
        try (Cache cache = Cache.open(folder, fileSystem, password)) {
            report = cache.retain(policy, now, mode);
        }
        if (mode == Mode.REMOVE && !report.removed().isEmpty()) {
            Cache.compact(folder, fileSystem, password);
        }
        return report;
    }

    static RetentionReport apply(Database database, RetentionPolicy policy, Instant now, Mode mode) {
        RetentionKind.Findings findings = new RetentionKind.Findings(new ArrayList<>(), new ArrayList<>());
        try (Database.Transaction transaction = database.begin()) {
            for (RetentionKind kind : KINDS) {
                for (String word : kind.words()) {
                    if (policy.days().containsKey(word)) {
                        kind.remove(transaction.connection(), word, policy.cutoff(word, now), policy, findings);
                    }
                }
            }
            RetentionReport report = new RetentionReport(findings.removed(), findings.spared());
            boolean settled = mode == Mode.REMOVE
                    && Settings.put(transaction.connection(), Setting.Name.RETENTION_POLICY, policy.text(), now);
            if (mode == Mode.REMOVE && !report.removed().isEmpty()) {
                AuditLog.append(
                        transaction.connection(),
                        AuditLog.Action.RETAINED,
                        policy.text(),
                        report.rows() + " rows of " + report.removed().size() + " things removed, " + report.bytes()
                                + " bytes; " + report.spared().size() + " spared");
                transaction.commit();
            } else if (settled) {
                transaction.commit();
            }
            return report;
        } catch (SQLException failure) {
            throw Database.translate(failure);
        }
    }
}
