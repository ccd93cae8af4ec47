package dev.headroom.app.secret;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Runs a tool of the system.
@FunctionalInterface
interface Tool {
    /// What a tool answered.
    record Answer(int exitCode, String output) {}

    /// @param environment what is added to the environment of the tool; nothing secret
    /// @param input what the tool reads from its standard input
    /// @throws IOException when there is no such tool or it does not answer
    Answer run(List<String> command, Map<String, String> environment, String input) throws IOException;
}
