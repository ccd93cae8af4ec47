package dev.headroom.app.cli;

import dev.headroom.app.usecase.ChangeTable;
import dev.headroom.app.usecase.ListChanges;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "audit",
        header = "What was changed in the workspace, by whom and when.",
        description = "Imports, decisions, models, retention, backups, restores, encryption and migrations, the first "
                + "change first. Each entry has a hash over its content and the hash before; verify names the first "
                + "that was changed.")
final class AuditCommand extends Command {
    @Option(names = "--since", paramLabel = "DATE", description = "Only changes from this day on (UTC), as 2026-11-21.")
    private @Nullable LocalDate since;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "AUDIT.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(ZoneOffset.UTC).toInstant();
        try (OpenWorkspace workspace = open()) {
            List<ListChanges.Change> changes = new ListChanges(workspace).since(from);
            give(
                    console,
                    new ChangeTable(changes),
                    output,
                    changes.size() == 1 ? "1 change" : changes.size() + " changes");
            return ExitCode.DONE;
        }
    }
}
