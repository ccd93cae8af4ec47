package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Tone;
import java.util.function.Supplier;

/// A short message at the lower right. Failures stay until they are closed, the others leave after a while.
///
/// @param words the text; asked each time, because names may be hidden later
/// @param action the label of a link; empty for none
public record Notice(Tone tone, String title, Supplier<String> words, String action, Runnable onAction) {
    public static Notice good(String title, String text) {
        return new Notice(Tone.GOOD, title, () -> text, "", () -> {});
    }

    public static Notice bad(String title, String text) {
        return new Notice(Tone.BAD, title, () -> text, "", () -> {});
    }

    public String text() {
        return words.get();
    }

    public boolean stays() {
        return tone == Tone.BAD;
    }
}
