package dev.headroom.app.scenario;

import java.util.Objects;

/// Why a text is not a scenario: which field, what is wrong with it and what to do.
public final class ScenarioFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ScenarioFormatException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }

    /// What kind of obstacle it is.
    public enum Reason {
        /// No JSON, or not of a scenario.
        NO_SCENARIO,
        /// A newer program wrote it.
        NEWER,
        /// A field is missing, unknown or wrong.
        FIELD
    }
}
