package dev.headroom.charts.theme;

/// The colour tokens of the product, each with its light and its dark value.
public enum ThemeColor {
    APP("#f3f5f8", "#0d1116"),
    SURFACE("#ffffff", "#151a21"),
    SUNKEN("#eaeef3", "#0f141a"),
    RAISED("#ffffff", "#1d242d"),
    BORDER("#d3d9e2", "#2b333e"),
    HAIR("#e6eaf0", "#222932"),
    CONTROL("#868f9d", "#6b7684"),
    TEXT("#1b222d", "#e4e9f0"),
    MUTED("#4f5968", "#a3adba"),
    SUBTLE("#646e7d", "#8b95a3"),
    ACCENT("#2456d6", "#7ea6ff"),
    ACCENT_SOFT("#e7eefd", "#1b2a4a"),
    ON_ACCENT("#ffffff", "#0d1116"),
    SUCCESS("#1a7440", "#56c27f"),
    SUCCESS_SOFT("#e3f4e9", "#12301f"),
    WARNING("#8f5b00", "#e0a93b"),
    WARNING_SOFT("#fdf1d8", "#352708"),
    DANGER("#bf2330", "#ff7b78"),
    DANGER_SOFT("#fdeaea", "#401a1d"),
    HISTORY("#3a4453", "#c3cbd6"),
    BAND_95("#dfe8fc", "#1c2a48"),
    BAND_80("#c3d4f9", "#253a69"),
    BAND_50("#9db8f4", "#335193"),
    FOCUS_RING("#2456d6", "#7ea6ff");

    private final String light;
    private final String dark;

    ThemeColor(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }
}
