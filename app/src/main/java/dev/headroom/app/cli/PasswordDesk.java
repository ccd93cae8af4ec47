package dev.headroom.app.cli;

import dev.headroom.app.secret.Keyring;
import dev.headroom.app.secret.StoredPasswords;
import dev.headroom.app.usecase.Passwords;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Where the command line gets passwords: from the environment, else from the keyring, else by asking. Never from its
/// arguments, which every user of the machine can read.
///
/// @param environment where `HEADROOM_PASSWORD` and `HEADROOM_NEW_PASSWORD` may be set
record PasswordDesk(Map<String, String> environment, Keyring keyring, Prompt prompt) implements Passwords {
    /// The variable with the password that is to be the next one.
    static final String NEXT = "HEADROOM_NEW_PASSWORD";

    static PasswordDesk ofSystem() {
        return new PasswordDesk(System.getenv(), Keyring.ofSystem(), Prompt.ofTerminal());
    }

    /// @throws UseCaseException when the password is not known and there is nobody to ask
    @Override
    public Optional<char[]> find(Path place) throws UseCaseException {
        Optional<char[]> stored = new StoredPasswords(environment, keyring).find(place);
        if (stored.isPresent()) {
            return stored;
        }
        return Optional.of(prompt.ask("Password of " + place)
                .orElseThrow(() -> refused(
                        "HR-1010",
                        place + " is encrypted; give its password in " + StoredPasswords.VARIABLE
                                + ", or run this in a terminal to be asked.")));
    }

    /// A new password: from a variable, else asked for twice.
    ///
    /// @throws UseCaseException when there is nobody to ask, it is empty, or the two differ
    char[] fresh(String variable) throws UseCaseException {
        String given = environment.getOrDefault(variable, "");
        if (!given.isEmpty()) {
            return given.toCharArray();
        }
        char[] first = ask("New password", variable);
        char[] second = ask("The same again", variable);
        try {
            if (first.length == 0) {
                throw refused("HR-3205", "A password must not be empty; nothing was changed.");
            }
            if (!Arrays.equals(first, second)) {
                throw refused("HR-3206", "The two passwords differ; nothing was changed.");
            }
            return first.clone();
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    private char[] ask(String question, String variable) throws UseCaseException {
        return prompt.ask(question)
                .orElseThrow(() -> refused(
                        "HR-3204", "There is no terminal to ask for the new password; set it in " + variable + "."));
    }

    private static UseCaseException refused(String code, String message) {
        return new UseCaseException(UseCaseException.Kind.INPUT, code, message);
    }
}
