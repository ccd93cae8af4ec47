package dev.headroom.app.ui.part;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Words for values that are chosen and never typed.
public final class ShownText<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public ShownText(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("text (" + text + ") cannot be typed.");
    }
}
