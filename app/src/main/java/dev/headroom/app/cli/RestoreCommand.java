package dev.headroom.app.cli;

import dev.headroom.app.usecase.BackupWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "restore",
        header = "Put a backup back, into a new or empty folder.",
        description = "The backup is unpacked beside, brought up to date and checked as a whole before it takes its "
                + "place. With --replace it takes the place of the workspace in the folder, which stays until then. An "
                + "encrypted backup needs the password that the workspace had when it was made.")
final class RestoreCommand extends Command {
    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Replace the workspace that is in the folder.")
    private boolean replace;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        BackupWorkspace.Checked restored = BackupWorkspace.restore(
                workspaceFolder(),
                file,
                replace ? BackupWorkspace.Place.REPLACED : BackupWorkspace.Place.FREE,
                passwords());
        if (common().json()) {
            Map<String, Object> tree = new LinkedHashMap<>(BackupCommand.tree(restored.backup()));
            tree.put("workspace", workspaceFolder().toString());
            tree.put("checked", restored.checked());
            console.result(json(tree));
        } else {
            restored.checked().forEach(console::result);
            console.result("Restored the backup of " + restored.backup().madeAt() + " into " + workspaceFolder() + ".");
        }
        return ExitCode.DONE;
    }
}
