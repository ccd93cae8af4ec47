package dev.headroom.storage.cache;

import dev.headroom.storage.ErrorCode;

/// A failure of the cache after it was opened, such as a full disk. The message is one sentence for the user.
public final class CacheException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ErrorCode error;
    private final String sentence;

    public CacheException(ErrorCode error, String message) {
        super(message);
        this.error = error;
        this.sentence = message;
    }

    public CacheException(ErrorCode error, String message, Throwable cause) {
        super(message, cause);
        this.error = error;
        this.sentence = message;
    }

    public ErrorCode error() {
        return error;
    }

    /// What happened and what to do, in one sentence.
    public String sentence() {
        return sentence;
    }

    /// The stable code, such as `HR-1005`.
    public String code() {
        return error.code();
    }
}
