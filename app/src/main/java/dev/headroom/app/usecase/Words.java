package dev.headroom.app.usecase;

import java.util.Locale;

/// How words begin.
public final class Words {
    private Words() {}

    /// The words with a capital letter at their beginning; nothing stays nothing.
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
