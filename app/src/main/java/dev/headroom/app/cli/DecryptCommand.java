package dev.headroom.app.cli;

import dev.headroom.app.usecase.ProtectWorkspace;
import dev.headroom.app.usecase.UseCaseException;
import picocli.CommandLine;

@CommandLine.Command(
        name = "decrypt",
        header = "Take the encryption of the workspace away.",
        description =
                "Asks for the password unless HEADROOM_PASSWORD or the keyring has it. Without the password there "
                        + "is no way.")
final class DecryptCommand extends Command {
    @Override
    ExitCode run(Console console) throws UseCaseException {
        new ProtectWorkspace(workspaceFolder()).decrypt(passwords());
        console.result("The workspace " + workspaceFolder() + " is in the clear.");
        return ExitCode.DONE;
    }
}
