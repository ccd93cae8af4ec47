package dev.headroom.app.cli;

import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.app.usecase.VerifyWorkspace;
import java.util.Map;
import picocli.CommandLine;

@CommandLine.Command(
        name = "verify",
        header = "Check the integrity of the workspace.",
        description = "Checks every block's checksum, references, counts and the chain of decisions. Exit code 1 when "
                + "something is wrong.")
final class VerifyCommand extends Command {
    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = OpenWorkspace.at(workspaceFolder())) {
            VerifyWorkspace.Report report = new VerifyWorkspace(workspace).run();
            if (common().json()) {
                console.result(json(Map.of("checked", report.checked(), "problems", report.problems())));
            } else {
                report.checked().forEach(console::result);
                report.problems().forEach(problem -> console.message("Problem: " + problem));
                console.result(report.problems().isEmpty() ? "The workspace is sound." : "The workspace is damaged.");
            }
            return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
    }
}
