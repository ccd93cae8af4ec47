package dev.headroom.app.task;

import dev.headroom.app.usecase.UseCaseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/// Why a task failed, as the user sees it.
///
/// @param code a stable code such as `HR-1001`; `HR-9001` for a bug
/// @param message one sentence
/// @param details the technical cause for a report to the makers
public record TaskFailure(String code, String message, String details) {
    private static final String BUG = "HR-9001";

    /// The failure that an exception stands for.
    public static TaskFailure of(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return switch (cause) {
            case UseCaseException expected ->
                new TaskFailure(expected.code(), sentence(expected.getMessage(), expected.code()), trace.toString());
            default ->
                new TaskFailure(BUG, "Something went wrong inside Headroom; your data is untouched.", trace.toString());
        };
    }

    private static String sentence(@Nullable String message, String fallback) {
        return message == null || message.isBlank() ? fallback : message;
    }
}
