package dev.headroom.app.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;

/// Dresses a scene: AtlantaFX below, our tokens and sizes above it.
public final class ThemeSheets {
    private static final List<String> SHARED = List.of("controls.css", "parts.css", "shell.css", "panels.css");

    private ThemeSheets() {}

    /// Sets the theme of a scene and of all windows that it opens.
    public static void dress(Scene scene, Theme theme) {
        Typeface.load();
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        scene.getStylesheets()
                .setAll(Stream.concat(Stream.of(theme.code() + ".css"), SHARED.stream())
                        .map(ThemeSheets::address)
                        .toList());
    }

    private static String address(String sheet) {
        URL url = ThemeSheets.class.getResource(sheet);
        return Objects.requireNonNull(url, "style sheet (" + sheet + ") is missing.")
                .toExternalForm();
    }
}
