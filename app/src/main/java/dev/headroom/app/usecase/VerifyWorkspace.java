package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.IntegrityReport;
import java.util.List;
import java.util.Locale;

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
                String.format(Locale.ROOT, "%,d changes in the audit log", report.changes()));
    }
}
