package dev.headroom.app.usecase;

import dev.headroom.storage.cache.AuditHead;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.IntegrityReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Checks everything that a workspace keeps.
public final class VerifyWorkspace {
    private final OpenWorkspace workspace;

    public VerifyWorkspace(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// @param checked what was checked, one line each
    /// @param problems one sentence for each fault; empty when the workspace is sound
    public record Report(List<String> checked, List<String> problems) {
        public Report {
            checked = List.copyOf(checked);
            problems = List.copyOf(problems);
        }
    }

    /// Holds the audit log against an end that was noted earlier, as a report gave it.
    ///
    /// @return what is wrong, in a sentence; empty when the log still holds what it held then
    public Optional<String> sinceHead(String noted) throws UseCaseException {
        AuditHead then = AuditHead.parse(noted)
                .orElseThrow(() -> new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-3212",
                        "\"" + noted
                                + "\" must be the number of changes, a colon and 64 digits, as verify prints it."));
        try {
            return workspace.storage().audit().continues(then)
                    ? Optional.empty()
                    : Optional.of("The audit log is not the one that ended with the change " + then.entries()
                            + " then: it was cut off, replaced or made anew.");
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    public Report run() throws UseCaseException {
        try {
            IntegrityReport report = workspace.storage().verify();
            return new Report(lines(report), report.problems());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// What was checked, one line each.
    static List<String> lines(IntegrityReport report) {
        return List.of(
                "Schema version " + report.schemaVersion(),
                String.format(
                        Locale.ROOT,
                        "%,d series, %,d blocks, %,d observations",
                        report.series(),
                        report.blocks(),
                        report.observations()),
                String.format(Locale.ROOT, "%,d charges", report.charges()),
                String.format(Locale.ROOT, "%,d decisions", report.decisions()),
                String.format(Locale.ROOT, "%,d model versions", report.modelVersions()),
                String.format(Locale.ROOT, "%,d changes in the audit log", report.changes()),
                "Audit log ends with " + report.audit().text());
    }
}
