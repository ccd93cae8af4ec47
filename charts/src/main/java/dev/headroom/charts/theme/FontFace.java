package dev.headroom.charts.theme;

/// The weights of the typeface that the product ships.
public enum FontFace {
    REGULAR("InterTabular-Regular.ttf", "Inter Tabular"),
    MEDIUM("InterTabular-Medium.ttf", "Inter Tabular Medium"),
    SEMI_BOLD("InterTabular-SemiBold.ttf", "Inter Tabular SemiBold");

    private final String file;
    private final String family;

    FontFace(String file, String family) {
        this.file = file;
        this.family = family;
    }

    String file() {
        return file;
    }

    /// The family name, different for each weight, as style sheets and SVG files use it.
    public String family() {
        return family;
    }
}
