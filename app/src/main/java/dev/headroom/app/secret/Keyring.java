package dev.headroom.app.secret;

import dev.headroom.app.usecase.UseCaseException;
import java.util.Locale;
import java.util.Optional;

/// The keyring of the operating system, which keeps passwords for the user who is logged in.
///
/// It is reached through the tool that the system brings (`secret-tool`, `security`, PowerShell). Passwords go to
/// the tool through its standard input and come back through its output: never as arguments, which other users of
/// the machine could see. What is kept is the Base64 form, so that every password survives every tool.
public interface Keyring {
    /// The name under which all passwords of this program are kept.
    String SERVICE = "headroom";

    /// The password that is kept for a workspace; empty when there is none, or no keyring.
    Optional<char[]> find(String workspace);

    /// Keeps a password, in the place of an earlier one.
    ///
    /// @throws UseCaseException when there is no keyring or it refuses
    void put(String workspace, char[] password) throws UseCaseException;

    /// Removes the password of a workspace, if one is kept.
    ///
    /// @throws UseCaseException when there is no keyring
    void forget(String workspace) throws UseCaseException;

    /// The keyring of this machine.
    static Keyring ofSystem() {
        return of(System.getProperty("os.name", ""), new ToolProcess());
    }

    static Keyring of(String system, Tool tool) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new WindowsKeyring(tool);
        }
        return name.startsWith("mac") ? new MacKeyring(tool) : new LinuxKeyring(tool);
    }
}
