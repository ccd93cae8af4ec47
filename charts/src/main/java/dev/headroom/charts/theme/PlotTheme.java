package dev.headroom.charts.theme;

import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A complete set of colours, light or dark, for everything this module draws.
public final class PlotTheme {
    private static final List<String> LIGHT_CATEGORIES =
            List.of("#2b61e6", "#d17c53", "#2b6e54", "#a95185", "#5f670b", "#3b9dc7", "#5d251d", "#580092");
    private static final List<String> DARK_CATEGORIES =
            List.of("#8da6f8", "#f7a42e", "#00bd88", "#b0577f", "#e0f5ba", "#a2e5f2", "#e0523c", "#9558e4");
    private static final List<String> LIGHT_DIFFERENCES =
            List.of("#1f6fb2", "#a9cfe9", "#f2f2ef", "#f3c39a", "#b4540a");
    private static final List<String> DARK_DIFFERENCES = List.of("#5aa9e6", "#23476a", "#2a3038", "#6a3d1a", "#f0924a");

    private static final PlotTheme LIGHT = new PlotTheme("light", LIGHT_CATEGORIES, LIGHT_DIFFERENCES);
    private static final PlotTheme DARK = new PlotTheme("dark", DARK_CATEGORIES, DARK_DIFFERENCES);

    private final String name;
    private final Map<ThemeColor, Color> tokens = new EnumMap<>(ThemeColor.class);
    private final Map<ProbabilityClass, Color> fills = new EnumMap<>(ProbabilityClass.class);
    private final Map<ProbabilityClass, Color> figures = new EnumMap<>(ProbabilityClass.class);
    private final List<Color> categories;
    private final List<Color> differences;

    private PlotTheme(String name, List<String> categories, List<String> differences) {
        this.name = name;
        boolean light = name.equals("light");
        for (ThemeColor token : ThemeColor.values()) {
            tokens.put(token, Color.decode(light ? token.light() : token.dark()));
        }
        for (ProbabilityClass probability : ProbabilityClass.values()) {
            fills.put(probability, Color.decode(light ? probability.lightFill() : probability.darkFill()));
            figures.put(probability, Color.decode(light ? probability.lightFigure() : probability.darkFigure()));
        }
        this.categories = categories.stream().map(Color::decode).toList();
        this.differences = differences.stream().map(Color::decode).toList();
    }

    /// The light palette; exports always use it.
    public static PlotTheme light() {
        return LIGHT;
    }

    /// The dark palette.
    public static PlotTheme dark() {
        return DARK;
    }

    /// `light` or `dark`.
    public String name() {
        return name;
    }

    /// The colour of a token.
    public Color color(ThemeColor token) {
        Color color = tokens.get(token);
        if (color == null) {
            throw new IllegalStateException("token (" + token + ") has no colour.");
        }
        return color;
    }

    /// The colour of a token as `#rrggbb`, ready for a style sheet.
    public String hex(ThemeColor token) {
        Color c = color(token);
        return "#%02x%02x%02x".formatted(c.getRed(), c.getGreen(), c.getBlue());
    }

    /// The colour of the category with this index, from 0; from the ninth on it is the grey of "other".
    public Color category(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index (" + index + ") must not be negative.");
        }
        return index < categories.size() ? categories.get(index) : color(ThemeColor.CONTROL);
    }

    /// How many categories have a colour of their own.
    public int categoryCount() {
        return categories.size();
    }

    /// The fill of a heatmap cell of this class.
    public Color fill(ProbabilityClass probability) {
        return fills.getOrDefault(probability, Color.GRAY);
    }

    /// The colour of the figure on the fill of this class.
    public Color figure(ProbabilityClass probability) {
        return figures.getOrDefault(probability, Color.BLACK);
    }

    /// The diverging colour of a step between -2 (far lower, blue) and +2 (far higher, orange); 0 is the middle.
    public Color difference(int step) {
        if (step < -2 || step > 2) {
            throw new IllegalArgumentException("step (" + step + ") must lie between -2 and 2.");
        }
        return differences.get(step + 2);
    }

    /// The opaque colour that `share` of `top` over `base` gives; bands are painted opaque so that they survive PDF.
    public Color mix(ThemeColor top, double share, ThemeColor base) {
        Color a = color(top);
        Color b = color(base);
        return new Color(
                mix(a.getRed(), b.getRed(), share),
                mix(a.getGreen(), b.getGreen(), share),
                mix(a.getBlue(), b.getBlue(), share));
    }

    private static int mix(int top, int base, double share) {
        return (int) Math.round(share * top + (1 - share) * base);
    }
}
