package dev.headroom.app.usecase;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a use case could not be done: one sentence for the user, a stable code and what kind of obstacle it was.
public final class UseCaseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;

    public UseCaseException(Kind kind, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = Objects.requireNonNull(code, "code");
    }

    public UseCaseException(Kind kind, String code, String message) {
        this(kind, code, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /// A code such as `HR-1001` that stays the same between versions.
    public String code() {
        return code;
    }

    /// What stood in the way; the command line turns it into its exit code.
    public enum Kind {
        /// The request itself is wrong.
        USAGE,
        /// The input was refused.
        INPUT,
        /// A file, folder, database or service could not be reached, is locked or denied access.
        SOURCE,
        /// There is no data that could answer the request.
        NO_DATA,
        /// The user asked to stop.
        CANCELLED
    }
}
