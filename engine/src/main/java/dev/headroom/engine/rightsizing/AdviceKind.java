package dev.headroom.engine.rightsizing;

import java.util.Optional;

/// What a decision can be about.
public enum AdviceKind {
    /// Another size of a server, or stopping it for good.
    RIGHTSIZING("rightsizing"),
    /// Switching a server off at regular hours.
    SCHEDULE("schedule"),
    /// Something that is paid for and not used, or too dear.
    WASTE("waste"),
    /// Servers that share machines.
    CONSOLIDATION("consolidation"),
    /// A savings plan or a reservation to buy.
    COMMITMENT("commitment"),
    /// An action of the best set.
    ACTION("action"),
    /// Another type, class or size of something that is no server.
    RESOURCE("resource");

    private final String word;

    AdviceKind(String word) {
        this.word = word;
    }

    /// The word in tables and in the log.
    public String word() {
        return word;
    }

    /// The kind of a word; empty when there is none.
    public static Optional<AdviceKind> of(String word) {
        for (AdviceKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
