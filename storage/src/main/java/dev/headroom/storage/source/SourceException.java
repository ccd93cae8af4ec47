package dev.headroom.storage.source;

import dev.headroom.storage.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source cannot be read. The message is one sentence for the user and holds no secrets.
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ErrorCode error;
    private final String sentence;
    private final transient @Nullable OpenQuestion question;

    public SourceException(ErrorCode error, String sentence) {
        super(sentence);
        this.error = error;
        this.sentence = sentence;
        this.question = null;
    }

    private SourceException(ErrorCode error, OpenQuestion question, String sentence) {
        super(sentence);
        this.error = error;
        this.sentence = sentence;
        this.question = question;
    }

    /// The file leaves something open that the user can say.
    public static SourceException notTold(OpenQuestion question, String sentence) {
        return asking(ErrorCode.FILE_NOT_TOLD, question, sentence);
    }

    /// The source cannot be read as it is, but with an answer.
    public static SourceException asking(ErrorCode error, OpenQuestion question, String sentence) {
        return new SourceException(error, question, sentence);
    }

    public SourceException(ErrorCode error, String sentence, Throwable cause) {
        super(sentence, cause);
        this.error = error;
        this.sentence = sentence;
        this.question = null;
    }

    /// What the user has to say before the source can be read; empty when that would not help.
    public Optional<OpenQuestion> question() {
        return Optional.ofNullable(question);
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
