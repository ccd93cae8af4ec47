package dev.headroom.app.ui.part;

/// What a colour means; a glyph or word always says it too.
public enum Tone {
    NEUTRAL("neutral"),
    ACCENT("tone-accent"),
    GOOD("good"),
    WATCH("watch"),
    BAD("bad");

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    public String style() {
        return style;
    }
}
