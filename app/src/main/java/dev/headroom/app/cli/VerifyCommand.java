package dev.headroom.app.cli;

import dev.headroom.app.usecase.BackupWorkspace;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.VerifyWorkspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "verify",
        header = "Check the integrity of the workspace, or of a backup.",
        description =
                "Checks every block's checksum, references, counts and the chains of the logs, and names the first "
                        + "entry that was changed. Exit code 1 when something is wrong.")
final class VerifyCommand extends Command {
    @Parameters(
            paramLabel = "BACKUP",
            arity = "0..1",
            description = "A backup to check instead of the workspace; its checksum too.")
    private @Nullable Path backup;

    @Option(
            names = "--audit-head",
            paramLabel = "NUMBER:HASH",
            description = "The end of the audit log that an earlier verify printed and that was kept elsewhere: fails "
                    + "when the log no longer holds it.")
    private @Nullable String auditHead;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (backup != null && auditHead != null) {
            throw wrongUsage("--audit-head is about the workspace, not about a backup.");
        }
        if (backup != null) {
            BackupWorkspace.Checked checked = BackupWorkspace.verify(backup, passwords());
            return tell(console, "backup", checked.checked(), checked.problems());
        }
        try (OpenWorkspace workspace = open()) {
            VerifyWorkspace check = new VerifyWorkspace(workspace);
            VerifyWorkspace.Report report = check.run();
            List<String> problems = new ArrayList<>(report.problems());
            if (auditHead != null) {
                check.sinceHead(auditHead).ifPresent(problems::add);
            }
            return tell(console, "workspace", report.checked(), problems);
        }
    }

    private ExitCode tell(Console console, String what, List<String> checked, List<String> problems) {
        if (common().json()) {
            console.result(json(Map.of("checked", checked, "problems", problems)));
        } else {
            checked.forEach(console::result);
            problems.forEach(problem -> console.message("Problem: " + problem));
            console.result("The " + what + (problems.isEmpty() ? " is sound." : " is damaged."));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
