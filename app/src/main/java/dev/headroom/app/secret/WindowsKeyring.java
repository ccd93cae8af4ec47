package dev.headroom.app.secret;

import dev.headroom.app.usecase.UseCaseException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Credential Manager of Windows (its web credentials), through Windows PowerShell. The name of the workspace goes
/// through the environment, so that it cannot be taken for a part of the script.
record WindowsKeyring(Tool tool) implements Keyring {
    private static final String MISSING = "powershell.exe cannot be run.";
    private static final String WORKSPACE = "HEADROOM_KEYRING_WORKSPACE";
    private static final String VAULT = "$ErrorActionPreference='Stop';"
            + "[void][Windows.Security.Credentials.PasswordVault,Windows.Security.Credentials,"
            + "ContentType=WindowsRuntime];$v=New-Object Windows.Security.Credentials.PasswordVault;"
            + "$a=$env:" + WORKSPACE + ";";
    private static final String FIND =
            VAULT + "$c=$v.Retrieve('" + SERVICE + "',$a);$c.RetrievePassword();[Console]::Out.Write($c.Password)";
    private static final String PUT = VAULT + "$p=[Console]::In.ReadLine();"
            + "$v.Add((New-Object Windows.Security.Credentials.PasswordCredential('" + SERVICE + "',$a,$p)))";
    private static final String FORGET = VAULT + "$v.Remove($v.Retrieve('" + SERVICE + "',$a))";

    private Tool.Answer run(String script, String workspace, String input) throws IOException {
        return tool.run(
                List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script),
                Map.of(WORKSPACE, workspace),
                input);
    }

    @Override
    public Optional<char[]> find(String workspace) {
        try {
            return KeyringText.decoded(run(FIND, workspace, ""));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String workspace, char[] password) throws UseCaseException {
        try {
            if (run(PUT, workspace, KeyringText.encoded(password) + "\n").exitCode() != 0) {
                throw KeyringText.refused("Credential Manager");
            }
        } catch (IOException missing) {
            throw KeyringText.missing(MISSING, missing);
        }
    }

    @Override
    public void forget(String workspace) throws UseCaseException {
        try {
            run(FORGET, workspace, "");
        } catch (IOException missing) {
            throw KeyringText.missing(MISSING, missing);
        }
    }
}
