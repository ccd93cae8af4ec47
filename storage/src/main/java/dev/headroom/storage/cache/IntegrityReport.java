package dev.headroom.storage.cache;

import java.util.List;

/// The result of checking everything that a workspace keeps.
///
/// @param schemaVersion the format of the database
/// @param audit the end of the audit log
/// @param problems one sentence for each fault; empty when the workspace is sound
public record IntegrityReport(
        int schemaVersion,
        long series,
        long blocks,
        long observations,
        long charges,
        long decisions,
        long modelVersions,
        AuditHead audit,
        List<String> problems) {
    public IntegrityReport {
        problems = List.copyOf(problems);
    }

    /// How many entries the audit log has.
    public long changes() {
        return audit.entries();
    }

    public boolean isSound() {
        return problems.isEmpty();
    }
}
