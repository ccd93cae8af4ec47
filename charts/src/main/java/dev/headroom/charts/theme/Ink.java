package dev.headroom.charts.theme;

import java.awt.Color;

/// A colour chosen by meaning and looked up in the theme when it is painted.
public sealed interface Ink {
    /// The colour in this theme.
    Color in(PlotTheme theme);

    /// A colour token.
    record Token(ThemeColor token) implements Ink {
        @Override
        public Color in(PlotTheme theme) {
            return theme.color(token);
        }
    }

    /// The category with this index.
    record Category(int index) implements Ink {
        public Category {
            if (index < 0) {
                throw new IllegalArgumentException("index (" + index + ") must not be negative.");
            }
        }

        @Override
        public Color in(PlotTheme theme) {
            return theme.category(index);
        }
    }

    /// A share of a token over another one, painted opaque.
    record Tint(ThemeColor top, double share, ThemeColor base) implements Ink {
        public Tint {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share (" + share + ") must lie between 0 and 1.");
            }
        }

        @Override
        public Color in(PlotTheme theme) {
            return theme.mix(top, share, base);
        }
    }

    /// The colour of a token.
    static Ink of(ThemeColor token) {
        return new Token(token);
    }

    /// The colour of a category.
    static Ink category(int index) {
        return new Category(index);
    }
}
