package dev.headroom.app.cli;

/// Text as it may go to a terminal. Names from files can hold escape sequences, which move the cursor or change
/// what was printed before, and marks that turn the order of letters round; they are shown as `\u001b` instead.
/// In JSON, where they occur only in strings, that is the same text.
final class Printable {
    private Printable() {}

    static String text(String text) {
        int clean = 0;
        while (clean < text.length() && !isHidden(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.substring(0, clean));
        for (int i = clean; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHidden(c)) {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean isHidden(char c) {
        boolean layout = c == '\n' || c == '\t';
        boolean direction = c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
        return Character.isISOControl(c) && !layout || direction || c == '\u2028' || c == '\u2029';
    }
}
