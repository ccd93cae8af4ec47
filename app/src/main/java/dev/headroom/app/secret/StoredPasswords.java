package dev.headroom.app.secret;

import dev.headroom.app.usecase.Passwords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Passwords that need nobody to be asked: from the environment, else from the keyring.
///
/// @param environment where `HEADROOM_PASSWORD` may be set
public record StoredPasswords(Map<String, String> environment, Keyring keyring) implements Passwords {
    /// The variable with the password of the workspace.
    public static final String VARIABLE = "HEADROOM_PASSWORD";

    @Override
    public Optional<char[]> find(Path place) {
        String given = environment.getOrDefault(VARIABLE, "");
        return given.isEmpty() ? keyring.find(name(place)) : Optional.of(given.toCharArray());
    }

    /// The name of a workspace in the keyring: where it is, whatever links lead there.
    public static String name(Path folder) {
        try {
            return folder.toRealPath().toString();
        } catch (IOException none) {
            return folder.toAbsolutePath().normalize().toString();
        }
    }
}
