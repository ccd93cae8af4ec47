package dev.headroom.app.ui.theme;

/// The two looks of the window.
public enum Theme {
    LIGHT("light"),
    DARK("dark");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /// The name used in the settings file and for the style sheet.
    public String code() {
        return code;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// The theme of a code; light when the code is unknown.
    public static Theme ofCode(String code) {
        return code.equals(DARK.code) ? DARK : LIGHT;
    }
}
