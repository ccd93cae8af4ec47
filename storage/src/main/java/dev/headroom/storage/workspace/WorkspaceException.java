package dev.headroom.storage.workspace;

import dev.headroom.storage.ErrorCode;

/// A workspace could not be opened. The message is one sentence that says what to do.
public final class WorkspaceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final ErrorCode error;

    /// Why a workspace could not be opened.
    public enum Kind {
        /// Another window or process has it open.
        LOCKED,
        /// A newer version of the program wrote it.
        NEWER,
        /// Its database file cannot be read.
        DAMAGED,
        /// It is encrypted, and no password was given.
        PASSWORD_NEEDED,
        /// It is encrypted with another password.
        PASSWORD_WRONG,
        /// The backup is not one, or something stands where the new file should be.
        REFUSED,
        /// Its folder cannot be created or written.
        UNWRITABLE,
        /// The disk is full.
        DISK_FULL,
        /// The database failed for another reason.
        FAILED
    }

    WorkspaceException(Kind kind, ErrorCode error, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.error = error;
    }

    public Kind kind() {
        return kind;
    }

    public ErrorCode error() {
        return error;
    }

    /// The stable code, such as `HR-1001`.
    public String code() {
        return error.code();
    }
}
