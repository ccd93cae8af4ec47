package dev.headroom.charts.theme;

/// The five classes of a breach probability, each with a word, a Harvey disc and a fill.
public enum ProbabilityClass {
    UNLIKELY("Unlikely", 0, 0, "#f1efe9", "#4f5968", "#20262e", "#a3adba"),
    POSSIBLE("Possible", 5, 1, "#fbe3b5", "#4a3a12", "#4a3527", "#f0d9b8"),
    FAIR_CHANCE("Fair chance", 25, 2, "#f6b26b", "#3d2405", "#85492a", "#ffffff"),
    LIKELY("Likely", 50, 3, "#dd6b3f", "#1b0d05", "#cf6a3c", "#180a03"),
    VERY_LIKELY("Very likely", 80, 4, "#9c1f3c", "#ffffff", "#ffc27a", "#2b1400");

    private final String word;
    private final int lowerPercent;
    private final int quarters;
    private final String lightFill;
    private final String lightFigure;
    private final String darkFill;
    private final String darkFigure;

    ProbabilityClass(
            String word,
            int lowerPercent,
            int quarters,
            String lightFill,
            String lightFigure,
            String darkFill,
            String darkFigure) {
        this.word = word;
        this.lowerPercent = lowerPercent;
        this.quarters = quarters;
        this.lightFill = lightFill;
        this.lightFigure = lightFigure;
        this.darkFill = darkFill;
        this.darkFigure = darkFigure;
    }

    /// The word shown for this class, in sentence case.
    public String word() {
        return word;
    }

    /// The lowest whole percent that belongs to this class.
    public int lowerPercent() {
        return lowerPercent;
    }

    /// How many quarters of the Harvey disc are filled, 0 to 4.
    public int quarters() {
        return quarters;
    }

    /// The bounds as the legend shows them, such as `5–25` or `≥ 80 %`.
    public String bounds() {
        ProbabilityClass[] all = values();
        if (ordinal() == 0) {
            return "< " + all[1].lowerPercent;
        }
        return ordinal() == all.length - 1
                ? "≥ " + lowerPercent + "\u00a0%"
                : lowerPercent + "–" + all[ordinal() + 1].lowerPercent;
    }

    /// The token a figure of this class is written in when it stands in running text.
    public ThemeColor textColor() {
        return switch (this) {
            case LIKELY, VERY_LIKELY -> ThemeColor.DANGER;
            case FAIR_CHANCE -> ThemeColor.WARNING;
            case UNLIKELY, POSSIBLE -> ThemeColor.MUTED;
        };
    }

    String lightFill() {
        return lightFill;
    }

    String lightFigure() {
        return lightFigure;
    }

    String darkFill() {
        return darkFill;
    }

    String darkFigure() {
        return darkFigure;
    }
}
