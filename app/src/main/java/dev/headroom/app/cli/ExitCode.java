package dev.headroom.app.cli;

import dev.headroom.app.usecase.UseCaseException;

/// The exit codes of the command line; they are part of its contract.
public enum ExitCode {
    DONE(0),
    /// A gate or a check failed.
    CHECK_FAILED(1),
    WRONG_USAGE(2),
    INPUT_REJECTED(3),
    /// A source was unreachable, locked or denied.
    SOURCE_FAILED(4),
    BUG(70);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    static ExitCode of(UseCaseException.Kind kind) {
        return switch (kind) {
            case USAGE -> WRONG_USAGE;
            case INPUT, NO_DATA -> INPUT_REJECTED;
            case SOURCE, CANCELLED -> SOURCE_FAILED;
        };
    }
}
