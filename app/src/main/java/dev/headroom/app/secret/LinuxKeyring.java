package dev.headroom.app.secret;

import dev.headroom.app.usecase.UseCaseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Secret Service of a Linux desktop (GNOME Keyring, KWallet), through `secret-tool` of libsecret.
record LinuxKeyring(Tool tool) implements Keyring {
    private static final String MISSING = "secret-tool cannot be run (package libsecret-tools).";

    private static List<String> command(String verb, String workspace, String... options) {
        List<String> command = new ArrayList<>(List.of("secret-tool", verb));
        command.addAll(List.of(options));
        command.addAll(List.of("service", SERVICE, "workspace", workspace));
        return command;
    }

    @Override
    public Optional<char[]> find(String workspace) {
        try {
            return KeyringText.decoded(tool.run(command("lookup", workspace), Map.of(), ""));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String workspace, char[] password) throws UseCaseException {
        try {
            List<String> store = command("store", workspace, "--label=Headroom workspace");
            if (tool.run(store, Map.of(), KeyringText.encoded(password)).exitCode() != 0) {
                throw KeyringText.refused("secret-tool");
            }
        } catch (IOException missing) {
            throw KeyringText.missing(MISSING, missing);
        }
    }

    /// The tool fails alike when there was nothing to remove, when the keyring is locked and when there is none: a
    /// search finds what is locked, too, and fails without a keyring.
    private void requireNothing(String workspace) throws IOException, UseCaseException {
        Tool.Answer left = tool.run(command("search", workspace), Map.of(), "");
        if (left.exitCode() != 0 || !left.output().isBlank()) {
            throw KeyringText.kept("secret-tool");
        }
    }

    @Override
    public void forget(String workspace) throws UseCaseException {
        try {
            if (tool.run(command("clear", workspace), Map.of(), "").exitCode() != 0) {
                requireNothing(workspace);
            }
        } catch (IOException missing) {
            throw KeyringText.missing(MISSING, missing);
        }
    }
}
