package dev.headroom.app.ui.part;

import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons in the four sizes of the product; their colour comes from the style sheet.
public final class Icons {
    private Icons() {}

    public static FontIcon small(String literal, String... styles) {
        return of(literal, 14, styles);
    }

    public static FontIcon medium(String literal, String... styles) {
        return of(literal, 16, styles);
    }

    public static FontIcon navigation(String literal, String... styles) {
        return of(literal, 18, styles);
    }

    public static FontIcon large(String literal, String... styles) {
        return of(literal, 28, styles);
    }

    private static FontIcon of(String literal, int size, String... styles) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("icon-" + size);
        icon.getStyleClass().addAll(styles);
        return icon;
    }
}
