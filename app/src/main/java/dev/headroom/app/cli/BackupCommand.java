package dev.headroom.app.cli;

import dev.headroom.app.usecase.BackupWorkspace;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "backup",
        header = "Write everything that the workspace keeps into one file.",
        description = "The file has a checksum and is read back before it gets its name. The backup of an encrypted "
                + "workspace is encrypted with the same password. headroom verify FILE checks a backup, headroom "
                + "restore FILE puts it back.")
final class BackupCommand extends Command {
    private final InstantSource clock;

    @Parameters(paramLabel = "FILE", description = "The backup, for example headroom-2026-11-21.zip.")
    private Path file = Path.of("");

    @Option(names = "--overwrite", description = "Replace the file when it exists.")
    private boolean overwrite;

    BackupCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            BackupWorkspace.Backup made = BackupWorkspace.make(
                    workspace,
                    file,
                    overwrite ? BackupWorkspace.Place.REPLACED : BackupWorkspace.Place.FREE,
                    clock.instant());
            if (common().json()) {
                console.result(json(tree(made)));
            } else {
                console.result(String.format(
                        Locale.ROOT,
                        "Backup %s: %,d bytes%s, SHA-256 %s",
                        made.file(),
                        made.bytes(),
                        made.encrypted() ? ", encrypted" : "",
                        made.sha256()));
            }
            return ExitCode.DONE;
        }
    }

    static Map<String, Object> tree(BackupWorkspace.Backup backup) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", backup.file().toString());
        tree.put("made_at", backup.madeAt().toString());
        tree.put("schema_version", backup.schemaVersion());
        tree.put("bytes", backup.bytes());
        tree.put("sha256", backup.sha256());
        tree.put("encrypted", backup.encrypted());
        return tree;
    }
}
