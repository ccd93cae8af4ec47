package dev.headroom.app.secret;

import dev.headroom.app.usecase.UseCaseException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The login keychain of macOS, through `security`. The password is handed over on its standard input (`security -i`
/// reads whole commands there).
record MacKeyring(Tool tool) implements Keyring {
    private static final String MISSING = "the tool security cannot be run.";

    @Override
    public Optional<char[]> find(String workspace) {
        try {
            return KeyringText.decoded(tool.run(
                    List.of("security", "find-generic-password", "-s", SERVICE, "-a", workspace, "-w"), Map.of(), ""));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String workspace, char[] password) throws UseCaseException {
        String line = "add-generic-password -U -s " + SERVICE + " -a " + quoted(workspace) + " -w "
                + quoted(KeyringText.encoded(password)) + "\n";
        try {
            // In this mode the exit code does not tell whether the command succeeded; reading it back does.
            tool.run(List.of("security", "-i"), Map.of(), line);
        } catch (IOException missing) {
            throw KeyringText.missing(MISSING, missing);
        }
        Optional<char[]> kept = find(workspace);
        if (kept.isEmpty() || !Arrays.equals(kept.get(), password)) {
            throw KeyringText.refused("security");
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void forget(String workspace) throws UseCaseException {
        try {
            tool.run(List.of("security", "delete-generic-password", "-s", SERVICE, "-a", workspace), Map.of(), "");
        } catch (IOException missing) {
            throw KeyringText.missing(MISSING, missing);
        }
    }
}
