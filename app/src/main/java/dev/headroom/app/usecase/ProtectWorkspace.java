package dev.headroom.app.usecase;

import dev.headroom.storage.Password;
import dev.headroom.storage.workspace.Workspace;
import dev.headroom.storage.workspace.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Encrypts a workspace, takes the encryption away, or changes its password. Nobody may have it open meanwhile.
public final class ProtectWorkspace {
    private final Path folder;

    public ProtectWorkspace(Path folder) {
        this.folder = folder;
    }

    public boolean isEncrypted() throws UseCaseException {
        try {
            return Workspace.isEncrypted(folder);
        } catch (WorkspaceException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Encrypts the workspace; where there is none, makes an empty encrypted one.
    ///
    /// @param next the password, which the caller overwrites
    public void encrypt(char[] next) throws UseCaseException {
        requireClear();
        rewrite(null, next);
    }

    /// @throws UseCaseException of kind INPUT when the workspace is encrypted already
    public void requireClear() throws UseCaseException {
        if (isEncrypted()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3200",
                    "The workspace " + folder + " is encrypted already; headroom password changes its password.");
        }
    }

    /// @throws UseCaseException of kind INPUT when the workspace is not encrypted
    public void requireEncrypted() throws UseCaseException {
        if (!isEncrypted()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3201",
                    Files.exists(folder)
                            ? "The workspace " + folder + " is not encrypted; headroom encrypt does that."
                            : "There is no workspace in " + folder + ".");
        }
    }

    /// Takes the encryption away.
    public void decrypt(Passwords passwords) throws UseCaseException {
        requireEncrypted();
        rewrite(current(passwords), null);
    }

    /// Changes the password.
    ///
    /// @param next the password from now on, which the caller overwrites
    public void change(Passwords passwords, char[] next) throws UseCaseException {
        requireEncrypted();
        rewrite(current(passwords), next);
    }

    private char @Nullable [] current(Passwords passwords) throws UseCaseException {
        Optional<char[]> found = passwords.find(folder);
        return found.isPresent() ? found.get() : null;
    }

    private void rewrite(char @Nullable [] current, char @Nullable [] next) throws UseCaseException {
        try (Password from = password(current);
                Password to = password(next)) {
            Workspace.changePassword(folder, from, to);
        } catch (WorkspaceException e) {
            throw OpenWorkspace.translated(e);
        } finally {
            if (current != null) {
                Arrays.fill(current, '\0');
            }
        }
    }

    static @Nullable Password password(char @Nullable [] characters) {
        return characters == null || characters.length == 0 ? null : Password.of(characters);
    }
}
