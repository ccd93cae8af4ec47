package dev.headroom.storage;

import java.util.Arrays;

/// The password of an encrypted workspace, overwritten when closed.
public final class Password implements AutoCloseable {
    private final char[] characters;

    private Password(char[] characters) {
        this.characters = characters;
    }

    /// Takes a copy; the caller clears its own.
    ///
    /// @throws IllegalArgumentException when it is empty
    public static Password of(char[] characters) {
        if (characters.length == 0) {
            throw new IllegalArgumentException("password must not be empty.");
        }
        return new Password(characters.clone());
    }

    /// A copy, to be cleared by the caller.
    public char[] characters() {
        return characters.clone();
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "Password";
    }
}
