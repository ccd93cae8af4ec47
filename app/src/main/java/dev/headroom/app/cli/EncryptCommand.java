package dev.headroom.app.cli;

import dev.headroom.app.secret.StoredPasswords;
import dev.headroom.app.usecase.ProtectWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "encrypt",
        header = "Encrypt the workspace with a password.",
        description = {
            "Everything that the workspace keeps is encrypted (AES-128). Where there is no workspace yet, an empty "
                    + "encrypted one is made. The password comes from the variable HEADROOM_PASSWORD or is asked for; "
                    + "it is never an argument.",
            "There is no way back without the password: who loses it loses the data. Backups made before stay as "
                    + "they are, in the clear."
        })
final class EncryptCommand extends Command {
    private static final int SHORT = 12;

    @Option(names = "--keyring", description = "Also keep the password in the keyring of the system.")
    private boolean keep;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        Path folder = workspaceFolder();
        ProtectWorkspace workspace = new ProtectWorkspace(folder);
        workspace.requireClear();
        char[] next = passwords().fresh(StoredPasswords.VARIABLE);
        try {
            if (next.length < SHORT) {
                console.message("Note: a password of less than " + SHORT + " characters can be guessed.");
            }
            workspace.encrypt(next);
            console.result("The workspace " + folder + " is encrypted. Keep the password: there is no way back without"
                    + " it.");
            if (keep) {
                passwords().keyring().put(StoredPasswords.name(folder), next);
                console.result("The password is in the keyring.");
            }
        } finally {
            Arrays.fill(next, '\0');
        }
        return ExitCode.DONE;
    }
}
