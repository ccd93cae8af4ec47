package dev.headroom.app.cli;

import java.util.Optional;

/// Asks for a password on the terminal without showing it.
@FunctionalInterface
interface Prompt {
    /// Empty when there is no terminal to ask on.
    Optional<char[]> ask(String question);

    /// The terminal of this process.
    static Prompt ofTerminal() {
        return question -> {
            java.io.Console terminal = System.console();
            if (terminal == null || !terminal.isTerminal()) {
                return Optional.empty();
            }
            return Optional.ofNullable(terminal.readPassword("%s: ", question));
        };
    }
}
