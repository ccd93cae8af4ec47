package dev.headroom.app.secret;

import dev.headroom.app.usecase.UseCaseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// What all keyrings share: the form in which a password is kept, and the words when there is no keyring.
final class KeyringText {
    private KeyringText() {}

    static String encoded(char[] password) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        Arrays.fill(bytes.array(), (byte) 0);
        try {
            return Base64.getEncoder().encodeToString(exact);
        } finally {
            Arrays.fill(exact, (byte) 0);
        }
    }

    /// The password in the answer of a tool; empty when it is not one that this program kept.
    static Optional<char[]> decoded(Tool.Answer answer) {
        if (answer.exitCode() != 0 || answer.output().isBlank()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(answer.output().strip());
            CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            char[] password = new char[characters.remaining()];
            characters.get(password);
            Arrays.fill(characters.array(), '\0');
            Arrays.fill(bytes, (byte) 0);
            return Optional.of(password);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    static UseCaseException missing(String what, IOException cause) {
        return new UseCaseException(
                UseCaseException.Kind.SOURCE,
                "HR-3202",
                "There is no keyring here: " + what + " Give the password in HEADROOM_PASSWORD or when asked.",
                cause);
    }

    static UseCaseException kept(String tool) {
        return new UseCaseException(
                UseCaseException.Kind.SOURCE,
                "HR-3203",
                "The keyring did not remove the password (" + tool + "): it is locked, or cannot be reached from here;"
                        + " unlock it and try again.");
    }

    static UseCaseException refused(String tool) {
        return new UseCaseException(
                UseCaseException.Kind.SOURCE,
                "HR-3203",
                "The keyring did not take the password (" + tool + "); unlock it and try again.");
    }
}
