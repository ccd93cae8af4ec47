package dev.headroom.storage.source;

import dev.headroom.storage.ErrorCode;

/// A source cannot be read. The message is one sentence for the user and holds no secrets.
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ErrorCode error;
    private final String sentence;

    public SourceException(ErrorCode error, String sentence) {
        super(sentence);
        this.error = error;
        this.sentence = sentence;
    }

    public SourceException(ErrorCode error, String sentence, Throwable cause) {
        super(sentence, cause);
        this.error = error;
        this.sentence = sentence;
    }

    public ErrorCode error() {
        return error;
    }

    /// The stable code, such as `HR-2003`.
    public String code() {
        return error.code();
    }

    /// What is wrong with the source and what to do, in one sentence.
    public String sentence() {
        return sentence;
    }
}
