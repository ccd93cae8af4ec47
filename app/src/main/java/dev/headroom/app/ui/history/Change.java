package dev.headroom.app.ui.history;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Something the user changed, with the way back.
///
/// @param naming what undo and redo are called after, such as `policy`; asked each time, because names may be hidden
/// later
public record Change(Supplier<String> naming, Step redo, Step undo) {
    public String name() {
        return naming.get();
    }

    /// One way of a change. It may take a while and says when it is over.
    @FunctionalInterface
    public interface Step {
        /// @param over to be called exactly once, on the window's thread
        void run(Consumer<Outcome> over);
    }

    /// How a step ended. A failed step has changed nothing.
    public enum Outcome {
        DONE,
        FAILED
    }

    /// A change whose steps are over at once and cannot fail.
    public static Change atOnce(String name, Runnable redo, Runnable undo) {
        return new Change(() -> name, step(redo), step(undo));
    }

    private static Step step(Runnable action) {
        return over -> {
            action.run();
            over.accept(Outcome.DONE);
        };
    }
}
