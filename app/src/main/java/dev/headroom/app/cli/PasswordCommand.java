package dev.headroom.app.cli;

import dev.headroom.app.secret.StoredPasswords;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.ProtectWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "password",
        header = "Change the password of an encrypted workspace, or keep it in the keyring.",
        description = {
            "Without an option, changes the password: the present one comes from HEADROOM_PASSWORD, the keyring or a "
                    + "question, the next one from HEADROOM_NEW_PASSWORD or a question. A keyring that has the present "
                    + "one gets the next one.",
            "There is no way back without the password. A backup keeps the password that it was made with."
        })
final class PasswordCommand extends Command {
    @Option(
            names = "--keyring",
            description = "Keep the present password in the keyring of the system; commands and the window then open "
                    + "the workspace without asking.")
    private boolean keep;

    @Option(names = "--forget", description = "Remove the password from the keyring.")
    private boolean forget;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (keep && forget) {
            throw wrongUsage("--keyring and --forget exclude each other.");
        }
        Path folder = workspaceFolder();
        if (forget) {
            passwords().keyring().forget(StoredPasswords.name(folder));
            console.result("The keyring has no password of " + folder + ".");
        } else if (keep) {
            keep(console, folder);
        } else {
            change(console, folder);
        }
        return ExitCode.DONE;
    }

    private void keep(Console console, Path folder) throws UseCaseException {
        new ProtectWorkspace(folder).requireEncrypted();
        char[] present = passwords().find(folder).orElse(new char[0]);
        try (OpenWorkspace opened = OpenWorkspace.at(folder, place -> Optional.of(present.clone()))) {
            passwords().keyring().put(StoredPasswords.name(folder), present);
            console.result("The password of " + opened.folder() + " is in the keyring.");
        } finally {
            Arrays.fill(present, '\0');
        }
    }

    private void change(Console console, Path folder) throws UseCaseException {
        ProtectWorkspace workspace = new ProtectWorkspace(folder);
        workspace.requireEncrypted();
        char[] present = passwords().find(folder).orElse(new char[0]);
        try (OpenWorkspace opened = OpenWorkspace.at(folder, place -> Optional.of(present.clone()))) {
            progress(console).report("Checked the password of " + opened.folder(), 0, 0);
        }
        char[] next = passwords().fresh(PasswordDesk.NEXT);
        try {
            workspace.change(place -> Optional.of(present.clone()), next);
            console.result("The password is changed.");
            String name = StoredPasswords.name(folder);
            Optional<char[]> kept = passwords().keyring().find(name);
            if (kept.isPresent()) {
                Arrays.fill(kept.get(), '\0');
                passwords().keyring().put(name, next);
                console.result("The keyring has the new password.");
            }
        } finally {
            Arrays.fill(present, '\0');
            Arrays.fill(next, '\0');
        }
    }
}
